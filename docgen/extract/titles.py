"""Titles of sections and headers of columns, without what does not change their meaning.

number := word? ( digits ( "." digits )* mark? | ( roman | letter ) mark )
                                              -- `1.5`, `(2)`, `§3`, `Step 4:`, `IV.`, `a)`
word   := "step" | "section" | "part" …
mark   := "." | ")" | ":" | "-"
"""

import re
from functools import lru_cache

from docgen.regex import Regex

_NUMBER = Regex(
    r"(?:(?:step|section|part|chapter|table|appendix)\s)?"
    r"(?:[(\[]?\u00a7?\s?\d{1,3}(?:\.\d{1,3}){0,5}[)\]]?|\(?(?:[ivx]{1,5}|[a-z])[.)])"
    r"[.:]?(?:\s*[-\u2013\u2014])?\s+",
    re.IGNORECASE,
)
_STRAY_MARKS = "`*_~# "
_INVISIBLE = dict.fromkeys(
    (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070))
)
_REMARK = Regex(r" ?(?:\([^()]*\)|\[[^\[\]]*\])$|(?<![*?:])[*?:]+$")


@lru_cache(maxsize=16_384)
def normalized_title(title: str) -> str:
    """Return a section title or column header in lower case, without a number before it."""
    return without_number(title).rstrip(":").lower()


@lru_cache(maxsize=16_384)
def without_number(title: str) -> str:
    """Return a title with single spaces, without a number before it.

    Marks of unfinished markup around it and invisible characters in its words are removed.
    """
    if not title.isascii():
        title = title.translate(_INVISIBLE)
    words = " ".join(title.strip(_STRAY_MARKS).split())
    number = _NUMBER.match(words)
    return words[number.end() :] if number else words


def without_remark(title: str) -> str:
    """Return a title with single spaces without a remark in parentheses or a mark at its end."""
    return _REMARK.sub("", title)
