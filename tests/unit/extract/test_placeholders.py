"""Placeholders: which strings are reported and removed, and which are not."""

from collections.abc import Callable

import pytest

from docgen.extract.placeholders import description, placeholders
from docgen.markdown.page import Inline
from docgen.markdown.parse import parse
from docgen.source import Span

Inlines = Callable[[str], Inline]

DESCRIPTIONS: dict[str, tuple[str, str | None]] = {
    "a placeholder alone": ("**TODO: Add Description**", None),
    "a placeholder with a link": ("**TODO: Add it. See [how](how.md)**", None),
    "a placeholder with code": ("**TODO: Write `x`** The hull.", "The hull."),
    "a placeholder on two lines": ("**TODO: Add\nDescription**\nA hull.", "A hull."),
    "a placeholder that ends in a space": ("**TODO: Add it ** A hull.", "A hull."),
    "words after a placeholder": ("**TODO: Add it** A hull.", "A hull."),
    "words before a placeholder": ("A hull. **TODO: Add it**", "A hull."),
    "two placeholders": ("**TODO: a** A **TODO: b** hull.", "A hull."),
    "the same words without bold": (
        "TODO: a is not **TODO: a** done.",
        "TODO: a is not done.",
    ),
    "the word TODO in bold": (
        "**TODO** is the word. The TODO list.",
        "TODO is the word. The TODO list.",
    ),
    "TODO that is not the first word": ("**The TODO: x** y", "The TODO: x y"),
    "TODO and a colon without bold": ("A TODO: list.", "A TODO: list."),
    "bold that is not closed": ("A **TODO: b", "A **TODO: b"),
}


@pytest.mark.parametrize(("text", "expected"), DESCRIPTIONS.values(), ids=DESCRIPTIONS)
def test_only_placeholders_are_removed(
    inline: Inlines, text: str, expected: str | None
) -> None:
    assert description(inline(text)) == expected


REPORTED: dict[str, tuple[str, list[tuple[str, Span]]]] = {
    "in a paragraph": ("A **TODO: b** c", [("TODO: b", Span(1, 3, 14))]),
    "in a cell": ("|a|**TODO: b**|", [("TODO: b", Span(1, 4, 15))]),
    "in front matter": (
        '---\nauthor: "**TODO: [a](b)**"\n---\n',
        [("TODO: a", Span(2, 10, 26))],
    ),
    "on two lines": ("A\n**TODO: b\nc** d", [("TODO: b c", Span(2, 1, 10))]),
    "two placeholders": (
        "**TODO: a**\n\n**TODO: b**",
        [("TODO: a", Span(1, 1, 12)), ("TODO: b", Span(3, 1, 12))],
    ),
    "not across paragraphs": ("**TODO: a\n\nb**", []),
    "not across cells": ("|**TODO: a|b**|", []),
    "not without a colon": ("**TODO** a", []),
}


@pytest.mark.parametrize(("text", "reported"), REPORTED.values(), ids=REPORTED)
def test_placeholders_are_reported(text: str, reported: list[tuple[str, Span]]) -> None:
    found = list(placeholders(parse("a.md", text.encode()).value))
    words = [one.message.split("`")[1] for one in found]
    assert list(zip(words, [one.span for one in found], strict=True)) == reported


def test_thousands_of_placeholders_are_removed(inline: Inlines) -> None:
    text = "".join(f"**TODO: {n}** " for n in range(5_000))
    other = "".join(f"**TODO: &lt;{n}**\n" for n in range(4_000))
    assert description(inline(text)) is None
    assert description(inline(other)) is None
