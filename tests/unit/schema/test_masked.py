"""Markdown with its markup blanked: words stay at their places."""

from collections.abc import Callable

import pytest

from docgen.markdown.page import Inline
from docgen.schema.masked import link_at, links_between, masked, span_at, target_at
from docgen.source import Span

Inlines = Callable[[str], Inline]

TEXTS = {
    "plain words": "A ship",
    "emphasis": "A **ship** and *a* `boat`",
    "a link": "A [ship](ship.md) and [boat](b.md)",
    "a link in bold": "A [**ship**](ship.md)",
    "brackets in a link": "A [ship [old]](ship.md) sails",
    "a link in brackets": "([ship](ship.md))",
    "a link on the second line": "A boat\nand a [ship](ship.md) sail",
    "an image of a word": "A <b>ship</b><br>sails",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_words_stay_at_their_places(inline: Inlines, text: str) -> None:
    found = inline(text)
    visible = masked(found)
    assert len(visible) == len(found.source)
    assert not set(visible) & set("*`<>")
    assert "ship.md" not in visible
    for word in ("ship", "sail", "A "):
        assert visible.find(word) == found.source.find(word)


def test_a_type_in_angle_brackets_is_no_tag(inline: Inlines) -> None:
    assert "<ship>" in masked(inline("List<ship>"))


def test_a_link_covers_its_label_and_its_target(inline: Inlines) -> None:
    found = inline("a [ship](s.md) b\nc [boat](b.md)")
    assert target_at(found, 0) is None
    assert [target_at(found, n) for n in (2, 3, 13)] == ["s.md"] * 3
    assert target_at(found, 14) is None
    link = link_at(found, found.source.index("boat"))
    assert link is not None
    assert (link.target, link.span.line) == ("b.md", 2)
    assert [k.text for k in links_between(found, 0, 10)] == ["ship"]


def test_a_span_knows_its_line(inline: Inlines) -> None:
    found = inline("a ship\nand a boat")
    assert span_at(found, 2, 6) == Span(1, 3, 7)
    assert span_at(found, 13, 17) == Span(2, 7, 11)
