"""What becomes of a file that was edited by hand: the one place where that is decided.

A Python file is merged. Any other is a unit: it stays, and a conflict is reported if docgen would
write other content than last time. The policy of a run can change that.
"""

from msgspec.structs import replace

from docgen.diagnostics import Code, Diagnostic
from docgen.edits.decision import (
    Conflict,
    Decision,
    EditedFile,
    EditPolicy,
    FileChange,
    FileRecord,
    Merge,
    compact,
)
from docgen.edits.merge import accepted_lines
from docgen.edits.messages import (
    conflicting_file,
    foreign,
    orphaned_file,
    overwritten,
    undecodable,
)
from docgen.edits.renames import with_renamed_members
from docgen.pycode import PYTHON_SUFFIXES, definition_lines

CONFLICT = Code.MERGE_CONFLICT.value.name
UNPARSABLE = Code.UNPARSABLE_OUTPUT.value.name


def decide(file: EditedFile, policy: EditPolicy, merge: Merge) -> Decision:
    """Decide about an edited file."""
    if policy.forces:
        return _overwritten(file)
    if not file.path.endswith(PYTHON_SUFFIXES):
        return _unit(file)
    text = file.text
    if text is None:
        return Decision(record=file.last, diagnostics=(undecodable(file.path),))
    if file.last is None and file.wanted and _is_foreign(file.wanted, text):
        return Decision(record=None, diagnostics=(foreign(file.path),))
    return _merged(file, text, merge)


def _overwritten(file: EditedFile) -> Decision:
    change = FileChange(path=file.path, before=file.content, after=file.new)
    names = _hand_written(file)
    report = overwritten(file.path, names, is_removed=file.new is None)
    return Decision(record=file.wanted, change=change, diagnostics=(report,))


def _hand_written(file: EditedFile) -> list[str]:
    """Return the names of the definitions that docgen did not write."""
    records = [one for one in (file.wanted, file.last) if one]
    generated = {line for record in records for line in record.definitions}
    lines = definition_lines(file.path, file.text or "")
    names = (line.partition("\t")[0] for line in lines if line not in generated)
    return [name for name in names if name[-1] != "*" and "#" not in name]


def _unit(file: EditedFile) -> Decision:
    """Decide about a file that has no parts."""
    if file.wanted is None:
        report = orphaned_file(file.path)
        return Decision(record=file.last, diagnostics=(report,), is_edited=True)
    if file.last is None or {*file.wanted.digests} <= {*file.last.digests}:
        return Decision(record=file.wanted, is_edited=True)
    return Decision(
        record=file.last,
        diagnostics=(conflicting_file(file.path),),
        is_edited=True,
        conflict=_conflict(file.text or "", file.new),
    )


def _is_foreign(wanted: FileRecord, text: str) -> bool:
    """Return whether a file has none of docgen's definitions; imports don't count."""
    mine = definition_lines(wanted.path, text)
    own = (line for line in wanted.definitions if not line.startswith("import "))
    return bool(mine) and {*mine}.isdisjoint(own)


def _merged(file: EditedFile, text: str, merge: Merge) -> Decision:
    base, reports = file.base, tuple[Diagnostic, ...]()
    if file.wanted is not None and file.new is not None:
        renamed = with_renamed_members(
            file.path, base, file.wanted.definitions, text, file.new
        )
        base, text, reports = renamed.base, renamed.source, renamed.diagnostics
    found = merge(file.path, base, text, file.new)
    codes = {one.code for one in found.diagnostics}
    if UNPARSABLE in codes:
        return Decision(record=file.last, diagnostics=found.diagnostics)
    merged = found.value.text
    if file.wanted is None and not merged.strip():
        change = FileChange(path=file.path, before=file.content, after=None)
        return Decision(record=None, change=change)
    record = file.wanted or file.last
    return Decision(
        record=record and replace(record, lines=compact(found.value.definitions)),
        change=_change(file, merged),
        diagnostics=(*reports, *found.diagnostics),
        is_edited=True,
        conflict=_conflict(merged, file.new) if CONFLICT in codes else None,
    )


def _change(file: EditedFile, merged: str) -> FileChange | None:
    if merged == file.text:
        return None
    return FileChange(path=file.path, before=file.content, after=merged)


def _conflict(kept: str, new: str | None) -> Conflict | None:
    return None if new is None else Conflict(kept=kept, new=new)


def accept_file(file: EditedFile, merge: Merge) -> Decision:
    """Decide about an edited file whose content `docgen accept` takes as meant.

    It is merged first, so that new code is added; then nothing is left to report.
    """
    if file.wanted is None or file.new is None:
        return Decision(record=None)
    if not file.path.endswith(PYTHON_SUFFIXES):
        return Decision(record=file.wanted, is_edited=True)
    merged = decide(file, EditPolicy(), merge)
    if merged.record is None or not merged.is_edited:
        return merged
    text = merged.change.after if merged.change else file.text
    lines = accepted_lines(file.path, file.base, text or "", file.new)
    record = replace(file.wanted, lines=compact(lines))
    return replace(merged, record=record, diagnostics=(), conflict=None)
