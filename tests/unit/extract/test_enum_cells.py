"""Type cells that list values: each form of the grammar in the docstring of the module."""

from collections.abc import Callable

import pytest

from docgen.extract.enum_cells import MAX_ENUM_CELL, enum_cell
from docgen.markdown.page import Inline

Inlines = Callable[[str], Inline]

CELLS = {
    "in parentheses": ("Enum (on, off)", "Enum: on, off"),
    "in square brackets": ("Enum [on, off]", "Enum: on, off"),
    "in curly brackets": ("Enum {on, off}", "Enum: on, off"),
    "in angle brackets": ("Enum&lt;on, off>", "Enum: on, off"),
    "in brackets without a link": ("enum[on, off]", "enum: on, off"),
    "in code": ("`enum(on, off)`", "enum: on, off"),
    "in code each": ("Enum: `on`, `off`", "Enum: on, off"),
    "in quotation marks": ('Enum ("on", \u2018off\u2019)', "Enum: on, off"),
    "after a dash": ("Enumeration - on, off", "Enumeration: on, off"),
    "after words": ("enum with one of the values on, off", "enum: on, off"),
    "after String": ("String enum (on, off)", "String: on, off"),
    "after String in parentheses": ("string (enum: on, off)", "string: on, off"),
    "between pipes": (r"enum: on \| off", "enum: on, off"),
    "between slashes": ("Enum (on/off)", "Enum: on, off"),
    "between semicolons": ("Enum (on; off)", "Enum: on, off"),
    "between words": ("Enum: on, off, or dim", "Enum: on, off, dim"),
    "on lines": ("Enum<br>on<br>- off", "Enum: on, off"),
    "with more of them": ("Enum (on, off, \u2026)", "Enum: on, off"),
    "with numbers before": ("Enum (0 = on, 1: off)", "Enum: on 0, off 1"),
    "with numbers after": ("Enum (on = 2, off (1))", "Enum: on 2, off 1"),
    "that begin with a digit": ("Enum (2d, 3d)", "Enum: 2d, 3d"),
    "that are names of types in part": ("Enum (text, image)", "Enum: text, image"),
    "that are facts in part": ("Enum (required, hidden)", "Enum: required, hidden"),
    "with a soft hyphen": ("Enum (o\u00adn, off)", "Enum: on, off"),
    "a collection before": ("List of enum (on, off)", "Collection(enum): on, off"),
    "a collection around": ("Collection(Enum(on, off))", "Collection(Enum): on, off"),
    "a collection between": ("Enum array: on, off", "Collection(Enum): on, off"),
    "a collection after": ("Enum (on, off) list", "Collection(Enum): on, off"),
    "empty brackets after": ("enum[on, off][]", "Collection(enum): on, off"),
    "empty brackets between": ("Enum[] (on, off)", "Collection(Enum): on, off"),
    "literals alone": ('"on" | "off"', "String: on, off"),
    "literals and a word": ("'on' or 'off'", "String: on, off"),
    "one value": ("Enum (on)", None),
    "the same value twice": ("Enum (on, on)", None),
    "one literal": ('"String"', None),
    "a name": ("Enum: lampState", None),
    "a link": ("Enum: [on](on.md), off", None),
    "words": ("Enum (see below, or ask)", None),
    "media types": ("Enum (image/png, image/gif)", None),
    "primitive types": ("Enum (String, Int32)", None),
    "facts": ("Enum (required, read-only)", None),
    "optional": ("Enum (on, off, optional)", None),
    "numbers": ("Enum (1, 2)", None),
    "another type": ("String (on, off)", None),
    "a name that begins so": ("enumerator (on, off)", None),
    "a long cell": (f"Enum (on, {'o' * MAX_ENUM_CELL})", None),
}


@pytest.mark.parametrize(("text", "expected"), CELLS.values(), ids=CELLS)
def test_values(text: str, expected: str | None, inline: Inlines) -> None:
    found = enum_cell(inline(text))
    if found is None:
        assert expected is None
        return
    noun = f"Collection({found.noun})" if found.is_collection else found.noun
    values = (
        value.name if value.number is None else f"{value.name} {value.number}"
        for value in found.values
    )
    assert f"{noun}: {', '.join(values)}" == expected
