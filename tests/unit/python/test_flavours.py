"""The table of flavours beside their names and their templates."""

import pytest

from docgen.flavours import FLAVOURS
from docgen.python.flavours import BY_NAME
from docgen.shipped import own_templates


def test_every_flavour_is_in_the_table() -> None:
    assert tuple(BY_NAME) == FLAVOURS


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_flavour_has_a_folder_of_templates(flavour: str) -> None:
    assert (own_templates() / flavour / "model.py.jinja").is_file()
