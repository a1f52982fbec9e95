"""Proof: the text of one of docgen's own templates enters, the same in black's form leaves.

The templates write in black's form but for lines that are too long. Of those, some are what black
can't break, and the others have one of a few shapes.

    left := a line that fits
          | an item of strings that has a line of its own: `"name": "value",`
          | a name and a string that fits nowhere: `NAME = "value"`
          | the head of an import that is broken behind it: `from graph.models.long import (`
"""

import re

from docgen.render.formatting.breaking import STRING, broken
from docgen.render.formatting.widths import LINE_LENGTH, fits

_UNBREAKABLE = re.compile(
    rf" +{STRING}(?:: {STRING})?,| *\w+ = {STRING}|(?: {{4}})?from [\w.]+ import \("
)


def in_form(text: str) -> str | None:
    """Give a text in black's form; None where black itself has to look at it."""
    lines = text.split("\n")
    if text.isascii() and max(map(len, lines)) <= LINE_LENGTH:
        return text
    formed = [line if fits(line) else _formed(line) for line in lines]
    proven = [line for line in formed if line is not None]
    return "\n".join(proven) if len(proven) == len(formed) else None


def _formed(line: str) -> str | None:
    """Give what black makes of a line that is too long, or None."""
    if not line.isascii():
        return None
    return broken(line) or (line if _UNBREAKABLE.fullmatch(line) else None)
