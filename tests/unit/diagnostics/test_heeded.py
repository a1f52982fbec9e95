"""Which diagnostics are left when suppressions are heeded."""

import pytest
from msgspec import structs

from docgen.diagnostics import Code, Diagnostic, Suppression, diagnostic, heeded
from docgen.source import Span


def told(line: int, code: Code = Code.INVALID_NAME, path: str = "a.md") -> Diagnostic:
    return diagnostic(code, "it is wrong", path, Span(line, 3, 5))


def asked(
    lines: tuple[int, int] | None, code: Code = Code.INVALID_NAME, path: str = "a.md"
) -> Suppression:
    """Give a suppression whose comment is on the first of its lines."""
    span = Span(lines[0] if lines else 1, 21, 29)
    return Suppression(code=code.value.name, path=path, span=span, lines=lines)


LEFT = {
    "none on the lines": ([(2, 4)], [2, 3, 4], []),
    "those above and below": ([(2, 4)], [1, 5], [1, 5]),
    "none on the page": ([None], [1, 99], []),
    "all without suppressions": ([], [1, 2], [1, 2]),
    "what stands between two": ([(2, 3), (6, 7)], [3, 5, 6], [5]),
    "none where several hold": ([(2, 5), (3, 5), None], [2, 4, 9], []),
}


@pytest.mark.parametrize(("lines", "given", "left"), LEFT.values(), ids=LEFT.keys())
def test_left_are(
    lines: list[tuple[int, int] | None], given: list[int], left: list[int]
) -> None:
    found = heeded(map(told, given), [*map(asked, lines)], tells_unused=False)
    assert [one.span.line for one in found] == left


def test_other_codes_and_other_pages_are_left() -> None:
    others = (told(2, Code.BLANK_ROW), told(2, path="b.md"))
    given = (told(2), *others)
    assert heeded(given, [asked((1, 2))], tells_unused=False) == others


UNUSED = {
    "none where each is used": ([(1, 2), (4, 5)], [2, 4], []),
    "the one without a diagnostic": ([(1, 2), (4, 5)], [2], [4]),
    "of two that hold the one further away": ([(1, 3), (2, 3)], [3], [1]),
    "that of the page where one of a line holds": ([(5, 6), None], [6], [1]),
    "the one of a line where only the page has it": ([(5, 6), None], [9], [5]),
}


@pytest.mark.parametrize(
    ("lines", "given", "unused"), UNUSED.values(), ids=UNUSED.keys()
)
def test_told_as_unused_is(
    lines: list[tuple[int, int] | None], given: list[int], unused: list[int]
) -> None:
    found = heeded(map(told, given), [*map(asked, lines)], tells_unused=True)
    assert [one.code for one in found] == ["unused-suppression"] * len(unused)
    assert [one.span.line for one in found] == unused


def test_of_two_for_a_page_the_second_is_unused() -> None:
    first = asked(None)
    second = structs.replace(first, span=Span(8, 21, 29))
    (one,) = heeded([told(7)], [first, second], tells_unused=True)
    assert one.span == second.span


def test_unused_ones_are_told_only_to_those_who_have_all() -> None:
    (one,) = heeded([], [asked((1, 2))], tells_unused=True)
    assert one.span == asked((1, 2)).span
    assert one.message == "there is no `invalid-name` here to suppress"
    assert heeded([], [asked((1, 2))], tells_unused=False) == ()


def test_an_unused_one_is_not_suppressed_itself() -> None:
    own = asked(None, Code.UNUSED_SUPPRESSION)
    found = heeded([], [asked((1, 2)), own], tells_unused=True)
    assert [one.code for one in found] == ["unused-suppression"] * 2
