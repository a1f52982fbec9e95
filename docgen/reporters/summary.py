"""The summary at the end of a run, and parts of it."""

from collections.abc import Iterable, Sequence

from docgen.diagnostics import Diagnostic, Severity

_LISTED = 20


def summary(
    pages: int, diagnostics: Iterable[Diagnostic], seconds: float | None = None
) -> str:
    """Return `12 pages in 0.4 s: 3 warnings, 8 notes`, without counts of zero."""
    counts = by_severity(diagnostics)
    read = counted(pages, "page")
    time = "" if seconds is None else f" in {seconds:,.1f} s"
    found = (counted(number, name) for name, number in counts.items() if number)
    return ": ".join(filter(None, (read + time, listed(*found))))


def by_severity(diagnostics: Iterable[Diagnostic]) -> dict[str, int]:
    """Return the number of diagnostics of each severity, errors first."""
    counts = {severity.value: 0 for severity in Severity}
    for one in diagnostics:
        counts[one.severity.value] += 1
    return counts


def counted(number: int, noun: str) -> str:
    """Return `1 page`, `2 pages`, `1,239 pages`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def listed(*parts: str) -> str:
    """Return the parts that are not empty, joined with commas."""
    return ", ".join(part for part in parts if part)


def at_most(lines: Sequence[str]) -> list[str]:
    """Return the first lines, and a line with the number of the others."""
    if len(lines) <= _LISTED:
        return [*lines]
    return [*lines[:_LISTED], f"… and {len(lines) - _LISTED:,} more"]
