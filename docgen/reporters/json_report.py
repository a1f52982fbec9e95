"""Diagnostics as one JSON object, for programs."""

import json
from collections.abc import Iterable

from docgen.diagnostics import Diagnostic
from docgen.reporters.summary import by_severity


def json_report(diagnostics: Iterable[Diagnostic], pages: int) -> str:
    """Return the diagnostics with their positions, and their number by severity."""
    found = tuple(diagnostics)
    counts = {f"{name}s": count for name, count in by_severity(found).items()}
    report = {
        "version": 1,
        "diagnostics": [_values(one) for one in found],
        "summary": {"pages": pages, **counts},
    }
    return json.dumps(report, indent=2, ensure_ascii=False) + "\n"


def _values(one: Diagnostic) -> dict[str, str | int]:
    return {
        "code": one.code,
        "severity": one.severity.value,
        "message": one.message,
        "help": one.help,
        "path": one.path,
        "line": one.span.line,
        "column": one.span.column,
        "end_column": one.span.end_column,
    }
