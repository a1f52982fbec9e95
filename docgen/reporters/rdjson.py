r"""Diagnostics in the format of reviewdog (`rdjson`), with suggestions that people can apply.

Columns count the bytes of a line in UTF-8, from 1; ranges end after their last byte. Source:
`proto/rdf/reviewdog.proto` of reviewdog. Lines of a suggestion end in `\n`, whatever those of the
page end in, because a suggestion becomes part of a comment. A comment has one suggestion, so edits
that belong together are one; those that are far apart have none, as half of a fix may be wrong.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from docgen.diagnostics import Diagnostic, Severity
from docgen.fixes.fix import Edit, FixOf, Position
from docgen.reporters.text_report import SourceLine

_Json: TypeAlias = "str | int | list[_Json] | dict[str, _Json]"

_SEVERITIES = {
    Severity.ERROR: "ERROR",
    Severity.WARNING: "WARNING",
    Severity.NOTE: "INFO",
}
_MAX_LINES = 20
"""The number of lines of a suggestion of several edits, at most."""


def rdjson_report(
    diagnostics: Iterable[Diagnostic],
    source_line: SourceLine,
    fix_of: FixOf | None = None,
) -> str:
    """Return the diagnostics as one object; `source_line` returns the lines of pages."""
    found: list[_Json] = [_diagnostic(one, source_line, fix_of) for one in diagnostics]
    report = {"source": {"name": "docgen"}, "diagnostics": found}
    return json.dumps(report, indent=2, ensure_ascii=False) + "\n"


def _diagnostic(
    one: Diagnostic, source_line: SourceLine, fix_of: FixOf | None
) -> _Json:
    page = _Page(one.path, source_line)
    start = Position(one.span.line, one.span.column)
    end = Position(one.span.line, one.span.end_column)
    found: dict[str, _Json] = {
        "message": "\nhelp: ".join(filter(None, (one.message, one.help))),
        "location": {"path": one.path, "range": page.range(start, end)},
        "severity": _SEVERITIES[one.severity],
        "code": {"value": one.code},
    }
    fix = fix_of(one) if fix_of else None
    edit = page.joined(fix.edits) if fix else None
    if edit:
        place = page.range(edit.start, edit.end)
        found["suggestions"] = [{"range": place, "text": edit.text}]
    return found


class _Page:
    """The lines of a page."""

    def __init__(self, path: str, source_line: SourceLine) -> None:
        self._path, self._source_line = path, source_line

    def _line(self, number: int) -> str:
        return self._source_line(self._path, number) or ""

    def range(self, start: Position, end: Position) -> _Json:
        return {"start": self._position(start), "end": self._position(end)}

    def _position(self, one: Position) -> _Json:
        before = self._line(one.line)[: one.column - 1]
        missing = one.column - 1 - len(before)
        column = len(before.encode(errors="surrogatepass")) + missing + 1
        return {"line": one.line, "column": column}

    def joined(self, edits: Sequence[Edit]) -> Edit | None:
        """Return one edit that does what all do; `None` if they are far apart."""
        first, last = edits[0], edits[-1]
        if edits[1:] and last.end.line - first.start.line > _MAX_LINES:
            return None
        return Edit(first.start, last.end, "".join(self._parts(edits)))

    def _parts(self, edits: Sequence[Edit]) -> Iterator[str]:
        """Yield the new text of each edit, and the text between them."""
        yield edits[0].text
        for before, after in pairwise(edits):
            yield self._between(before.end, after.start)
            yield after.text

    def _between(self, start: Position, end: Position) -> str:
        lines = [self._line(number) for number in range(start.line, end.line + 1)]
        lines[-1] = lines[-1][: end.column - 1]
        lines[0] = lines[0][start.column - 1 :]
        return "\n".join(lines)
