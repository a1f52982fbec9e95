"""Edits of lines: what is replaced, and what is left to the author."""

import pytest

from docgen.diagnostics import Code, Replacement, diagnostic
from docgen.fixes import PageText, fix_of
from docgen.source import Span


def fixed(
    text: str, code: Code, span: Span, *new: Replacement, related: Span | None = None
) -> str:
    """Return a page after the fix of a diagnostic; unchanged if it has none."""
    page = PageText(text)
    one = diagnostic(code, "wrong", "a.md", span, "help", *new, related=related)
    fix = fix_of(one, page)
    return page.edited(page.ranges(fix.edits) or []) if fix else text


@pytest.mark.parametrize(
    ("written", "declared"),
    [
        ("HTML", "html"),
        ("Normal", "normal"),
        ("geocoordinates", "geoCoordinates"),
        ("DefaultColumnValue", "defaultColumnValue"),
        ("harbour.Engine", "harbour.engine"),
        ("(userFlow.md", "(userflow.md"),
    ],
)
def test_a_name_gets_the_case_of_its_declaration(written: str, declared: str) -> None:
    text = f"a {written}) b"
    span = Span(1, 3, 3 + len(written))
    new = Replacement(declared, written)
    assert fixed(text, Code.NAME_CASE, span, new) == f"a {declared}) b"


@pytest.mark.parametrize(
    ("written", "declared"),
    [
        ("timeSlots", "timeslots"),
        ("printerId", "printerID"),
        ("SharePointIds", "sharepointIds"),
    ],
)
def test_a_declaration_that_joins_words_may_have_the_mistake(
    written: str, declared: str
) -> None:
    span = Span(1, 1, 1 + len(written))
    new = Replacement(declared, written)
    assert fixed(written, Code.NAME_CASE, span, new) == written


def test_a_name_in_a_description_is_not_changed() -> None:
    text = "|a|json object|"
    new = Replacement("Json", "json")
    assert fixed(text, Code.NAME_CASE, Span(1, 4, 8), new) == text
    assert fixed("|a|json|", Code.NAME_CASE, Span(1, 4, 8), new) == "|a|Json|"


@pytest.mark.parametrize(
    ("text", "new", "expected"),
    [
        ("a Ship", Replacement("ship", "Ship"), "a ship"),
        ("a\n,\nb", Replacement("", None, Span(2, 1, 2)), "a\nb"),
        ("a\n,", Replacement("", None, Span(2, 1, 2)), "a"),
        ("> |a|", Replacement("|a|\n|-|", "|a|", Span(1, 3, 6)), "> |a|\n> |-|"),
        ("- |a|", Replacement("|a|\n|-|", "|a|", Span(1, 3, 6)), "- |a|\n  |-|"),
        ("  {", Replacement("\n{", "{", Span(1, 3, 4)), "\n  {"),
        ("{ }", Replacement("\n```", None, Span(1, 4, 4)), "{ }\n```"),
        ("a", Replacement("b", "x"), "a"),
        ("a", Replacement("b", None, Span(3, 1, 2)), "a"),
        ("a", Replacement("b", None, Span(1, 1, 9)), "a"),
    ],
    ids=[
        *("a word", "a line that becomes blank", "the last line", "in a quote"),
        *("in a list", "a blank line above", "a line below", "a missing word"),
        *("a missing line", "a missing column"),
    ],
)
def test_replacements_are_made_where_they_are_possible(
    text: str, new: Replacement, expected: str
) -> None:
    assert fixed(text, Code.REPAIRED_JSON, Span(1, 1, 1), new) == expected


def test_the_address_of_a_reference_link_is_in_its_definition() -> None:
    text = "See [sail][].\n\n[sail]: Sail.md#top"
    new = Replacement("(sail.md", "(Sail.md")
    assert fixed(text, Code.NAME_CASE, Span(1, 5, 13), new) == (
        "See [sail][].\n\n[sail]: sail.md#top"
    )


@pytest.mark.parametrize(
    ("between", "is_deleted"),
    [
        ("|b|Int32|\n", True),
        ("", True),
        ("|**Others**||\n", False),
        ("\n## Other\n\n", False),
        ("::: zone\n", False),
    ],
    ids=["a row", "nothing", "a title", "a heading", "a zone"],
)
def test_a_repeated_row_is_deleted_if_only_rows_are_between(
    between: str, is_deleted: bool
) -> None:
    text = f"|a|String|\n{between}| a | String |\n|c|Int32|"
    line = 2 + between.count("\n")
    changed = fixed(text, Code.DUPLICATE_ROW, Span(line, 3, 4), related=Span(1))
    assert (changed != text) == is_deleted
    if is_deleted:
        assert changed == f"|a|String|\n{between}|c|Int32|"


def test_a_repeated_row_is_kept_if_it_is_on_the_line_of_the_first() -> None:
    text = "|a|String| |a|String|"
    assert fixed(text, Code.DUPLICATE_ROW, Span(1, 13, 14), related=Span(1)) == text


@pytest.mark.parametrize(
    ("line", "is_deleted"),
    [
        ("| | |", True),
        ("|---|---|", True),
        ("|<br>|&nbsp|", False),
        ("|---|---| |b|Int32|", False),
        ("| | | |\u00e9|Int32|", False),
    ],
    ids=["blank", "dashes", "an entity", "another row", "another row after blanks"],
)
def test_an_empty_row_is_deleted_if_nothing_else_is_on_its_line(
    line: str, is_deleted: bool
) -> None:
    changed = fixed(f"|a|String|\n{line}\n", Code.EMPTY_ROW, Span(2, 1, 2))
    assert (changed == "|a|String|\n") == is_deleted


@pytest.mark.parametrize(
    ("row", "column", "expected"),
    [
        ("|a|String|x or y | z|", 20, r"|a|String|x or y \| z|"),
        ("|a|String|b|", 11, "|a|String|b|"),
        (r"|a|String|1 \| 2 | 3", 20, r"|a|String|1 \| 2 \| 3"),
    ],
    ids=["three columns", "two columns", "without a last pipe"],
)
def test_pipes_after_the_last_column_are_escaped(
    row: str, column: int, expected: str
) -> None:
    span = Span(1, column, column + 1)
    assert fixed(row, Code.EXTRA_CELL, span) == expected
