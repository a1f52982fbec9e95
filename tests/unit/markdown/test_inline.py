"""Inline texts: what a reader sees of them, and their links."""

import pytest

from docgen.markdown.fragments import Fragment
from docgen.markdown.inline import MAX_BRACKET_LEVEL, MAX_INLINE_LENGTH, InlineParser
from docgen.markdown.page import Inline, LineStart
from docgen.source import Span

REFERENCES = {"TEAM": {"href": "team.md", "title": ""}}


def read(text: str) -> Inline:
    return InlineParser("a.md", REFERENCES).paragraph((Fragment(7, 11, text),))


PLAIN = {
    "words": ("The name.", "The name."),
    "bold and italic": ("**a** *b* __c__ _d_", "a b c d"),
    "struck out": ("~~a~~ b", "a b"),
    "underscores in a name stay": ("v4_0_3", "v4_0_3"),
    "a star that marks nothing stays": ("name *", "name *"),
    "bold that is never closed stays": ("**a", "**a"),
    "code": ("`String`", "String"),
    "code with a backtick": ("`` a`b ``", "a`b"),
    "markup in code stays": ("`**a** &lt; <br>`", "**a** &lt; <br>"),
    "entities": ("&lt;a&gt; &amp; &#124; &nbsp;b", "<a> & | b"),
    "an entity that is none stays": ("a &b; &", "a &b; &"),
    "the entity of a byte-order mark": ("a&#65279;b", "ab"),
    "backslashes": ("\\[a\\] \\* \\$ \\_", "[a] * $ _"),
    "a backslash before a letter stays": ("a\\b", "a\\b"),
    "an escaped pipe": ("a \\| b", "a | b"),
    "an escaped pipe in code": ("`a \\| b`", "a | b"),
    "a line break": ("a<br>b<br/>c<BR />d</br>e", "a\nb\nc\nd\ne"),
    "tags": ('<b>a</b> <span class="x">b</span>', "a b"),
    "an anchor": ('<a name="x"></a>Properties', "Properties"),
    "a list of tags is lines": ("x<ul><li>a</li><li>b</li></ul>y", "x\na\nb\ny"),
    "a table of tags": ("<table><tr><td>a</td><td>b</td></tr></table>", "a b"),
    "placeholders stay": ("<server>:<port> <at>", "<server>:<port> <at>"),
    "an address in angle brackets": ("<https://a.example>", "https://a.example"),
    "odd blanks": ("a\u00a0b\u202fc \u2009 d", "a b c d"),
    "blanks that nobody sees": ("a\u200bb\ufeffc\u00add", "abcd"),
    "several blanks are one": ("a  b\t c", "a b c"),
    "a picture": ("![alt](a.png) b", "alt b"),
    "a link that is never closed": ("[a](b.md", "[a](b.md"),
    "a blank before an address": ("[a] (b.md)", "[a] (b.md)"),
    "brackets": ("[a] and [1]", "[a] and [1]"),
    "ranges of characters": ("[a-z][0-9]", "[a-z][0-9]"),
    "words of other scripts": ("**团队** 名", "团队 名"),
}


@pytest.mark.parametrize(("text", "plain"), PLAIN.values(), ids=PLAIN)
def test_a_reader_sees(text: str, plain: str) -> None:
    assert read(text).plain == plain


LINKS = {
    "inline": ("a [b](c.md) d", "a b d", [("b", "c.md", 2, 11)]),
    "with an anchor": ("[b](c.md#d-e)", "b", [("b", "c.md#d-e", 0, 13)]),
    "with a title": ("[b](c.md 'd')", "b", [("b", "c.md", 0, 13)]),
    "with parentheses": ("[b](c(d).md)", "b", [("b", "c(d).md", 0, 12)]),
    "in angle brackets": ("[b](<c d.md>)", "b", [("b", "c d.md", 0, 13)]),
    "with bold text": ("[**b**](c.md)", "b", [("b", "c.md", 0, 13)]),
    "in bold text": ("**[b](c.md)**", "b", [("b", "c.md", 2, 11)]),
    "two": (
        "[a](b) or [c](d)",
        "a or c",
        [("a", "b", 0, 6), ("c", "d", 10, 16)],
    ),
    "the same twice": ("[a](b)[a](b)", "aa", [("a", "b", 0, 6), ("a", "b", 6, 12)]),
    "by reference": ("[a][team]", "a", [("a", "team.md", 0, 9)]),
    "by its own name": ("[Team][]", "Team", [("Team", "team.md", 0, 8)]),
    "by its own name alone": ("[Team]", "Team", [("Team", "team.md", 0, 6)]),
    "with bold text, by reference": (
        "[**a**][team]",
        "a",
        [("a", "team.md", 0, 13)],
    ),
    "to a name that the page lacks": ("[a][b]", "a", [("a", "", 0, 6)]),
    "to itself, which the page lacks": (
        "[a][] collection",
        "a collection",
        [("a", "", 0, 5)],
    ),
    "behind a bracket that opens nothing": ("[ [a](b)", "[ a", [("a", "b", 2, 8)]),
    "behind an escaped pipe": ("a \\| [b](c)", "a | b", [("b", "c", 5, 11)]),
    "in code there is none": ("`[a](b)`", "[a](b)", []),
    "to a script": ("[a](javascript:b)", "a", [("a", "javascript:b", 0, 17)]),
}


@pytest.mark.parametrize(("text", "plain", "links"), LINKS.values(), ids=LINKS)
def test_links_are_found(
    text: str, plain: str, links: list[tuple[str, str, int, int]]
) -> None:
    found = read(text)
    assert found.plain == plain
    assert [(link.text, link.target, link.span) for link in found.links] == [
        (text, target, Span(7, 11 + start, 11 + end))
        for text, target, start, end in links
    ]


def test_a_text_of_several_lines_has_links_on_each() -> None:
    fragments = (Fragment(3, 1, "a [b](c)"), Fragment(4, 5, "[d](e) f"))
    found = InlineParser("a.md", {}).paragraph(fragments)
    assert found.source == "a [b](c)\n[d](e) f"
    assert found.span == Span(3, 1, 9)
    assert [link.span for link in found.links] == [Span(3, 3, 9), Span(4, 5, 11)]


@pytest.mark.parametrize("text", [links[0] for links in LINKS.values()], ids=LINKS)
def test_a_link_has_its_offsets(text: str) -> None:
    for link in read(text).links:
        assert Span(7, 11 + link.start, 11 + link.end) == link.span


def test_a_text_knows_where_its_further_lines_begin() -> None:
    fragments = (Fragment(3, 1, "a [b"), Fragment(4, 5, "c](d)"), Fragment(6, 2, "e"))
    found = InlineParser("a.md", {}).paragraph(fragments)
    assert found.lines == (
        LineStart(start=5, line=4, column=5),
        LineStart(start=11, line=6, column=2),
    )
    assert [(link.start, link.end) for link in found.links] == [(2, 10)]


def test_a_link_over_two_lines_has_its_place_on_the_first() -> None:
    fragments = (Fragment(3, 1, "a [b"), Fragment(4, 1, "c](d)"))
    (link,) = InlineParser("a.md", {}).paragraph(fragments).links
    assert (link.text, link.span) == ("b c", Span(3, 3, 5))


OVERSIZED = {
    "a text that is too long": "*a* " * MAX_INLINE_LENGTH,
    "brackets that are too deep": "[" * (MAX_BRACKET_LEVEL + 1),
}


@pytest.mark.parametrize("text", OVERSIZED.values(), ids=OVERSIZED)
def test_what_is_too_much_is_kept_as_it_is_and_told(text: str) -> None:
    texts = InlineParser("a.md", {})
    found = texts.paragraph((Fragment(1, 1, text.strip()),))
    assert found.plain == text.strip()
    assert [told.code for told in texts.diagnostics] == ["oversized-text"]


def test_many_brackets_beside_each_other_are_not_too_deep() -> None:
    texts = InlineParser("a.md", {})
    assert len(texts.paragraph((Fragment(1, 1, "[a](b)" * 500),)).links) == 500
    assert texts.diagnostics == []
