"""The diagnostics that a command reports: suppressed, ignored, graded and sorted."""

from docgen.diagnostics import (
    Code,
    Diagnostic,
    Severity,
    Suppression,
    diagnostic,
    finalize_diagnostics,
)
from docgen.source import Span


def reported(
    line: int, code: Code = Code.BROKEN_LINK, path: str = "a.md"
) -> Diagnostic:
    return diagnostic(code, "it is wrong", path, Span(line, 3, 5))


SUPPRESSION = Suppression(
    code="broken-link", path="a.md", span=Span(1, 21, 32), lines=(1, 2)
)


def test_diagnostics_are_sorted_and_duplicates_dropped() -> None:
    first, second, other = reported(1), reported(2), reported(1, path="b.md")
    found = finalize_diagnostics([other, second, first, second])
    assert found == (first, second, other)


def test_suppressed_diagnostics_are_dropped() -> None:
    found = finalize_diagnostics([reported(2), reported(3)], [SUPPRESSION])
    assert found == (reported(3),)


def test_unused_suppressions_are_reported_in_order() -> None:
    found = finalize_diagnostics([reported(3)], [SUPPRESSION], report_unused=True)
    assert [one.code for one in found] == ["unused-suppression", "broken-link"]


def test_ignored_diagnostics_are_dropped() -> None:
    given = [reported(1), reported(1, path="legacy/a.md")]
    found = finalize_diagnostics(
        given, is_ignored=lambda one: one.path.startswith("legacy/")
    )
    assert found == (reported(1),)


def test_suppression_of_an_ignored_diagnostic_is_used() -> None:
    found = finalize_diagnostics(
        [reported(2)], [SUPPRESSION], report_unused=True, is_ignored=bool
    )
    assert found == ()


def test_severities_are_configured_and_none_is_off() -> None:
    given = [reported(1), reported(2, Code.EMPTY_ROW), reported(3, Code.NAME_CASE)]
    severities = {"broken-link": Severity.ERROR, "empty-row": None}
    found = finalize_diagnostics(given, severities=severities)
    assert [(one.code, one.severity) for one in found] == [
        ("broken-link", Severity.ERROR),
        ("name-case", Severity.NOTE),
    ]
