"""Diagnostics: the table of codes, what a stage has to tell, and what pages suppress."""

from docgen.diagnostics.codes import Code, Rule, Severity
from docgen.diagnostics.diagnostic import (
    Checked,
    Diagnostic,
    diagnostic,
    graded,
    in_order,
)
from docgen.diagnostics.heeded import heeded
from docgen.diagnostics.quoting import one_line, quoted
from docgen.diagnostics.suppression import Suppression

__all__ = [
    "Checked",
    "Code",
    "Diagnostic",
    "Rule",
    "Severity",
    "Suppression",
    "diagnostic",
    "graded",
    "heeded",
    "in_order",
    "one_line",
    "quoted",
]
