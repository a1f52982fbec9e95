"""Diagnostics: the table of codes, what stages report, and what users suppress."""

from docgen.diagnostics.codes import (
    CODES_OF_EXAMPLES,
    HOUSE_CODES,
    Code,
    Severity,
)
from docgen.diagnostics.diagnostic import Diagnostic, Replacement, diagnostic
from docgen.diagnostics.finalize import (
    apply_severities,
    finalize_diagnostics,
    sort_diagnostics,
)
from docgen.diagnostics.fixability import (
    FIXABILITY,
    Applicability,
)
from docgen.diagnostics.quoting import quote, quote_all, shorten
from docgen.diagnostics.result import Result, result_of
from docgen.diagnostics.suppressions import Suppression, apply_suppressions

__all__ = [
    "CODES_OF_EXAMPLES",
    "FIXABILITY",
    "HOUSE_CODES",
    "Applicability",
    "Code",
    "Diagnostic",
    "Replacement",
    "Result",
    "Severity",
    "Suppression",
    "apply_severities",
    "apply_suppressions",
    "diagnostic",
    "finalize_diagnostics",
    "quote",
    "quote_all",
    "result_of",
    "shorten",
    "sort_diagnostics",
]
