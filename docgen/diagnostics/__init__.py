"""Diagnostics: the table of codes, and values that carry what a stage has to tell."""

from docgen.diagnostics.codes import Code, Rule, Severity
from docgen.diagnostics.diagnostic import (
    Checked,
    Diagnostic,
    diagnostic,
    graded,
    in_order,
)

__all__ = [
    "Checked",
    "Code",
    "Diagnostic",
    "Rule",
    "Severity",
    "diagnostic",
    "graded",
    "in_order",
]
