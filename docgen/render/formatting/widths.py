"""How wide a line is, as black counts."""

from unicodedata import combining

LINE_LENGTH = 88


def fits(line: str) -> bool:
    """Tell whether a line surely fits; beyond ASCII a character may have two columns.

    An accent of its own has none, so that a line which was broken might fit: it never does here.
    """
    if line.isascii():
        return len(line) <= LINE_LENGTH
    if not line.isprintable() or any(map(combining, line)):
        return False
    return len(line) + sum(not sign.isascii() for sign in line) <= LINE_LENGTH
