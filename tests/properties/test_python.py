"""Literals, docstrings and names are valid for any text."""

import ast
import unicodedata
from collections.abc import Callable
from keyword import iskeyword

import pytest
from black import format_str
from black.mode import Mode, TargetVersion
from hypothesis import given
from hypothesis import strategies as st

from docgen.python.literals import docstring, json_literal, string_literal
from docgen.python.names import (
    CLASS_NAMES,
    FIELD_NAMES,
    MEMBER_NAMES,
    METHOD_NAMES,
    PythonName,
    Style,
    class_name,
    field_name,
    member_name,
    module_name,
    unique_names,
)

ANY_TEXT = st.text(st.characters())
TROUBLE = st.text(st.sampled_from("\"\\'\n\r\t\0 aé{}%#\u202e\u2028\ud800"))
TEXTS = ANY_TEXT | TROUBLE
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS,
    lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner),
    max_leaves=10,
)
INDENTS = st.sampled_from(["", "    ", "        "])
MODE = Mode(line_length=88, target_versions={TargetVersion.PY311})


@given(TEXTS)
def test_a_literal_evaluates_to_its_string(text: str) -> None:
    assert ast.literal_eval(string_literal(text)) == text


@given(TEXTS)
def test_a_literal_is_one_printable_line(text: str) -> None:
    assert string_literal(text).isprintable()


@given(JSON.filter(lambda value: value not in (float("inf"), float("-inf"))))
def test_a_json_literal_evaluates_to_its_value(value: object) -> None:
    try:
        assert ast.literal_eval(json_literal(value)) == value
    except ValueError:
        assert "inf" in json_literal(value)


@given(TEXTS.filter(lambda text: "\ud800" not in text))
def test_black_leaves_a_literal_unchanged(text: str) -> None:
    line = f"x = {string_literal(text)}\n"
    assert format_str(line, mode=MODE) == line


@given(st.lists(TEXTS, max_size=3), INDENTS)
def test_a_docstring_is_one_expression(paragraphs: list[str], indent: str) -> None:
    result = docstring(tuple(paragraphs), indent)
    if result:
        (statement,) = ast.parse(result).body
        assert isinstance(statement, ast.Expr)
        assert isinstance(statement.value, ast.Constant)


@given(TEXTS, INDENTS)
def test_a_docstring_has_all_visible_characters_of_its_string(
    text: str, indent: str
) -> None:
    result = docstring((text,), indent)
    value = ast.literal_eval(result) if result else ""
    assert "".join(str(value).split()) == "".join(map(seen, text))


def seen(character: str) -> str:
    """Keep what a reader sees; blanks don't count."""
    hidden = unicodedata.category(character)[0] == "C" or character.isspace()
    return "" if hidden else character


@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_black_leaves_a_docstring_unchanged(paragraphs: list[str]) -> None:
    result = docstring(tuple(paragraphs), "    ")
    source = f"class A:\n    {result}\n\n    x: int = 1\n    {result}\n"
    if result:
        assert format_str(source, mode=MODE) == source


MAKERS = [field_name, class_name, member_name, module_name]


@pytest.mark.parametrize("convert", MAKERS)
@given(name=TEXTS)
def test_a_name_is_an_identifier(
    convert: Callable[[str], PythonName], name: str
) -> None:
    result = convert(name)
    assert result.isidentifier()
    assert result.isascii()
    assert not iskeyword(result)
    assert not result.startswith("_")


STYLES = {
    "a class": CLASS_NAMES,
    "a field": FIELD_NAMES,
    "a member": MEMBER_NAMES,
    "an operation": METHOD_NAMES,
}
NAMES = TEXTS | st.sampled_from(["aB", "AB", "a_b", "ab", "list", "any", "anyType"])


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES.keys())
@given(names=st.lists(NAMES))
def test_names_are_distinct_in_any_order(style: Style, names: list[str]) -> None:
    result = unique_names(names, style)
    assert len(set(result.values())) == len(set(names))
    assert result == unique_names(sorted(names), style)


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES.keys())
@given(names=st.lists(NAMES), added=st.lists(NAMES))
def test_a_name_changes_only_if_a_colliding_name_is_added(
    style: Style, names: list[str], added: list[str]
) -> None:
    before, after = unique_names(names, style), unique_names(names + added, style)
    come = {style.convert(name) for name in set(added) - set(names)}
    for name in names:
        plain = style.convert(name)
        is_canonical = style.invert(plain) == name
        assert after[name] == (plain if is_canonical else after[name])
        assert plain in come or after[name] == before[name]
