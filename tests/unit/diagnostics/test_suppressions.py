"""Which diagnostics remain when suppressions are applied."""

import pytest
from msgspec import structs

from docgen.diagnostics import (
    Code,
    Diagnostic,
    Suppression,
    apply_suppressions,
    diagnostic,
)
from docgen.source import Span


def reported(
    line: int, code: Code = Code.INVALID_NAME, path: str = "a.md"
) -> Diagnostic:
    return diagnostic(code, "it is wrong", path, Span(line, 3, 5))


def suppression(
    lines: tuple[int, int] | None, code: Code = Code.INVALID_NAME, path: str = "a.md"
) -> Suppression:
    """Return a suppression whose comment is on the first of its lines."""
    span = Span(lines[0] if lines else 1, 21, 29)
    return Suppression(code=code.id, path=path, span=span, lines=lines)


REMAINING = {
    "nothing on the suppressed lines": ([(2, 4)], [2, 3, 4], []),
    "diagnostics above and below": ([(2, 4)], [1, 5], [1, 5]),
    "nothing on a suppressed page": ([None], [1, 99], []),
    "everything without suppressions": ([], [1, 2], [1, 2]),
    "diagnostics between two suppressions": ([(2, 3), (6, 7)], [3, 5, 6], [5]),
    "nothing where several apply": ([(2, 5), (3, 5), None], [2, 4, 9], []),
}


@pytest.mark.parametrize(
    ("lines", "given", "remaining"), REMAINING.values(), ids=REMAINING.keys()
)
def test_suppressions_leave(
    lines: list[tuple[int, int] | None], given: list[int], remaining: list[int]
) -> None:
    suppressions = [*map(suppression, lines)]
    found = apply_suppressions(map(reported, given), suppressions, report_unused=False)
    assert [one.span.line for one in found] == remaining


def test_other_codes_and_other_pages_are_not_suppressed() -> None:
    others = (reported(2, Code.EMPTY_ROW), reported(2, path="b.md"))
    given = (reported(2), *others)
    found = apply_suppressions(given, [suppression((1, 2))], report_unused=False)
    assert found == others


UNUSED = {
    "none if each is used": ([(1, 2), (4, 5)], [2, 4], []),
    "one without a diagnostic": ([(1, 2), (4, 5)], [2], [4]),
    "the more distant of two that apply": ([(1, 3), (2, 3)], [3], [1]),
    "a page suppression if one for the line applies": ([(5, 6), None], [6], [1]),
    "one for a line if only the page suppression applies": ([(5, 6), None], [9], [5]),
}


@pytest.mark.parametrize(
    ("lines", "given", "unused"), UNUSED.values(), ids=UNUSED.keys()
)
def test_reported_as_unused_is(
    lines: list[tuple[int, int] | None], given: list[int], unused: list[int]
) -> None:
    suppressions = [*map(suppression, lines)]
    found = apply_suppressions(map(reported, given), suppressions, report_unused=True)
    assert [one.code for one in found] == ["unused-suppression"] * len(unused)
    assert [one.span.line for one in found] == unused


def test_the_second_of_two_page_suppressions_is_unused() -> None:
    first = suppression(None)
    second = structs.replace(first, span=Span(8, 21, 29))
    (one,) = apply_suppressions([reported(7)], [first, second], report_unused=True)
    assert one.span == second.span


def test_unused_suppressions_are_reported_only_if_asked_for() -> None:
    given = [suppression((1, 2))]
    (one,) = apply_suppressions([], given, report_unused=True)
    assert one.span == given[0].span
    assert one.message == "unused suppression: no `invalid-name` is reported here"
    assert apply_suppressions([], given, report_unused=False) == ()


def test_unused_suppression_can_not_be_suppressed() -> None:
    page = suppression(None, Code.UNUSED_SUPPRESSION)
    found = apply_suppressions([], [suppression((1, 2)), page], report_unused=True)
    assert [one.code for one in found] == ["unused-suppression"] * 2
