"""Literals and docstrings made from text of a page."""

import ast

import pytest

from docgen.python.literals import (
    MARGIN,
    MAX_PARAGRAPH,
    docstring,
    json_literal,
    sentence,
    string_literal,
)

STRINGS = {
    "a word": ("team", '"team"'),
    "double quotes": ('a "b"', "'a \"b\"'"),
    "both kinds of quotes": ("""'"'""", '''"'\\"'"'''),
    "a backslash": ("a\\", '"a\\\\"'),
    "a newline": ("a\nb", '"a\\nb"'),
    "a NUL": ("\0", '"\\x00"'),
    "a right-to-left mark": ("\u202e", '"\\u202e"'),
    "a lone surrogate": ("\ud800", '"\\ud800"'),
    "an invisible character of a higher plane": ("\U000e0001", '"\\U000e0001"'),
    "letters of any script": ("größe 名", '"größe 名"'),
    "braces": ("{{ x }}", '"{{ x }}"'),
    "three quotes": ('"""', '\'"""\''),
}


@pytest.mark.parametrize(("value", "literal"), STRINGS.values(), ids=STRINGS.keys())
def test_string_literal(value: str, literal: str) -> None:
    assert string_literal(value) == literal
    assert ast.literal_eval(literal) == value


JSON: dict[str, tuple[object, str]] = {
    "an empty object": ({}, "{}"),
    "an empty list": ([], "[]"),
    "null": (None, "None"),
    "a Boolean": (True, "True"),
    "a number": (1.5, "1.5"),
    "an object": ({"a": 1, "b": None}, '{"a": 1, "b": None}'),
    "a list": ([1, [2]], "[1, [2]]"),
    "an object that is too long for a line": (
        {"a": ["b" * 40, "c" * 40], "d": [1]},
        f'{{\n    "a": [\n        "{"b" * 40}",\n        "{"c" * 40}",\n    ],\n    "d": [1],\n}}',
    ),
}


@pytest.mark.parametrize(("value", "literal"), JSON.values(), ids=JSON.keys())
def test_json_literal(value: object, literal: str) -> None:
    assert json_literal(value) == literal
    assert ast.literal_eval(literal) == value


WIDTHS = {
    "the line is full": (MARGIN - len('["a"]'), '["a"]'),
    "the line is too long": (MARGIN - len('["a"]') + 1, '[\n    "a",\n]'),
}


@pytest.mark.parametrize(("used", "literal"), WIDTHS.values(), ids=WIDTHS.keys())
def test_characters_before_a_list_count(used: int, literal: str) -> None:
    assert json_literal(["a"], used=used) == literal


def test_comma_after_an_item_counts() -> None:
    full = "a" * (MARGIN - len('    [""],'))
    assert json_literal([[full], "b"]) == f'[\n    ["{full}"],\n    "b",\n]'
    assert f'    [\n        "{full}a",\n    ],' in json_literal([[full + "a"], "b"])


DOCSTRINGS = {
    "a short paragraph is one line": ("A team.", '"""A team."""'),
    "whitespace is one space": (" A\n\tteam. ", '"""A team."""'),
    "three quotes are escaped": ('a """ b', '"""a \\"\\"\\" b"""'),
    "a quote at the start is escaped": ('"a" b', '"""\\"a" b"""'),
    "a space follows a quote at the end": ('a "b"', '"""a "b" """'),
    "a backslash is escaped": ("a\\", '"""a\\\\"""'),
    "a right-to-left mark is removed": ("a\u202eb", '"""ab"""'),
    "a NUL is removed": ("a\0b", '"""ab"""'),
    "braces are kept": ("{{ x }}", '"""{{ x }}"""'),
    "an empty paragraph has no docstring": (" \0 ", ""),
}


@pytest.mark.parametrize(
    ("paragraph", "expected"), DOCSTRINGS.values(), ids=DOCSTRINGS.keys()
)
def test_short_docstring(paragraph: str, expected: str) -> None:
    assert docstring((paragraph,), "    ") == expected


def test_long_paragraph_is_wrapped() -> None:
    lines = ("    " + docstring(("word " * 60,), "    ")).split("\n")
    assert max(map(len, lines)) <= MARGIN
    assert all(line.startswith("    ") for line in lines)
    assert lines[-1] == '    """'


def test_first_sentence_of_a_long_paragraph_is_the_first_line() -> None:
    lines = docstring(("A short sentence. " + "And a long one " * 10,), "    ")
    assert lines.split("\n")[:2] == ['"""A short sentence.', ""]


def test_first_sentence_of_one_word_is_not_a_separate_line() -> None:
    result = docstring(("Read-only. " + "And a long one " * 10,), "    ")
    assert result.startswith('"""Read-only. And a long one')


def test_abbreviation_does_not_end_a_sentence() -> None:
    result = docstring(("A thing, e.g. This one, " + "and so on " * 10,), "    ")
    assert result.startswith('"""A thing, e.g. This one,')


def test_paragraphs_are_separated_by_a_blank_line() -> None:
    assert docstring(("A.", "B."), "  ") == '"""A.\n\n  B.\n  """'


def test_url_is_not_split() -> None:
    url = "https://example.com/" + "a-b/" * 40
    assert url in docstring((f"See {url} there.",), "    ")


def test_very_long_paragraph_is_cut_between_words() -> None:
    result = str(ast.literal_eval(docstring(("word " * 200_000,), "")))
    assert len(result) < MAX_PARAGRAPH * 1.1
    assert result.rstrip().endswith("word …")


SENTENCES = {
    "a full stop is added": ("A team", "A team."),
    "a full stop is kept": ("A team.", "A team."),
    "a question mark is kept": ("A team?", "A team?"),
    "a bracket does not end a sentence": ("A team (b)", "A team (b)."),
}


@pytest.mark.parametrize(("text", "expected"), SENTENCES.values(), ids=SENTENCES.keys())
def test_sentence(text: str, expected: str) -> None:
    assert sentence(text) == expected


REQUESTS = {
    "in a paragraph": f"See `GET /{'long/' * 14}a b` or `GET /c`.",
    "in a single line": "Send `GET /a b`.",
    "with a word before it": f"{'Word ' * 14}`PATCH /{'long/' * 5}{{a or b}}`, and others.",
}


@pytest.mark.parametrize("text", REQUESTS.values(), ids=REQUESTS.keys())
def test_request_line_is_not_wrapped(text: str) -> None:
    lines = docstring((text, text), "    ").split("\n")
    spans = [one for line in lines for one in line.split("`")[1::2]]
    assert spans == text.split("`")[1::2] * 2
    assert "\0" not in "".join(lines)


def test_null_character_of_a_page_is_not_in_a_docstring() -> None:
    assert docstring(("`GET \0/a`",)) == '"""`GET /a`"""'
