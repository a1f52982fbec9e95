"""Definitions: what a Python file is made of, and by what each part is known again.

Text comes in; out come its parts (`reading`), and the lines by which the manifest remembers them
(`definitions`). Nothing here knows who wrote what.
"""

from docgen.pycode.canonical import digest
from docgen.pycode.identity import identified, stem
from docgen.pycode.imported import AT_RUN_TIME
from docgen.pycode.lines import definitions, is_ordered, order_of, units
from docgen.pycode.parts import Part
from docgen.pycode.reading import comment, reading

__all__ = [
    "AT_RUN_TIME",
    "Part",
    "comment",
    "definitions",
    "digest",
    "identified",
    "is_ordered",
    "order_of",
    "reading",
    "stem",
    "units",
]
