"""Names that are reserved in generated Python."""

import builtins
from keyword import kwlist, softkwlist

import pytest

from docgen.python import reserved
from docgen.python.flavours import VALUES
from docgen.python.names import (
    class_name,
    field_name,
    method_name,
    module_name,
)

ANNOTATIONS = {name.partition(".")[0] for name, _ in VALUES.values()} | {"list", "Any"}
DEVICES = [
    "CON",
    "PRN",
    "AUX",
    "NUL",
    *(f"{p}{n}" for p in ("COM", "LPT") for n in range(10)),
]


@pytest.mark.parametrize("word", sorted(ANNOTATIONS))
def test_name_in_annotations_is_not_hidden(word: str) -> None:
    assert field_name(word) != word
    assert method_name(word) != word or word == "list"
    assert class_name(word) != word


@pytest.mark.parametrize("word", kwlist)
def test_keyword_is_reserved(word: str) -> None:
    names = {
        field_name(word),
        method_name(word),
        class_name(word),
        module_name(word),
    }
    assert not names & set(kwlist)


@pytest.mark.parametrize("word", softkwlist[1:])
def test_soft_keyword_is_not_reserved(word: str) -> None:
    assert field_name(word) == method_name(word) == word


@pytest.mark.parametrize(
    "word", ["id", "name", "value", "type", "format", "filter", "hash"]
)
def test_common_builtin_is_not_reserved(word: str) -> None:
    assert field_name(word) == method_name(word) == word


CAPITALS = [name for name in dir(builtins) if name[0].isupper()]


@pytest.mark.parametrize("word", CAPITALS)
def test_builtin_class_is_not_hidden(word: str) -> None:
    assert class_name(word[0].lower() + word[1:]) != word


@pytest.mark.parametrize("word", DEVICES)
def test_device_of_windows_is_not_a_file(word: str) -> None:
    assert module_name(word) == word.lower() + "_"
    assert module_name(word.lower()) == word.lower() + "_"


def test_reserved_names_have_the_style_of_their_table() -> None:
    assert all(name == name.lower() for name in reserved.RESERVED_FIELDS - set(kwlist))
    assert all(name[0].isupper() for name in reserved.RESERVED_CLASSES - set(kwlist))
