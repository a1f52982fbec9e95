"""Edited files: decide what a run does with a file that was edited by hand.

A Python file is merged. Any other file is kept, and a conflict is reported if docgen would write
other content than last time. The policy of a run can change that.
"""

from collections.abc import Collection
from functools import partial

from msgspec.structs import replace

from docgen.diagnostics import Code, Diagnostic, Result
from docgen.edits.corrections import (
    Ancestry,
    corrected_base,
    newly_deleted,
    restored_diagnostics,
)
from docgen.edits.decision import (
    Conflict,
    Decision,
    EditedFile,
    EditPolicy,
    FileChange,
    FileRecord,
    Merge,
    MergeResult,
    compact,
)
from docgen.edits.docstrings import with_merged_docstrings
from docgen.edits.merge import accepted_lines
from docgen.edits.messages import EditMessage, edit_diagnostic
from docgen.edits.renamed_calls import with_renamed_calls
from docgen.edits.renames import with_renamed_members
from docgen.pycode import PYTHON_SUFFIXES, definition_lines

CONFLICT = Code.MERGE_CONFLICT.id
UNPARSABLE = Code.UNPARSABLE_OUTPUT.id


def decide(
    file: EditedFile,
    policy: EditPolicy,
    merge: Merge,
    ancestry: Ancestry | None = None,
) -> Decision:
    """Decide about an edited file; without an `ancestry` the manifest counts as correct."""
    if policy.forces:
        return _overwritten(file)
    if not file.path.endswith(PYTHON_SUFFIXES):
        return _kept(file)
    source = file.source
    if source is None:
        message = edit_diagnostic(EditMessage.UNDECODABLE, file.path)
        return Decision(record=file.last, diagnostics=(message,))
    if file.last is None and file.wanted and _is_foreign(file.wanted, source):
        message = edit_diagnostic(EditMessage.FOREIGN, file.path)
        return Decision(record=None, diagnostics=(message,))
    return _merged(file, source, merge, ancestry)


def _overwritten(file: EditedFile) -> Decision:
    change = FileChange(path=file.path, before=file.content, after=file.new)
    done = EditMessage.REMOVED if file.new is None else EditMessage.OVERWRITTEN
    message = edit_diagnostic(done, file.path, names=_hand_written(file))
    return Decision(record=file.wanted, change=change, diagnostics=(message,))


def _hand_written(file: EditedFile) -> list[str]:
    """Return the names of the definitions that docgen did not write."""
    records = [one for one in (file.wanted, file.last) if one]
    generated = {line for record in records for line in record.definitions}
    lines = definition_lines(file.path, file.source or "")
    names = (line.partition("\t")[0] for line in lines if line not in generated)
    return [name for name in names if name[-1] != "*" and "#" not in name]


def _kept(file: EditedFile) -> Decision:
    """Decide about a file that can't be merged."""
    if file.wanted is None:
        message = edit_diagnostic(EditMessage.ORPHAN, file.path, name=file.path)
        return Decision(record=file.last, diagnostics=(message,), is_edited=True)
    if file.last is None or {*file.wanted.digests} <= {*file.last.digests}:
        return Decision(record=file.wanted, is_edited=True)
    return Decision(
        record=file.last,
        diagnostics=(edit_diagnostic(EditMessage.FILE_CONFLICT, file.path),),
        is_edited=True,
        conflict=_conflict(file.source or "", file.new),
    )


def _is_foreign(wanted: FileRecord, source: str) -> bool:
    """Return whether a file has definitions, but none of docgen's; imports don't count."""
    found = definition_lines(wanted.path, source)
    generated = (one for one in wanted.definitions if not one.startswith("import "))
    return bool(found) and {*found}.isdisjoint(generated)


def _merged(
    file: EditedFile, source: str, merge: Merge, ancestry: Ancestry | None
) -> Decision:
    base, renames = file.base, tuple[Diagnostic, ...]()
    if file.wanted is not None and file.new is not None:
        renamed = with_renamed_members(
            file.path, base, file.wanted.definitions, source, file.new
        )
        calls = with_renamed_calls(file.path, renamed.source, file.operations)
        base, source = renamed.base, calls.source
        renames = (*renamed.diagnostics, *calls.diagnostics)
    found = merge(file.path, base, source, file.new)
    restored: Collection[str] = ()
    if ancestry and file.new is not None:
        new_lines = found.value.definitions
        if newly_deleted(base, new_lines) or ancestry.is_merged():
            lineage_of = partial(ancestry.lineage, file.path, file.content, file.last)
            right = corrected_base(file.path, base, source, file.new, lineage_of)
            base, restored = right.lines, right.restored
            found = merge(file.path, base, source, file.new)
    if file.new is not None and _has_conflict(found):
        both = with_merged_docstrings(file.path, base, source, file.new)
        if both.source != source:
            found = merge(file.path, both.lines, both.source, file.new)
    codes = {one.code for one in found.diagnostics}
    if UNPARSABLE in codes:
        return Decision(record=file.last, diagnostics=found.diagnostics)
    merged = found.value.source
    if file.wanted is None and not merged.strip():
        change = FileChange(path=file.path, before=file.content, after=None)
        return Decision(record=None, change=change)
    record = file.wanted or file.last
    return Decision(
        record=record and replace(record, lines=compact(found.value.definitions)),
        change=_change(file, merged),
        diagnostics=(
            *renames,
            *found.diagnostics,
            *restored_diagnostics(file.path, restored, merged),
        ),
        is_edited=True,
        conflict=_conflict(merged, file.new) if CONFLICT in codes else None,
    )


def _has_conflict(found: Result[MergeResult]) -> bool:
    return any(one.code == CONFLICT for one in found.diagnostics)


def _change(file: EditedFile, merged: str) -> FileChange | None:
    if merged == file.source:
        return None
    return FileChange(path=file.path, before=file.content, after=merged)


def _conflict(kept: str, new: str | None) -> Conflict | None:
    return None if new is None else Conflict(kept=kept, new=new)


def accept_file(file: EditedFile, merge: Merge) -> Decision:
    """Decide about an edited file that the user accepts with `docgen accept`.

    It is merged first, so that new code is added; the conflicts count as resolved.
    """
    if file.wanted is None or file.new is None:
        return Decision(record=None)
    if not file.path.endswith(PYTHON_SUFFIXES):
        return Decision(record=file.wanted, is_edited=True)
    merged = decide(file, EditPolicy(), merge)
    if merged.record is None or not merged.is_edited:
        return merged
    source = merged.change.after if merged.change else file.source
    lines = accepted_lines(file.path, file.base, source or "", file.new)
    record = replace(file.wanted, lines=compact(lines))
    return replace(merged, record=record, diagnostics=(), conflict=None)
