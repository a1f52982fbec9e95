"""Markdown with spaces for markup: offsets, links and spans of words."""

from collections.abc import Callable

import pytest

from docgen.extract.masked import link_at, links_between, masked, span_at, target_at
from docgen.extract.prose import prose_blocks
from docgen.markdown.page import Inline, Section
from docgen.markdown.parse import parse
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
    "a line break in a link": "A [ship\nof old](ship.md) sails",
    "a word on each line": "The\nship\nsails",
    "an image before a link": "A ![b](b.png) [ship](ship.md) sails",
    "brackets without a target": "A [x] [ship](ship.md) sails",
    "emphasis with underscores": "A __ship__ and _a boat_",
    "HTML tags": "A <b>ship</b><br>sails",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_words_keep_their_offsets(inline: Inlines, text: str) -> None:
    found = inline(text)
    visible = masked(found)
    assert len(visible) == len(found.source)
    assert not set(visible) & set("*`<>\n")
    assert "ship.md" not in visible
    for word in ("ship", "sail", "A "):
        assert visible.find(word) == found.source.find(word)


def test_a_type_in_angle_brackets_is_not_a_tag(inline: Inlines) -> None:
    assert "<ship>" in masked(inline("List<ship>"))


def test_a_link_includes_its_label_and_its_target(inline: Inlines) -> None:
    found = inline("a [ship](s.md) b\nc [boat](b.md)")
    assert target_at(found, 0) is None
    assert [target_at(found, n) for n in (2, 3, 13)] == ["s.md"] * 3
    assert target_at(found, 14) is None
    link = link_at(found, found.source.index("boat"))
    assert link is not None
    assert (link.target, link.span.line) == ("b.md", 2)
    assert [k.text for k in links_between(found, 0, 10)] == ["ship"]


def test_a_link_may_be_on_two_lines(inline: Inlines) -> None:
    found = inline("a [ship\nof old](s.md) and [boat](b.md)")
    assert [link.text for link in found.links] == ["ship of old", "boat"]
    assert [target_at(found, n) for n in (1, 2, 20, 21)] == [
        *(None, "s.md", "s.md", None),
    ]
    assert [k.target for k in links_between(found, 3)] == ["b.md"]


def test_the_source_is_cut_at_the_maximum_length(inline: Inlines) -> None:
    found = inline("a [ship](s.md) and [boat](b.md)")
    assert masked(found, 25) == "a  ship        and [boat]"


def test_a_span_has_a_line_and_columns(inline: Inlines) -> None:
    found = inline("a ship\nand a boat")
    assert span_at(found, 2, 6) == Span(1, 3, 7)
    assert span_at(found, 13, 17) == Span(2, 7, 11)


CONTAINERS = {
    "an indented paragraph": "a ship\n  and a boat",
    "a list": "- a ship\n  and a boat",
    "a block quote": "> a ship\n> and a boat",
    "a block quote in a list": "- > a ship\n  > and a boat",
    "a lazy line of a block quote": "> a ship\nand a boat",
}


@pytest.mark.parametrize("text", CONTAINERS.values(), ids=CONTAINERS)
def test_the_span_of_a_word_on_a_later_line_is_correct_in(text: str) -> None:
    (block,) = parse("a.md", text.encode()).value.sections[0].blocks
    found = next(prose_blocks(Section(heading=None, blocks=(block,))))
    start = found.source.index("boat")
    column = text.split("\n")[1].index("boat") + 1
    assert span_at(found, start, start + 4) == Span(2, column, column + 4)


UNDERSCORES = {
    "emphasis": ("from _ship_.", "from  ship ."),
    "strong emphasis": ("from __ship__", "from   ship  "),
    "within a name": ("a_b _c_d_ e", "a_b  c_d  e"),
    "at one end of a name": ("_a b_ and __c", " a b  and __c"),
    "not emphasis": ("_ a _ and d_e_f", "_ a _ and d_e_f"),
}


@pytest.mark.parametrize(("text", "visible"), UNDERSCORES.values(), ids=UNDERSCORES)
def test_underscores_around_words_are_markup(
    inline: Inlines, text: str, visible: str
) -> None:
    assert masked(inline(text)) == visible
