"""The table of flavours agrees with their names and templates."""

import re
from pathlib import Path

import pytest

from docgen.flavours import FLAVOURS
from docgen.python.flavours import FLAVOURS_BY_NAME, Flavour
from docgen.python.samples import EXAMPLES
from docgen.render.files import own_templates


def test_every_flavour_is_in_the_table() -> None:
    assert tuple(FLAVOURS_BY_NAME) == FLAVOURS


@pytest.mark.parametrize(
    "flavour", FLAVOURS_BY_NAME.values(), ids=FLAVOURS_BY_NAME.keys()
)
def test_every_primitive_type_is_annotated(flavour: Flavour) -> None:
    assert flavour.types.keys() == EXAMPLES.keys()


def test_edm_declares_the_types_of_the_table() -> None:
    template = Path(own_templates()) / "typeddict" / "edm.py.jinja"
    source = template.read_text(encoding="utf-8")
    declared = set(re.findall(r"^(\w+): TypeAlias", source, re.MULTILINE))
    named = {
        name for name, _ in FLAVOURS_BY_NAME["typeddict"].types.values() if "." in name
    }
    assert named == {f"edm.{name}" for name in declared}


def test_base_of_typed_dicts_declares_the_keys_of_the_table() -> None:
    template = Path(own_templates()) / "typeddict" / "base.py.jinja"
    declared = re.findall(r'"(@[\w.]+)": str,', template.read_text(encoding="utf-8"))
    assert set(declared) == FLAVOURS_BY_NAME["typeddict"].base_keys


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_flavour_has_a_folder_of_templates(flavour: str) -> None:
    assert (Path(own_templates()) / flavour / "model.py.jinja").is_file()
