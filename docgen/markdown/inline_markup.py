r"""Inline markup: parse the markdown of a cell, heading or paragraph to plain text and links.

Nine of ten strings with markup contain only words, links, code spans and bold words. One regular
expression parses them, ten times as fast as markdown-it-py, which parses all others.

    text := (words | link | "`" code "`" | "**" words "**")*
    link := "[" words "](" address ")"

Text that could have another meaning in markdown is not simple. A property test compares both.
"""

import re
from collections.abc import Mapping
from html import unescape

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline import link as plain_link
from markdown_it.token import Token
from msgspec import Struct

from docgen.regex import Regex

_SPACES = "\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u202f\u205f\u2028\u2029\u3000"
_INVISIBLE = "\0\u00ad\u200b\u2060\ufeff"
_NORMALIZED: dict[int, str | None] = {
    **dict.fromkeys(map(ord, _SPACES), " "),
    **dict.fromkeys(range(0x2000, 0x200B), " "),
    **dict.fromkeys(map(ord, _INVISIBLE)),
}

# An escaped pipe of a row is a plain one in the markdown of its cell; the NUL, which is removed
# from plain text, keeps the columns.
ESCAPED_PIPE, PIPE = "\\|", "|\0"


class LinkMatch(Struct, frozen=True):
    """A link in a string: its plain text, its target, and the offsets of its characters."""

    text: str
    target: str
    start: int
    end: int


class RenderedInline(Struct, frozen=True):
    """A string as a reader sees it."""

    plain: str
    links: tuple[LinkMatch, ...] = ()


def normalized(text: str) -> str:
    """Return `text` with single spaces between words, and none around lines."""
    if not (text.isascii() and text.isprintable()):
        text = text.translate(_NORMALIZED)
    elif "  " not in text:
        return text.strip()
    return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()


_WORD = r"(?<=[A-Za-z0-9])_(?=[A-Za-z0-9])|!(?!\[)|&(?![A-Za-z#])"
# No possessive groups: they fail to match in Python 3.11.2.
_TEXT = rf"(?:[^\\`*_\[\]<&~!]++|{_WORD})+"
_LINE = rf"(?:[^\\`*_\[\]<&~!\n]++|{_WORD})+"
_ADDRESS = r"[^\s()<>\\&\[\]*`~\"'\x00-\x20\x7f]++"
_SEGMENT = Regex(
    rf"(?P<words>{_TEXT})"
    rf"|\[(?P<link>{_LINE})\]\((?P<address>{_ADDRESS})\)"
    r"|`(?P<code>[^`\n]++)`(?!`)"
    rf"|\*\*(?=[A-Za-z0-9])(?P<bold>{_LINE})(?:(?<=[A-Za-z0-9])\*\*(?!\*)|(?<=:)\*\*(?=\s))"
)


def parse_simple_markup(text: str) -> RenderedInline | None:
    """Parse a string with simple markup; return None if it contains any other."""
    parts: list[str] = []
    links: list[LinkMatch] = []
    position = 0
    while position < len(text):
        found = _SEGMENT.match(text, position)
        if found is None:
            return None
        link, address = found["link"], found["address"]
        if address is not None:
            links.append(LinkMatch(normalized(link), address, *found.span()))
        parts.append(link or found[found.lastgroup or 0])
        position = found.end()
    return RenderedInline(normalized("".join(parts)), tuple(links))


def parse_markup(text: str, references: Mapping[str, dict[str, str]]) -> RenderedInline:
    """Parse a string as markdown; `references` has the targets of the page's reference links."""
    tokens: list[Token] = []
    _PARSER.inline.parse(text, _PARSER, {"references": references}, tokens)
    parts: list[str] = []
    links: list[LinkMatch] = []
    opening: tuple[Token, int] | None = None
    is_line_start = True
    for token in tokens:
        if token.type == "link_open" and token.meta:
            opening = (token, len(parts))
        elif token.type == "link_close" and opening is not None:
            links.append(_link_match(opening[0], "".join(parts[opening[1] :])))
            opening = None
        part = _LINE_BREAKS.get(token.type, token.content)
        is_extra_break = token.type == "html_inline" and part == "\n" and is_line_start
        if part and not is_extra_break:
            parts.append(part)
            is_line_start = part.endswith("\n")
    return RenderedInline(normalized("".join(parts)), tuple(links))


def _link_match(opening: Token, text: str) -> LinkMatch:
    target = str(opening.attrs["href"]).replace("\0", "")
    start: int = opening.meta[_START]
    end: int = opening.meta[_END]
    return LinkMatch(normalized(text), target, start, end)


_LINE_BREAKS = {"softbreak": "\n", "hardbreak": "\n"}
_START, _END = "start", "end"
_HTML_LINK = "html_link"
_HREF = Regex(r"\shref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_HTML_TAG = Regex(r"</?([a-zA-Z][a-zA-Z0-9]*)(?:[\s/][^<>]*)?>")
_UNDEFINED_LINK = Regex(r"\[([^\[\]\n]{1,200})\]\[([^\[\]\n]{0,200})\]")
_NAME = Regex(r"[*_`]{0,3}[A-Za-z@][\w.@ /:,'&()*`-]*")
_CHARACTER_RANGE = Regex(r"(?:\w-\w)+")

_LINE_TAG_NAMES = """
blockquote br center dd details div dl dt figure h1 h2 h3 h4 h5 h6 hr li ol p pre section
summary table tbody tfoot thead tr ul
"""
_INLINE_TAG_NAMES = """
a abbr acronym article aside audio b bdi bdo big button caption cite code col colgroup data
del dfn em fieldset figcaption font footer form header i iframe img input ins kbd label
legend main mark nav nobr object option picture q s samp script select small source span
strike strong style sub sup svg textarea time tt u var video wbr
"""

_LINE_TAGS = frozenset(_LINE_TAG_NAMES.split())
"""HTML tags that begin a new line."""

_CELL_TAGS = frozenset({"td", "th"})
"""HTML tags that separate their content from the content before."""

_TAGS = _LINE_TAGS | _CELL_TAGS | frozenset(_INLINE_TAG_NAMES.split())
"""All HTML tags that are removed; others, such as `<server>`, are text."""


class _InlineParser(MarkdownIt):
    """markdown-it-py for inline content; link targets are not changed."""

    def __init__(self) -> None:
        super().__init__("commonmark")
        self.enable("strikethrough")
        self.inline.ruler.at("link", _link)
        self.inline.ruler.at("html_inline", _tag)

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        """Return the address unchanged."""
        return url

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802
        """Accept every address: nothing is ever fetched from it."""
        return True


def _link(state: StateInline, silent: bool) -> bool:
    """Parse a link, and record its offsets."""
    start, count = state.pos, len(state.tokens)
    if state.src[start] != "[":
        return False
    if not plain_link(state, silent) and not _undefined_link(state, silent):
        return False
    if not silent:
        opening = next(t for t in state.tokens[count:] if t.type == "link_open")
        opening.meta = {_START: start, _END: state.pos}
    return True


def _undefined_link(state: StateInline, silent: bool) -> bool:
    """Parse `[text][name]` and `[text][]` without a definition, if both look like names."""
    found = _UNDEFINED_LINK.match(state.src, state.pos, state.posMax)
    if not found or not _is_name(found[1]) or not (_is_name(found[2]) or not found[2]):
        return False
    end = state.posMax
    if not silent:
        state.pos, state.posMax = found.span(1)
        state.push("link_open", "a", 1).attrs = {"href": ""}
        state.md.inline.tokenize(state)
        state.push("link_close", "a", -1)
    state.pos, state.posMax = found.end(), end
    return True


def _is_name(text: str) -> bool:
    is_range = _CHARACTER_RANGE.fullmatch(text)
    return _NAME.fullmatch(text) is not None and not is_range


def _tag(state: StateInline, silent: bool) -> bool:
    """Parse an HTML tag; its content is the whitespace that a reader sees in its place."""
    if state.src[state.pos] != "<":
        return False
    found = _HTML_TAG.match(state.src, state.pos, state.posMax)
    name = found[1].lower() if found else ""
    if found is None or name not in _TAGS:
        return False
    if not silent and name == "a":
        _push_html_link(state, found)
    elif not silent and name == "br":
        state.push("hardbreak", "br", 0)
    elif not silent:
        state.push("html_inline", "", 0).content = _whitespace(name)
    state.pos = found.end()
    return True


def _push_html_link(state: StateInline, tag: re.Match[str]) -> None:
    """Add the start or the end of a link in HTML; an anchor is neither."""
    is_end = tag[0].startswith("</")
    href = None if is_end else _HREF.search(tag[0])
    if href:
        opening = state.push("link_open", "a", 1)
        opening.attrs = {"href": unescape(next(filter(None, href.groups()), ""))}
        opening.meta = {_START: state.pos, _END: tag.end()}
        state.env[_HTML_LINK] = opening
    elif is_end and (opening := state.env.pop(_HTML_LINK, None)):
        opening.meta[_END] = tag.end()
        state.push("link_close", "a", -1)


def _whitespace(name: str) -> str:
    if name in _LINE_TAGS:
        return "\n"
    return " " if name in _CELL_TAGS else ""


_PARSER = _InlineParser()
