"""Edits of tables: which rows are sorted, and which stay."""

import pytest

from docgen.diagnostics import Code, diagnostic
from docgen.fixes import PageText, fix_of
from docgen.source import Span

HEAD = "|Property|Type|\n|:---|:---|\n"

SORTED = {
    "all rows of a table": ("|b|B|\n|c|C|\n|a|A|\n", 5, "|a|A|\n|b|B|\n|c|C|\n"),
    "names without markup": (
        "|**b**|B|\n|[a](a.md)|A|\n",
        4,
        "|[a](a.md)|A|\n|**b**|B|\n",
    ),
    "rows before a title of a group": (
        "|b|B|\n|a|A|\n|T||\n|c|C|",
        4,
        "|a|A|\n|b|B|\n|T||\n|c|C|",
    ),
    "rows after a title of a group": (
        "|c|C|\n|T| |\n|b|B|\n|a|A|",
        6,
        "|c|C|\n|T| |\n|a|A|\n|b|B|",
    ),
    "rows without pipes at their ends": ("b | B\na | A", 4, "a | A\nb | B"),
}
UNCHANGED = {
    "rows that are sorted": ("|a|A|\n|B|B|\n", 4),
    "rows of which one has no name": ("|b|B|\n||more|\n|a|A|\n", 5),
    "rows before the second line of a row": ("|b|B|\n|a|A\nmore|\n", 4),
}


def fixed(rows: str, line: int) -> str:
    """Return the rows after the fix of a diagnostic of the row on a line."""
    page = PageText(HEAD + rows)
    one = diagnostic(Code.UNSORTED_ROWS, "wrong", "a.md", Span(line, 2, 3), "help")
    fix = fix_of(one, page)
    edited = page.edited(page.ranges(fix.edits) or []) if fix else page.text
    return edited.removeprefix(HEAD)


@pytest.mark.parametrize(("rows", "line", "expected"), SORTED.values(), ids=SORTED)
def test_sorted(rows: str, line: int, expected: str) -> None:
    assert fixed(rows, line) == expected


@pytest.mark.parametrize(("rows", "line"), UNCHANGED.values(), ids=UNCHANGED)
def test_unchanged(rows: str, line: int) -> None:
    assert fixed(rows, line) == rows
