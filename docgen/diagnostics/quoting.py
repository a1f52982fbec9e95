"""Page content in messages: short, on one line, printable."""

MAX_LENGTH = 80
"""Characters of page content that a message shows."""

_ELLIPSIS = "..."


def quote(text: str) -> str:
    """Return page content in backticks, shortened; backticks in it become apostrophes."""
    return f"`{shorten(text).replace('`', chr(39))}`"


def shorten(text: str) -> str:
    """Return the start of `text` on one line, unprintable characters replaced by U+FFFD."""
    line = " ".join(text.split())
    if len(line) > MAX_LENGTH:
        line = line[: MAX_LENGTH - len(_ELLIPSIS)] + _ELLIPSIS
    if line.isprintable():
        return line
    return "".join(char if char.isprintable() else "\ufffd" for char in line)
