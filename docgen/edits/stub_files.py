"""Decide about the stub of a module that has hand-written code."""

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from docgen.edits.corrections import Ancestry
from docgen.edits.decision import (
    Decision,
    EditedFile,
    EditPolicy,
    FileChange,
    FileRecord,
    Merge,
    compact,
)
from docgen.edits.edited_files import accept_file, decide
from docgen.edits.stubs import Stub, file_to_merge, gap_diagnostics, stub_of, user_keys
from docgen.pycode import definition_lines


class StubFile(Struct, frozen=True, kw_only=True):
    """A stub: its content, its records, what docgen generates for it, and its module.

    `content` is `None` if there is no such file. `generated` and `edited` are the versions of the
    module.
    """

    path: str
    content: bytes | None
    last: FileRecord | None
    wanted: FileRecord
    new: str
    generated: str
    edited: str


def decide_stub(
    file: StubFile,
    decision: Callable[[], Decision],
    policy: EditPolicy,
    merge: Merge,
    ancestry: Ancestry | None,
) -> Decision:
    """Decide about a stub.

    `decision` returns the decision that ignores hand-written code of the module. It is called only
    if it is needed, because it may merge the stub.
    """
    if policy.forces:
        return decision()
    try:
        return _decided(file, decision, policy, merge, ancestry)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        found = decision()
        if not found.is_edited:  # the stub has no signatures of hand-written code
            return found
        return Decision(record=file.last, is_edited=True)


def _moved(file: StubFile, decision: Decision) -> StubFile:
    """Return a stub with the content that it has after its move to a new path, if it is moved."""
    change = decision.change
    if change is None or not decision.is_edited:
        return file
    content = (change.after or "").encode()
    return replace(file, content=content, last=decision.record)


def _decided(
    file: StubFile,
    decision: Callable[[], Decision],
    policy: EditPolicy,
    merge: Merge,
    ancestry: Ancestry | None,
) -> Decision:
    is_new = file.content is None
    if is_new:
        file = _moved(file, decision())
    source = (file.content or b"").decode()
    found = stub_of(file.new, file.generated, file.edited)
    if found is None or (
        found.source == file.new and not found.gaps and not found.undefined
    ):
        return decision()
    last = (
        file.last.definitions
        if file.last
        else definition_lines(file.path, found.source)
    )
    keys = (
        user_keys(file.path, source, last) if file.content is not None else frozenset()
    )
    found = stub_of(file.new, file.generated, file.edited, keys) or found
    gaps = gap_diagnostics(file.path[:-1], file.path, found)
    if found.source == file.new and not keys:
        merged = decision()
    elif source == found.source:
        merged = Decision(record=_record(file, found), is_edited=True)
    elif file.content is None or source == file.new:
        merged = _written(file, found)
    else:
        edited = EditedFile(
            path=file.path,
            content=file.content,
            last=file.last,
            wanted=file.wanted,
            new=file.new,
        )
        edited = file_to_merge(edited, keys, found)
        if policy.accepts is None:
            merged = decide(edited, policy, merge, ancestry)
        else:
            merged = accept_file(edited, merge)
    if is_new and merged.change:
        merged = replace(merged, change=replace(merged.change, before=None))
    return replace(merged, diagnostics=(*merged.diagnostics, *gaps))


def _written(file: StubFile, found: Stub) -> Decision:
    """Return the decision to write a stub that was not edited."""
    return Decision(
        record=_record(file, found),
        change=FileChange(path=file.path, before=file.content, after=found.source),
        is_edited=True,
    )


def _record(file: StubFile, found: Stub) -> FileRecord:
    lines = definition_lines(file.path, found.source)
    return replace(file.wanted, lines=compact(lines))
