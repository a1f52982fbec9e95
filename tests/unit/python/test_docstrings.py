"""Docstrings made from descriptions."""

import ast

import pytest

from docgen.python.literals import MARGIN, MAX_PARAGRAPH, docstring, sentence

SHORT = {
    "a short text is one line": ("A team.", '"""A team."""'),
    "white space is one blank": (" A\n\tteam. ", '"""A team."""'),
    "three quotes are escaped": ('a """ b', '"""a \\"\\"\\" b"""'),
    "a quote at the head is escaped": ('"a" b', '"""\\"a" b"""'),
    "a quote at the end stands off": ('a "b"', '"""a "b" """'),
    "a backslash is doubled": ("a\\", '"""a\\\\"""'),
    "a right-to-left mark goes": ("a\u202eb", '"""ab"""'),
    "a NUL goes": ("a\0b", '"""ab"""'),
    "braces mean themselves": ("{{ x }}", '"""{{ x }}"""'),
    "no text gives no docstring": (" \0 ", ""),
}


@pytest.mark.parametrize(("text", "expected"), SHORT.values(), ids=SHORT.keys())
def test_a_short_description(text: str, expected: str) -> None:
    assert docstring((text,), "    ") == expected


def test_a_long_text_is_wrapped_at_the_margin() -> None:
    lines = ("    " + docstring(("word " * 60,), "    ")).split("\n")
    assert max(map(len, lines)) <= MARGIN
    assert all(line.startswith("    ") for line in lines)
    assert lines[-1] == '    """'


def test_the_first_line_of_a_long_text_is_its_first_sentence() -> None:
    text = docstring(("A short sentence. " + "And a long one " * 10,), "    ")
    assert text.split("\n")[:2] == ['"""A short sentence.', ""]


def test_a_first_sentence_of_a_word_or_two_does_not_stand_alone() -> None:
    text = docstring(("Read-only. " + "And a long one " * 10,), "    ")
    assert text.startswith('"""Read-only. And a long one')


def test_an_abbreviation_ends_no_sentence() -> None:
    text = docstring(("A thing, e.g. This one, " + "and so on " * 10,), "    ")
    assert text.startswith('"""A thing, e.g. This one,')


def test_paragraphs_are_parted_by_a_blank_line() -> None:
    assert docstring(("A.", "B."), "  ") == '"""A.\n\n  B.\n  """'


def test_an_address_is_not_broken() -> None:
    address = "https://example.com/" + "a-b/" * 40
    assert address in docstring((f"See {address} there.",), "    ")


def test_an_endless_text_is_cut_off_between_words() -> None:
    text = str(ast.literal_eval(docstring(("word " * 200_000,), "")))
    assert len(text) < MAX_PARAGRAPH * 1.1
    assert text.rstrip().endswith("word …")


SENTENCES = {
    "a full stop is added": ("A team", "A team."),
    "a full stop stays": ("A team.", "A team."),
    "a question stays": ("A team?", "A team?"),
    "a bracket is not an end": ("A team (b)", "A team (b)."),
}


@pytest.mark.parametrize(("text", "expected"), SENTENCES.values(), ids=SENTENCES.keys())
def test_a_text_ends_as_a_sentence(text: str, expected: str) -> None:
    assert sentence(text) == expected
