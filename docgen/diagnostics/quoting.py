"""Page content in messages: short, on one line, printable."""

from collections.abc import Sequence

MAX_LENGTH = 80
"""Characters of page content that a message shows."""

_ELLIPSIS = "..."


def quote(text: str, most: int = MAX_LENGTH) -> str:
    """Return page content in backticks, shortened; backticks in it become apostrophes."""
    return f"`{shorten(text, most).replace('`', chr(39))}`"


def quote_all(texts: Sequence[str], most: int) -> str:
    """Return the first `most` texts in backticks, and the number of the others."""
    shown = ", ".join(map(quote, texts[:most]))
    others = len(texts) - most
    return f"{shown} and {others:,} more" if others > 0 else shown


def shorten(text: str, most: int = MAX_LENGTH) -> str:
    """Return the start of `text` on one line, unprintable characters replaced by U+FFFD."""
    line = " ".join(text.split())
    if len(line) > most:
        line = line[: most - len(_ELLIPSIS)] + _ELLIPSIS
    if line.isprintable():
        return line
    return "".join(char if char.isprintable() else "\ufffd" for char in line)
