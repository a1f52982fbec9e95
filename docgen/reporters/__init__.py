"""Reporters: format diagnostics and counts for people and programs.

They read no files: a function that is passed in returns the source line of a diagnostic.
"""

from docgen.reporters.colour import Palette, coloured_diff, palette, wants_colour
from docgen.reporters.formats import FORMATS, default_format, report
from docgen.reporters.summary import at_most, counted, listed, summary
from docgen.reporters.text_report import SourceLine

__all__ = [
    "FORMATS",
    "Palette",
    "SourceLine",
    "at_most",
    "coloured_diff",
    "counted",
    "default_format",
    "listed",
    "palette",
    "report",
    "summary",
    "wants_colour",
]
