"""Names that generated Python keeps for itself."""

import builtins
from keyword import kwlist, softkwlist

import pytest

from docgen.python import reserved
from docgen.python.flavours import VALUES
from docgen.python.names import (
    class_name,
    field_name,
    module_name,
    operation_method_name,
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
def test_nothing_hides_a_name_that_annotations_have(word: str) -> None:
    assert field_name(word) != word
    assert operation_method_name(word) != word
    assert class_name(word) != word


@pytest.mark.parametrize("word", kwlist)
def test_a_keyword_is_no_name(word: str) -> None:
    names = {
        field_name(word),
        operation_method_name(word),
        class_name(word),
        module_name(word),
    }
    assert not names & set(kwlist)


@pytest.mark.parametrize("word", softkwlist[1:])
def test_a_soft_keyword_is_a_name_where_it_is_no_module_s(word: str) -> None:
    assert field_name(word) == operation_method_name(word) == word


@pytest.mark.parametrize(
    "word", ["id", "name", "value", "type", "format", "filter", "hash"]
)
def test_an_everyday_word_stays_what_it_is(word: str) -> None:
    assert field_name(word) == operation_method_name(word) == word


CAPITALS = [name for name in dir(builtins) if name[0].isupper()]


@pytest.mark.parametrize("word", CAPITALS)
def test_no_class_hides_a_builtin(word: str) -> None:
    assert class_name(word[0].lower() + word[1:]) != word


@pytest.mark.parametrize("word", DEVICES)
def test_no_file_is_a_device_of_windows(word: str) -> None:
    assert module_name(word) == word.lower() + "_"
    assert module_name(word.lower()) == word.lower() + "_"


def test_each_table_has_names_of_its_own_style() -> None:
    assert all(name == name.lower() for name in reserved.RESERVED_FIELDS - set(kwlist))
    assert all(name[0].isupper() for name in reserved.RESERVED_CLASSES - set(kwlist))
