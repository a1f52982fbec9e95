"""Comments of a file, found without taking it apart.

    text    = quotes any* quotes
    comment = "#" any* , outside of texts, to the end of the line

An expression looks for both, so that a `#` in a text is none. Texts in the braces of an f-string
that use its own quotes again may deceive it: then a piece of code is taken for a comment.
"""

import re
from collections.abc import Mapping

_TEXT_OR_COMMENT = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'(?:[^'\\\n]|\\.)*'"
    r"|(?P<comment>#[^\n]*)",
    re.DOTALL,
)


def comments(text: str) -> Mapping[int, str]:
    """Give the comments by the number of their line, without blanks behind them."""
    found: dict[int, str] = {}
    if "#" not in text:
        return found
    line, position = 1, 0
    for match in _TEXT_OR_COMMENT.finditer(text):
        if match["comment"]:
            line += text.count("\n", position, match.start())
            position = match.start()
            found[line] = match["comment"].rstrip()
    return found
