"""Diagnostics as one JSON object, for programs.

The text of an edit has the line endings of the page, so that it can be written as it is.
"""

import json
from collections.abc import Iterable
from typing import TypeAlias

from docgen.diagnostics import Diagnostic
from docgen.fixes.fix import Fix, FixOf
from docgen.reporters.summary import by_severity

_Json: TypeAlias = "str | int | list[_Json] | dict[str, _Json] | None"


def json_report(
    diagnostics: Iterable[Diagnostic], pages: int, fix_of: FixOf | None = None
) -> str:
    """Return the diagnostics with their positions and fixes, and their number by severity."""
    found = tuple(diagnostics)
    counts = {f"{name}s": count for name, count in by_severity(found).items()}
    report = {
        "version": 1,
        "diagnostics": [_values(one, fix_of(one) if fix_of else None) for one in found],
        "summary": {"pages": pages, **counts},
    }
    return json.dumps(report, indent=2, ensure_ascii=False) + "\n"


def _values(one: Diagnostic, fix: Fix | None) -> _Json:
    return {
        "code": one.code,
        "severity": one.severity.value,
        "message": one.message,
        "help": one.help,
        "path": one.path,
        "line": one.span.line,
        "column": one.span.column,
        "end_column": one.span.end_column,
        "fix": _fix(fix) if fix else None,
    }


def _fix(fix: Fix) -> _Json:
    return {
        "message": fix.message,
        "applicability": fix.applicability.value,
        "edits": [
            {
                "line": edit.start.line,
                "column": edit.start.column,
                "end_line": edit.end.line,
                "end_column": edit.end.column,
                "text": edit.text_on_page,
            }
            for edit in fix.edits
        ],
    }
