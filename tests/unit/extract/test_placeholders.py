"""Placeholders: what is one, what is reported of it, and that nothing else is cut."""

from collections.abc import Callable

import pytest

from docgen.extract.placeholders import description, placeholders
from docgen.markdown.page import Inline
from docgen.markdown.parse import parse
from docgen.source import Span

Inlines = Callable[[str], Inline]

DESCRIPTIONS: dict[str, tuple[str, str | None]] = {
    "nothing is left of a placeholder": ("**TODO: Add Description**", None),
    "a placeholder with a link": ("**TODO: Add it. See [how](how.md)**", None),
    "a placeholder with code": ("**TODO: Write `x`** The hull.", "The hull."),
    "a placeholder on two lines": ("**TODO: Add\nDescription**\nA hull.", "A hull."),
    "a placeholder with a blank at its end": ("**TODO: Add it ** A hull.", "A hull."),
    "words behind stay": ("**TODO: Add it** A hull.", "A hull."),
    "words before stay": ("A hull. **TODO: Add it**", "A hull."),
    "two placeholders": ("**TODO: a** A **TODO: b** hull.", "A hull."),
    "the same words stay where they are no placeholder": (
        "TODO: a is not **TODO: a** done.",
        "TODO: a is not done.",
    ),
    "the word in bold stays": (
        "**TODO** is the word. The TODO list.",
        "TODO is the word. The TODO list.",
    ),
    "bold words with the word in them stay": ("**The TODO: x** y", "The TODO: x y"),
    "the word and a colon stay": ("A TODO: list.", "A TODO: list."),
    "bold that is never closed stays": ("A **TODO: b", "A **TODO: b"),
}


@pytest.mark.parametrize(("text", "left"), DESCRIPTIONS.values(), ids=DESCRIPTIONS)
def test_only_the_placeholder_is_cut(
    inline: Inlines, text: str, left: str | None
) -> None:
    assert description(inline(text)) == left


TOLD: dict[str, tuple[str, list[tuple[str, Span]]]] = {
    "in a paragraph": ("A **TODO: b** c", [("TODO: b", Span(1, 3, 14))]),
    "in a cell": ("|a|**TODO: b**|", [("TODO: b", Span(1, 4, 15))]),
    "in the front matter": (
        '---\nauthor: "**TODO: [a](b)**"\n---\n',
        [("TODO: a", Span(2, 10, 26))],
    ),
    "over two lines": ("A\n**TODO: b\nc** d", [("TODO: b c", Span(2, 1, 10))]),
    "twice": (
        "**TODO: a**\n\n**TODO: b**",
        [("TODO: a", Span(1, 1, 12)), ("TODO: b", Span(3, 1, 12))],
    ),
    "not over paragraphs": ("**TODO: a\n\nb**", []),
    "not over cells": ("|**TODO: a|b**|", []),
    "not without its colon": ("**TODO** a", []),
}


@pytest.mark.parametrize(("text", "reported"), TOLD.values(), ids=TOLD)
def test_a_placeholder_is_reported(text: str, reported: list[tuple[str, Span]]) -> None:
    found = list(placeholders(parse("a.md", text.encode()).value))
    words = [one.message.split("`")[1] for one in found]
    assert list(zip(words, [one.span for one in found], strict=True)) == reported


def test_ten_thousand_placeholders_are_cut(inline: Inlines) -> None:
    text = "".join(f"**TODO: {n}** " for n in range(5_000))
    other = "".join(f"**TODO: &lt;{n}**\n" for n in range(4_000))
    assert description(inline(text)) is None
    assert description(inline(other)) is None
