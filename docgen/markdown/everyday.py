r"""Everyday texts: words, links, code spans and bold words, read without markdown-it-py.

    text := (words | link | "[!INCLUDE " link "]" | "`" code "`" | "**" words "**")*
    link := "[" words "](" address ")"

Nine of ten texts with markup are no more than this, and are read ten times as fast. Whatever could
mean something else to markdown is left to it; a property test holds the two together.
"""

import re

from docgen.markdown.seen import FoundLink, Seen, readable

_WORD = r"(?<=[A-Za-z0-9])_(?=[A-Za-z0-9])|!(?!\[)|&(?![A-Za-z#])"
# No possessive groups: Python 3.11.2 loses its place in them, and matches nothing for ever.
_TEXT = rf"(?:[^\\`*_\[\]<&~!]++|{_WORD})+"
_LINE = rf"(?:[^\\`*_\[\]<&~!\n]++|{_WORD})+"
_ADDRESS = r"[^\s()<>\\&\[\]*`~\"'\x00-\x20\x7f]++"
_SEGMENT = re.compile(
    rf"(?P<words>{_TEXT})"
    rf"|\[(?P<link>{_LINE})\]\((?P<address>{_ADDRESS})\)"
    r"|(?P<include>\[!INCLUDE (?=\[)|(?<=\))\](?![(\[:]))"
    r"|`(?P<code>[^`\n]++)`(?!`)"
    rf"|\*\*(?=[A-Za-z0-9])(?P<bold>{_LINE})(?:(?<=[A-Za-z0-9])\*\*(?!\*)|(?<=:)\*\*(?=\s))"
)


def everyday(text: str) -> Seen | None:
    """Read a text, None if it holds more than everyday markup."""
    parts: list[str] = []
    links: list[FoundLink] = []
    position = 0
    while position < len(text):
        found = _SEGMENT.match(text, position)
        if found is None:
            return None
        link, address = found["link"], found["address"]
        if address is not None:
            links.append(FoundLink(readable(link), address, *found.span()))
        parts.append(link or found[found.lastgroup or 0])
        position = found.end()
    return Seen(readable("".join(parts)), tuple(links))
