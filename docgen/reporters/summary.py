"""The line at the end of a run, in words."""

from collections.abc import Iterable, Sequence

from docgen.diagnostics import Diagnostic, Severity

_LISTED = 20


def summary(
    pages: int, diagnostics: Iterable[Diagnostic], seconds: float | None = None
) -> str:
    """Give `12 pages in 0.4 s: 3 warnings, 8 notes`; what there is none of is left out."""
    counts = by_severity(diagnostics)
    read = counted(pages, "page")
    time = "" if seconds is None else f" in {seconds:,.1f} s"
    told = (counted(number, name) for name, number in counts.items() if number)
    return ": ".join(filter(None, (read + time, listed(*told))))


def by_severity(diagnostics: Iterable[Diagnostic]) -> dict[str, int]:
    """Give how many diagnostics there are of each severity, the gravest first."""
    counts = {severity.value: 0 for severity in Severity}
    for one in diagnostics:
        counts[one.severity.value] += 1
    return counts


def counted(number: int, thing: str) -> str:
    """Give `1 page`, `2 pages`, `1,239 pages`."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def listed(*parts: str) -> str:
    """Give the parts that are not empty, with commas between them."""
    return ", ".join(part for part in parts if part)


def at_most(lines: Sequence[str]) -> list[str]:
    """Give the first lines, and how many more there are."""
    if len(lines) <= _LISTED:
        return [*lines]
    return [*lines[:_LISTED], f"… and {len(lines) - _LISTED:,} more"]
