"""Suppressions: comments on pages that ask docgen not to report a code, and their application."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct

from docgen.diagnostics.codes import Code
from docgen.diagnostics.diagnostic import Diagnostic, diagnostic
from docgen.source import Span


class Suppression(Struct, frozen=True, array_like=True, kw_only=True):
    """`code` is not reported on `lines` (first and last) of the page; `None` means all lines.

    `span` is the position of the code in the comment.
    """

    code: str
    path: str
    span: Span
    lines: tuple[int, int] | None


def apply_suppressions(
    diagnostics: Iterable[Diagnostic],
    suppressions: Sequence[Suppression],
    *,
    report_unused: bool,
    unchecked: frozenset[str] = frozenset(),
) -> tuple[Diagnostic, ...]:
    """Return the diagnostics that no page suppresses, in their order.

    `report_unused` adds a diagnostic for each suppression that suppresses nothing, which requires
    that all stages processed all pages, or that the codes of the others are `unchecked`. If several
    suppressions cover a line, the last one above it counts as used.
    """
    if not suppressions:
        return tuple(diagnostics)
    index = _Index(suppressions)
    used: set[Suppression] = set()
    kept: list[Diagnostic] = []
    for one in diagnostics:
        suppression = index.get(one)
        if suppression is None:
            kept.append(one)
        else:
            used.add(suppression)
    unused = (
        one
        for one in suppressions
        if report_unused and one not in used and one.code not in unchecked
    )
    return (*kept, *map(_report_unused, unused))


class _Index:
    """Suppressions by path and code.

    Those for lines are sorted by their first line. A suppression never ends before one that
    starts above it, so the last one that starts above a line decides for that line.
    """

    def __init__(self, suppressions: Iterable[Suppression]) -> None:
        self._by_page: dict[tuple[str, str], Suppression] = {}
        self._by_lines: dict[tuple[str, str], list[tuple[int, int, Suppression]]]
        self._by_lines = defaultdict(list)
        for one in suppressions:
            if one.lines is None:
                self._by_page.setdefault((one.path, one.code), one)
            else:
                self._by_lines[one.path, one.code].append((*one.lines, one))

    def get(self, one: Diagnostic) -> Suppression | None:
        """Return the suppression that applies to a diagnostic; lines take precedence."""
        key = (one.path, one.code)
        line = one.span.line
        lines = self._by_lines.get(key, [])
        index = bisect_right(lines, line, key=lambda entry: entry[0])
        if index and lines[index - 1][1] >= line:
            return lines[index - 1][2]
        return self._by_page.get(key)


def _report_unused(one: Suppression) -> Diagnostic:
    where = "on this page" if one.lines is None else "here"
    return diagnostic(
        Code.UNUSED_SUPPRESSION,
        f"unused suppression: no `{one.code}` is reported {where}",
        one.path,
        one.span,
        "remove the code from the comment",
    )
