"""Marks: what the manifest remembers of people, beside what docgen wrote.

    mark = name TAB zeros        a part that people removed
         | name "^" TAB word     behind what a part stood that went with its page
         | name "@" TAB word     the form that a scope had

A file with marks is merged even where its text is docgen's to the byte, or they would be lost.
"""

from collections.abc import Iterable

_REMOVED = "\t" + 16 * "0"


def has_marks(lines: Iterable[str]) -> bool:
    """Tell whether there are marks among the lines of a file."""
    return any(
        line.endswith(_REMOVED) or "^\t" in line or "@\t" in line for line in lines
    )
