"""Suppressions heeded: all that there is to tell enters, what pages did not suppress leaves."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from docgen.diagnostics.codes import Code
from docgen.diagnostics.diagnostic import Diagnostic, diagnostic
from docgen.diagnostics.suppression import Suppression


def heeded(
    diagnostics: Iterable[Diagnostic],
    suppressions: Sequence[Suppression],
    *,
    tells_unused: bool,
) -> tuple[Diagnostic, ...]:
    """Give the diagnostics that no page suppresses.

    `tells_unused` adds one for each suppression that suppressed nothing; it is for those who went
    through every stage with all pages, for others can't know. Where several suppressions hold
    in one place the last above it is the one that is used.
    """
    if not suppressions:
        return tuple(diagnostics)
    index = _Index(suppressions)
    used: set[Suppression] = set()
    kept: list[Diagnostic] = []
    for one in diagnostics:
        suppression = index.found(one)
        if suppression is None:
            kept.append(one)
        else:
            used.add(suppression)
    unused = (one for one in suppressions if tells_unused and one not in used)
    return (*kept, *map(_unused, unused))


class _Index:
    """Finds the suppression that holds for a diagnostic.

    Of one code on one page, those for lines are in the order of their first lines. None ends
    before another that begins above it, so that the last that begins above a line tells for all.
    """

    def __init__(self, suppressions: Iterable[Suppression]) -> None:
        self._of_pages: dict[tuple[str, str], Suppression] = {}
        self._of_lines: dict[tuple[str, str], list[tuple[int, int, Suppression]]]
        self._of_lines = defaultdict(list)
        for one in suppressions:
            if one.lines is None:
                self._of_pages.setdefault((one.path, one.code), one)
            else:
                self._of_lines[one.path, one.code].append((*one.lines, one))

    def found(self, one: Diagnostic) -> Suppression | None:
        """Give the suppression that is nearest to what a diagnostic is about."""
        key = (one.path, one.code)
        line = one.span.line
        lines = self._of_lines.get(key, [])
        place = bisect_right(lines, line, key=lambda entry: entry[0])
        if place and lines[place - 1][1] >= line:
            return lines[place - 1][2]
        return self._of_pages.get(key)


def _unused(one: Suppression) -> Diagnostic:
    where = "on the page" if one.lines is None else "here"
    return diagnostic(
        Code.UNUSED_SUPPRESSION,
        f"there is no `{one.code}` {where} to suppress",
        one.path,
        one.span,
        "take the code out of the comment",
    )
