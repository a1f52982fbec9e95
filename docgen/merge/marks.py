"""Marks: what the manifest remembers of people, beside what docgen wrote.

They tell that a part was removed by people, or behind what one stood that went with its page. A
file with marks is merged even where its text is docgen's to the byte, or they would be lost.
"""

from collections.abc import Iterable

from docgen.merge.base import REMOVED


def has_marks(lines: Iterable[str]) -> bool:
    """Tell whether there are marks among the lines of a file."""
    return any(line.endswith(f"\t{REMOVED}") or "^\t" in line for line in lines)
