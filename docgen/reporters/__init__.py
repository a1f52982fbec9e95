"""Reporters: from diagnostics and counts to the text that a person or a program reads.

They read no files: the source line of a diagnostic comes from a function that is handed in.
"""

from docgen.reporters.colour import Palette, palette, wants_colour
from docgen.reporters.diff import coloured_diff
from docgen.reporters.forms import FORMS, report, usual_form
from docgen.reporters.summary import at_most, counted, listed, summary
from docgen.reporters.text import SourceLine

__all__ = [
    "FORMS",
    "Palette",
    "SourceLine",
    "at_most",
    "coloured_diff",
    "counted",
    "listed",
    "palette",
    "report",
    "summary",
    "usual_form",
    "wants_colour",
]
