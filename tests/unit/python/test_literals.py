"""Python literals made from the text of a page."""

import ast

import pytest

from docgen.python.literals import MARGIN, json_literal, string_literal

TEXTS = {
    "plain text stands in double quotes": ("team", '"team"'),
    "double quotes inside are spared escapes": ('a "b"', "'a \"b\"'"),
    "both quotes inside are escaped": ("""'"'""", '''"'\\"'"'''),
    "a backslash is doubled": ("a\\", '"a\\\\"'),
    "a line end is written out": ("a\nb", '"a\\nb"'),
    "a NUL is written out": ("\0", '"\\x00"'),
    "a right-to-left mark is written out": ("\u202e", '"\\u202e"'),
    "a lone surrogate is written out": ("\ud800", '"\\ud800"'),
    "a tag of the upper planes is written out": ("\U000e0001", '"\\U000e0001"'),
    "letters of any script stay": ("größe 名", '"größe 名"'),
    "braces mean themselves": ("{{ x }}", '"{{ x }}"'),
    "three quotes end nothing": ('"""', '\'"""\''),
}


@pytest.mark.parametrize(("text", "literal"), TEXTS.values(), ids=TEXTS.keys())
def test_a_text_is_written(text: str, literal: str) -> None:
    assert string_literal(text) == literal
    assert ast.literal_eval(literal) == text


VALUES: dict[str, tuple[object, str]] = {
    "an empty object": ({}, "{}"),
    "an empty list": ([], "[]"),
    "nothing": (None, "None"),
    "a truth": (True, "True"),
    "a number": (1.5, "1.5"),
    "an object": ({"a": 1, "b": None}, '{"a": 1, "b": None}'),
    "a list": ([1, [2]], "[1, [2]]"),
    "what does not fit in a line has an item a line": (
        {"a": ["b" * 40, "c" * 40], "d": [1]},
        f'{{\n    "a": [\n        "{"b" * 40}",\n        "{"c" * 40}",\n    ],\n    "d": [1],\n}}',
    ),
}


@pytest.mark.parametrize(("value", "literal"), VALUES.values(), ids=VALUES.keys())
def test_json_is_written(value: object, literal: str) -> None:
    assert json_literal(value) == literal
    assert ast.literal_eval(literal) == value


FITS = {
    "a line may be full": (MARGIN - len('["a"]'), '["a"]'),
    "one character more is too many": (MARGIN - len('["a"]') + 1, '[\n    "a",\n]'),
}


@pytest.mark.parametrize(("used", "literal"), FITS.values(), ids=FITS.keys())
def test_what_stands_before_a_list_counts(used: int, literal: str) -> None:
    assert json_literal(["a"], used=used) == literal


def test_a_comma_behind_an_item_counts() -> None:
    full = "a" * (MARGIN - len('    [""],'))
    assert json_literal([[full], "b"]) == f'[\n    ["{full}"],\n    "b",\n]'
    assert f'    [\n        "{full}a",\n    ],' in json_literal([[full + "a"], "b"])
