"""Counts: a line for each code, the most frequent first."""

from docgen.diagnostics import Code, diagnostic
from docgen.reporters import palette
from docgen.reporters.counts import counts_report
from docgen.source import Span

CODES = [Code.EMPTY_ROW, Code.INVALID_NAME, *[Code.BROKEN_LINK] * 1200]


def test_codes_are_counted_and_the_most_frequent_comes_first() -> None:
    told = [
        diagnostic(code, "x", "a.md", Span(line)) for line, code in enumerate(CODES)
    ]
    report = counts_report(told, palette(is_coloured=False))
    assert [line.split()[:3] for line in report.splitlines()] == [
        ["1,200", "warning", "broken-link"],
        ["1", "note", "empty-row"],
        ["1", "error", "invalid-name"],
    ]
    assert report.splitlines()[2].endswith(Code.INVALID_NAME.value.summary)


def test_nothing_to_tell_is_nothing() -> None:
    assert counts_report([], palette(is_coloured=False)) == ""
