"""Invisible characters: mask those that would keep a line from being recognised.

Copied text often has zero-width spaces, soft hyphens, marks of direction or no-break spaces at the
start of lines and cells. A reader does not see them; markdown takes them for text, so that a
heading is a paragraph and the row of a table is prose.

Masked are those without a width at the start of a line and next to whitespace, a pipe, a `#` or the
start of a comment, those between two dashes or colons, and unusual spaces before a mark such as
`#`, `|` or `1.` that begins a line. Letters and symbols of Unicode that show nothing are masked
everywhere, by a space if they are as wide as one, or else by a zero-width space. All others are
part of their text.
"""

import re

from docgen.regex import Regex
from docgen.vocabulary import ZERO_WIDTH

UNUSUAL_SPACES = (
    "\x0b\x0c\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u2800\u3000\u3164"
)
"""Spaces other than the plain one, as part of a character class."""
_ALWAYS_MASKED = str.maketrans(
    "\u2800\u3164\u115f\u1160\u17b4\u17b5\uffa0\U0001d159",
    "  \u200b\u200b\u200b\u200b\u200b\u200b",
)
"""Letters and symbols that show nothing: Hangul and Braille blanks, Khmer vowels, a null note."""
_RUN = Regex(rf"[{UNUSUAL_SPACES}{ZERO_WIDTH}]+")
_ZERO_WIDTH_RUN = Regex(rf"[{ZERO_WIDTH}]+")
_MARK = Regex(r"[ \t]*+(?:[|#<>:~`*+\[-]|\d{1,9}[.)][ \t])")
_MAX_INDENT = 100
_RULE = ("-", ":")
_WITHOUT_LETTER = Regex(r"[\s|#]")


def mask_invisible(text: str) -> str:
    """Return `text` with plain spaces for these characters; lines and columns don't change."""
    if text.isascii() and "\x0b" not in text and "\x0c" not in text:
        return text
    return _RUN.sub(_masked, text)


def _masked(run: re.Match[str]) -> str:
    text, start, end = run.string, run.start(), run.end()
    nearby = max(0, start - _MAX_INDENT)
    line_start = text.rfind("\n", nearby, start) + 1
    before = text[max(line_start, nearby) : start]
    is_first = (line_start > 0 or nearby == 0) and not before.strip()
    if is_first and _MARK.match(text, end):
        return " " * (end - start)
    has_edge = (
        is_first
        or _WITHOUT_LETTER.match(before, len(before) - 1)
        or before.endswith("<!--")
        or _WITHOUT_LETTER.match(text, end)
        or (before.endswith(_RULE) and text.startswith(_RULE, end))
        or end == len(text)
    )
    shown = run[0].translate(_ALWAYS_MASKED)
    if not has_edge:
        return shown
    return _ZERO_WIDTH_RUN.sub(lambda found: " " * len(found[0]), shown)
