"""What a reader sees of a text: its words with plain blanks, and its links."""

from msgspec import Struct

_BLANKS = "\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u202f\u205f\u2028\u2029\u3000"
_NOTHING = "\0\u00ad\u200b\u2060\ufeff"
_ODD: dict[int, str | None] = {
    **dict.fromkeys(map(ord, _BLANKS), " "),
    **dict.fromkeys(range(0x2000, 0x200B), " "),
    **dict.fromkeys(map(ord, _NOTHING)),
}

# A pipe that a row escapes is a plain one to the markdown in its cell; the NUL, which is seen
# nowhere, keeps the columns.
ESCAPED_PIPE, PIPE = "\\|", "|\0"


class FoundLink(Struct, frozen=True):
    """A link in a text, from its bracket at `start` to behind its end at `end`."""

    text: str
    target: str
    start: int
    end: int


class Seen(Struct, frozen=True):
    """A text as a reader sees it."""

    plain: str
    links: tuple[FoundLink, ...] = ()


def readable(text: str) -> str:
    """Give the text with plain blanks, one between two words, none around a line."""
    if not (text.isascii() and text.isprintable()):
        text = text.translate(_ODD)
    elif "  " not in text:
        return text.strip()
    return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()
