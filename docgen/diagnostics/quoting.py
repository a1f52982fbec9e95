"""Texts of pages as people are shown them: any text in, a short one that stays in its line out."""

LONGEST = 80
"""Characters of a text that are shown."""

_LEFT_OUT = "..."


def quoted(text: str) -> str:
    """Give a text in backticks, as a message names what stands on a page."""
    return f"`{one_line(text).replace('`', chr(39))}`"


def one_line(text: str) -> str:
    """Give the beginning of a text in one line, without characters that nobody sees."""
    line = " ".join(text.split())
    if len(line) > LONGEST:
        line = line[: LONGEST - len(_LEFT_OUT)] + _LEFT_OUT
    if line.isprintable():
        return line
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in line)
