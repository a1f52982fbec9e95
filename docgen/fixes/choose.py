"""Choose fixes of a page that can be applied together: those whose edits do not touch."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from docgen.diagnostics import Diagnostic
from docgen.fixes.fix import Fix
from docgen.fixes.page_text import PageText, Range


class Choice(Struct, frozen=True, kw_only=True):
    """A diagnostic of a page, its fix, and the edits as offsets."""

    diagnostic: Diagnostic
    fix: Fix
    ranges: tuple[Range, ...]


def chosen(choices: Iterable[Choice]) -> list[Choice]:
    """Return choices in their order on the page; of two whose edits touch, only the first.

    The same edit may be that of several fixes.
    """
    taken: list[Range] = []
    found: list[Choice] = []
    for one in sorted(choices, key=lambda choice: choice.ranges):
        new = [each for each in one.ranges if each not in taken]
        if not any(_touch(each, other) for each in new for other in taken):
            taken += new
            found.append(one)
    return found


def all_ranges(choices: Iterable[Choice]) -> list[Range]:
    """Return the edits of all choices, sorted, each once."""
    return sorted({each for one in choices for each in one.ranges})


def choice(one: Diagnostic, fix: Fix, page: PageText) -> Choice | None:
    """Return a fix with offsets; `None` if its edits overlap each other."""
    ranges = page.ranges(fix.edits)
    if not ranges or any(map(_overlap, ranges, ranges[1:])):
        return None
    return Choice(diagnostic=one, fix=fix, ranges=tuple(ranges))


def _overlap(one: Range, next_one: Range) -> bool:
    return next_one[0] < one[1] or next_one[0] == one[0]


def _touch(one: Range, other: Range) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def by_page(choices: Sequence[Choice]) -> dict[str, list[Choice]]:
    """Return choices by the path of their page."""
    found: dict[str, list[Choice]] = {}
    for one in choices:
        found.setdefault(one.diagnostic.path, []).append(one)
    return found
