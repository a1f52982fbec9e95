"""Markup: a text with any markup enters, what a reader sees of it leaves."""

from collections.abc import Mapping

from markdown_it.token import Token

from docgen.markdown.inline_rules import END, START, InlineReader
from docgen.markdown.seen import FoundLink, Seen, readable

_LINE_BREAKS = {"softbreak": "\n", "hardbreak": "\n"}
_READER = InlineReader()


def markup(text: str, references: Mapping[str, dict[str, str]]) -> Seen:
    """Read a text as markdown has it, its references led by those of the page."""
    tokens: list[Token] = []
    _READER.inline.parse(text, _READER, {"references": references}, tokens)
    parts: list[str] = []
    links: list[FoundLink] = []
    opening: tuple[Token, int] | None = None
    begins_line = True
    for token in tokens:
        if token.type == "link_open" and token.meta:
            opening = (token, len(parts))
        elif token.type == "link_close" and opening is not None:
            links.append(_link(opening[0], "".join(parts[opening[1] :])))
            opening = None
        part = _LINE_BREAKS.get(token.type, token.content)
        if part and not (token.type == "html_inline" and part == "\n" and begins_line):
            parts.append(part)
            begins_line = part.endswith("\n")
    return Seen(readable("".join(parts)), tuple(links))


def _link(opening: Token, text: str) -> FoundLink:
    target = str(opening.attrs["href"]).replace("\0", "")
    start: int = opening.meta[START]
    end: int = opening.meta[END]
    return FoundLink(readable(text), target, start, end)
