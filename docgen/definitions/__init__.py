"""Definitions: what a Python file is made of, and by what each part is known again.

Text comes in; out come its parts (`reading`), and the lines by which the manifest remembers them
(`definitions`). Nothing here knows who wrote what.
"""

from docgen.definitions.lines import definitions, orders, units
from docgen.definitions.parts import Part
from docgen.definitions.reading import reading

__all__ = ["Part", "definitions", "orders", "reading", "units"]
