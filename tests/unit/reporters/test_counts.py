"""Counts: a line for each code, the most frequent first."""

import pytest

from docgen.commands.report import no_line
from docgen.diagnostics import Code, diagnostic
from docgen.reporters.colour import PLAIN
from docgen.reporters.counts import counts_report, grouped_report
from docgen.source import Span

CODES = [Code.EMPTY_ROW, Code.INVALID_NAME, *[Code.BROKEN_LINK] * 1200]


def test_codes_are_counted_and_the_most_frequent_comes_first() -> None:
    found = [
        diagnostic(code, "x", "a.md", Span(line)) for line, code in enumerate(CODES)
    ]
    report = counts_report(found, PLAIN)
    assert [line.split()[:3] for line in report.splitlines()] == [
        ["1,200", "warning", "broken-link"],
        ["1", "note", "empty-row"],
        ["1", "error", "invalid-name"],
    ]
    assert report.splitlines()[2].endswith(Code.INVALID_NAME.value.summary)


def test_no_diagnostics_are_an_empty_report() -> None:
    assert counts_report([], PLAIN) == ""


@pytest.mark.parametrize(("number", "is_grouped"), [(20, False), (21, True)])
def test_many_warnings_are_grouped(number: int, is_grouped: bool) -> None:
    found = [
        diagnostic(Code.BROKEN_LINK, f"link {line}", "a.md", Span(line))
        for line in range(number)
    ]
    report = grouped_report(found, no_line, PLAIN)
    assert ("link 3" not in report) is is_grouped
    assert report.endswith("show all: docgen lint\n") is is_grouped


def test_errors_and_diagnostics_of_generated_files_are_never_grouped() -> None:
    found = [
        *(diagnostic(Code.BROKEN_LINK, "x", "a.md", Span(n)) for n in range(30)),
        diagnostic(Code.INVALID_NAME, "`a b` is not a name", "a.md", Span(40)),
        diagnostic(Code.REMOVED_CODE, "`f` was deleted", "graph/a.py", Span(1)),
    ]
    report = grouped_report(found, no_line, PLAIN)
    assert "`a b` is not a name" in report
    assert "`f` was deleted" in report
    assert "30 warning" in report
