"""Make the fix of a diagnostic: from its replacements, or by the function of its code."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from msgspec.structs import replace

from docgen.diagnostics import FIXABILITY, Code, Diagnostic
from docgen.diagnostics.codes import BY_NAME
from docgen.fixes import blocks, lines, tables
from docgen.fixes.fix import Edit, Fix
from docgen.fixes.page_text import PageText

MakeEdits: TypeAlias = Callable[[Diagnostic, PageText], tuple[Edit, ...]]
"""Makes the edits for a diagnostic; without edits there is no fix."""

MAKERS: Mapping[Code, MakeEdits] = {
    Code.INVALID_HEADING: lines.space_before,
    Code.NAME_CASE: lines.respelled,
    Code.SPLIT_ROW: lines.joined_to_line_above,
    Code.EMPTY_ROW: lines.deleted_line,
    Code.DUPLICATE_ROW: lines.deleted_repetition,
    Code.SPLIT_TABLE: tables.joined_to_table_above,
    Code.MISSING_CELL: tables.completed_row,
    Code.MISSING_HEADER: tables.added_header,
    Code.EXTRA_CELL: tables.escaped_pipes,
    Code.EMPTY_SECTION: blocks.none_in_section,
    Code.UNUSED_SUPPRESSION: blocks.removed_suppression,
    Code.CONTRADICTION: blocks.written_base,
    Code.UNDECLARED_KEY: blocks.added_key_row,
    Code.DIFFERENT_RETURN_TYPE: tables.written_return_type,
    Code.INHERITED_TYPE_MISMATCH: tables.written_type,
    Code.UNSORTED_ROWS: tables.sorted_rows,
}
"""Codes whose edits need the text of the page; those of all others are in their replacements."""


def fix_of(one: Diagnostic, page: PageText) -> Fix | None:
    """Return the fix of a diagnostic on a page, if there is one."""
    code = BY_NAME.get(one.code)
    fixability = FIXABILITY[code] if code else None
    if code is None or fixability is None or fixability.applicability is None:
        return None
    make = MAKERS.get(code, lines.replaced)
    edits = tuple(
        replace(edit, newline=page.newline(edit.start.line))
        for edit in sorted(make(one, page))
    )
    if not edits or page.ranges(edits) is None:
        return None
    return Fix(message=one.help, edits=edits, applicability=fixability.applicability)
