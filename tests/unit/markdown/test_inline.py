"""Inline content: its plain text and its links."""

import pytest

from docgen.markdown.fragments import Fragment
from docgen.markdown.inline import MAX_BRACKET_LEVEL, MAX_INLINE_LENGTH, InlineParser
from docgen.markdown.page import Inline, LineStart
from docgen.source import Span

REFERENCES = {"TEAM": {"href": "team.md", "title": ""}}


def read(text: str) -> Inline:
    return InlineParser("a.md", REFERENCES).parse((Fragment(7, 11, text),))


PLAIN = {
    "plain text": ("The name.", "The name."),
    "bold and italic": ("**a** *b* __c__ _d_", "a b c d"),
    "struck out": ("~~a~~ b", "a b"),
    "underscores in a name are kept": ("v4_0_3", "v4_0_3"),
    "a star without a counterpart is kept": ("name *", "name *"),
    "unclosed bold is kept": ("**a", "**a"),
    "code": ("`String`", "String"),
    "code with a backtick": ("`` a`b ``", "a`b"),
    "markup in code is kept": ("`**a** &lt; <br>`", "**a** &lt; <br>"),
    "entities": ("&lt;a&gt; &amp; &#124; &nbsp;b", "<a> & | b"),
    "an unknown entity is kept": ("a &b; &", "a &b; &"),
    "the entity of a byte-order mark": ("a&#65279;b", "ab"),
    "backslashes": ("\\[a\\] \\* \\$ \\_", "[a] * $ _"),
    "a backslash before a letter is kept": ("a\\b", "a\\b"),
    "an escaped pipe": ("a \\| b", "a | b"),
    "an escaped pipe in code": ("`a \\| b`", "a | b"),
    "a line break": ("a<br>b<br/>c<BR />d</br>e", "a\nb\nc\nd\ne"),
    "tags": ('<b>a</b> <span class="x">b</span>', "a b"),
    "an anchor": ('<a name="x"></a>Properties', "Properties"),
    "HTML list items are lines": ("x<ul><li>a</li><li>b</li></ul>y", "x\na\nb\ny"),
    "HTML table cells are separate words": (
        "<table><tr><td>a</td><td>b</td></tr></table>",
        "a b",
    ),
    "placeholders are kept": ("<server>:<port> <at>", "<server>:<port> <at>"),
    "a URL in angle brackets": ("<https://a.example>", "https://a.example"),
    "unusual spaces": ("a\u00a0b\u202fc \u2009 d", "a b c d"),
    "invisible spaces": ("a\u200bb\ufeffc\u00add", "abcd"),
    "several spaces are one": ("a  b\t c", "a b c"),
    "an image": ("![alt](a.png) b", "alt b"),
    "an unclosed link": ("[a](b.md", "[a](b.md"),
    "a space before an address": ("[a] (b.md)", "[a] (b.md)"),
    "brackets": ("[a] and [1]", "[a] and [1]"),
    "character ranges": ("[a-z][0-9]", "[a-z][0-9]"),
    "other scripts": ("**团队** 名", "团队 名"),
}


@pytest.mark.parametrize(("text", "plain"), PLAIN.values(), ids=PLAIN)
def test_plain_text(text: str, plain: str) -> None:
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
    "by its text and empty brackets": ("[Team][]", "Team", [("Team", "team.md", 0, 8)]),
    "by its text only": ("[Team]", "Team", [("Team", "team.md", 0, 6)]),
    "with bold text, by reference": (
        "[**a**][team]",
        "a",
        [("a", "team.md", 0, 13)],
    ),
    "to an undefined reference": ("[a][b]", "a", [("a", "", 0, 6)]),
    "to its text, which is not defined": (
        "[a][] collection",
        "a collection",
        [("a", "", 0, 5)],
    ),
    "after an unmatched bracket": ("[ [a](b)", "[ a", [("a", "b", 2, 8)]),
    "after an escaped pipe": ("a \\| [b](c)", "a | b", [("b", "c", 5, 11)]),
    "none in code": ("`[a](b)`", "[a](b)", []),
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


def test_links_of_several_lines_are_on_their_lines() -> None:
    fragments = (Fragment(3, 1, "a [b](c)"), Fragment(4, 5, "[d](e) f"))
    found = InlineParser("a.md", {}).parse(fragments)
    assert found.source == "a [b](c) [d](e) f"
    assert found.span == Span(3, 1, 9)
    assert [link.span for link in found.links] == [Span(3, 3, 9), Span(4, 5, 11)]


@pytest.mark.parametrize("text", [links[0] for links in LINKS.values()], ids=LINKS)
def test_the_offsets_of_a_link_agree_with_its_span(text: str) -> None:
    for link in read(text).links:
        assert Span(7, 11 + link.start, 11 + link.end) == link.span


def test_line_starts_are_recorded() -> None:
    fragments = (Fragment(3, 1, "a [b"), Fragment(4, 5, "c](d)"), Fragment(6, 2, "e"))
    found = InlineParser("a.md", {}).parse(fragments)
    assert found.lines == (
        LineStart(start=5, line=4, column=5),
        LineStart(start=11, line=6, column=2),
    )
    assert [(link.start, link.end) for link in found.links] == [(2, 10)]


def test_the_span_of_a_link_on_two_lines_is_on_the_first() -> None:
    fragments = (Fragment(3, 1, "a [b"), Fragment(4, 1, "c](d)"))
    (link,) = InlineParser("a.md", {}).parse(fragments).links
    assert (link.text, link.span) == ("b c", Span(3, 3, 5))


OVERSIZED = {
    "text that is too long": "*a* " * MAX_INLINE_LENGTH,
    "brackets that are nested too deeply": "[" * (MAX_BRACKET_LEVEL + 1),
}


@pytest.mark.parametrize("text", OVERSIZED.values(), ids=OVERSIZED)
def test_oversized_text_is_kept_and_reported(text: str) -> None:
    parser = InlineParser("a.md", {})
    found = parser.parse((Fragment(1, 1, text.strip()),))
    assert found.plain == text.strip()
    assert [each.code for each in parser.diagnostics] == ["oversized-text"]


def test_many_links_are_not_nested_too_deeply() -> None:
    parser = InlineParser("a.md", {})
    assert len(parser.parse((Fragment(1, 1, "[a](b)" * 500),)).links) == 500
    assert parser.diagnostics == []
