"""Decide which files are written and removed, without accessing the disk.

The decisions depend on the records of the files that the pages define now, on those of the last
run, and on the content of the output folder. A file is overwritten or removed only if its content
is exactly what docgen wrote there last; otherwise it was edited by hand, and `docgen.edits` decides
about it.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, assert_never

from msgspec import Struct
from msgspec.structs import replace

from docgen.diagnostics import Code
from docgen.digests import content_digest
from docgen.edits.decision import (
    Decision,
    EditedFile,
    FileChange,
    FileRecord,
    Merge,
    Moves,
    OperationsModule,
)
from docgen.output.folder import (
    AtPath,
    Blocked,
    Directory,
    Missing,
    RegularFile,
    blocked_message,
)
from docgen.output.manifest import NO_LINES, ManifestLines, manifest_text
from docgen.output.paths import NEW_SUFFIX, STUB_SUFFIX
from docgen.output.plan import LastOutput, Plan, WriteScope
from docgen.pages.page_set import is_within

if TYPE_CHECKING:
    from docgen.edits.corrections import Ancestry


class WriteContext(Struct, frozen=True, kw_only=True):
    """What the decisions depend on.

    `content_of` returns the new content of a path, `files` has the current content of the output
    folder. The `current` files are known to have their new content and need not be in `files`.
    `wanted` are the paths of all files that the pages define now, `lines` their lines in the
    manifest.
    """

    content_of: Callable[[str], str]
    last: LastOutput
    files: Mapping[str, AtPath]
    scope: WriteScope
    current: Container[str] = ()
    wanted: Container[str] = ()
    lines: ManifestLines = NO_LINES
    merge: Merge | None = None
    ancestry: "Callable[[], Ancestry] | None" = None


def plan_changes(wanted: Iterable[FileRecord], context: WriteContext) -> Plan:
    """Decide about each file that the pages define now or that was written last."""
    records = {record.path: record for record in wanted}
    context = replace(context, wanted=records)
    moving = _moves(records, context)
    current = _current(records, context, moving)
    others = dict(_decisions(records, current, context, moving))
    found = others.values()
    kept = (*current.values(), *(one.record for one in found if one.record))
    changes = sorted((one.change for one in found if one.change), key=lambda c: c.path)
    unchanged = [one for one in found if one.is_current or one.is_edited]
    return Plan(
        changes=tuple(changes),
        unchanged=len(current) + sum(not one.change for one in unchanged),
        current=(*current, *(path for path, one in others.items() if one.is_current)),
        edited=tuple(path for path, one in others.items() if one.is_edited),
        orphans=tuple(
            path for path, one in others.items() if one.record and path not in records
        ),
        conflicts={path: d.conflict for path, d in others.items() if d.conflict},
        last=context.last,
        records=kept,
        manifest=manifest_text(kept, context.lines).encode(),
        diagnostics=(
            *moving.ambiguous,
            *chain.from_iterable(one.diagnostics for one in found),
        ),
    )


def _current(
    records: Mapping[str, FileRecord], context: WriteContext, moving: Moves
) -> dict[str, FileRecord]:
    """Return the records of files about which nothing has to be decided.

    They have their new content, and so has the module that a stub describes; nothing is moved.
    """
    current, last = context.current, context.last.records
    if moving.decisions or context.scope.policy.accepts is not None:
        return {}
    with_new = {
        path.removesuffix(NEW_SUFFIX) for path in last if path.endswith(NEW_SUFFIX)
    }
    return {
        path: record
        for path, record in records.items()
        if path in current
        and path not in with_new
        and (not path.endswith(STUB_SUFFIX) or path[:-1] in current)
    }


def _moves(records: Mapping[str, FileRecord], context: WriteContext) -> Moves:
    """Decide which files are moved, if there are both removed and added files."""
    last, scope = context.last.records, context.scope
    may_move = (
        scope.removes and not scope.policy.forces and scope.policy.accepts is None
    )
    if not may_move or last.keys() <= records.keys() or records.keys() <= last.keys():
        return Moves()
    from docgen.edits.moved_files import Candidates, moves

    edited = {
        path: found.content
        for path, record in last.items()
        if isinstance(found := context.files.get(path), RegularFile)
        and not _is_generated(record, found)
    }
    free = {path for path in records if context.files.get(path) == Missing()}
    return moves(
        Candidates(
            last=last,
            wanted=records,
            edited=edited,
            free=free,
            content_of=context.content_of,
            merge=_merge(context),
        )
    )


def _merge(context: WriteContext) -> Merge:
    from docgen.edits.merge import merge

    return context.merge or merge


def _is_generated(last: FileRecord | None, found: RegularFile) -> bool:
    """Return whether a file has content that docgen wrote there last."""
    return last is not None and found.digest in last.digests


def _decisions(
    records: Mapping[str, FileRecord],
    current: Container[str],
    context: WriteContext,
    moving: Moves,
) -> Iterator[tuple[str, Decision]]:
    """Decide about each path that is not `current`, and the file with new content next to it."""
    last = context.last.records
    stale = (p for p in last if p not in records and not p.endswith(NEW_SUFFIX))
    decided: dict[str, Decision] = {}
    waiting = (path for path in chain(records, stale) if path not in current)
    for path in waiting:
        moved, wanted = moving.decisions.get(path), records.get(path)
        if wanted and path.endswith(STUB_SUFFIX):
            decision = _stub_decision(wanted, moved, decided, context)
        else:
            decision = moved or _decision(path, wanted, context)
        decided[path] = decision
        yield path, decision
        if decision.conflict or path + NEW_SUFFIX in last:
            new = _new_content_decision(path + NEW_SUFFIX, decision, context)
            if new:
                yield path + NEW_SUFFIX, new


def _stub_decision(
    wanted: FileRecord,
    moved: Decision | None,
    decided: Mapping[str, Decision],
    context: WriteContext,
) -> Decision:
    """Decide about a stub, which describes the hand-written code of its module."""

    def plain() -> Decision:
        return moved or _decision(wanted.path, wanted, context)

    module = _described_module(wanted, decided, context)
    decision = (
        _describing(wanted, module, cache(plain), context)
        if module is not None
        else plain()
    )
    return _following(wanted, decision, context)


def _describing(
    wanted: FileRecord,
    module: str,
    plain: Callable[[], Decision],
    context: WriteContext,
) -> Decision:
    """Decide about a stub whose `module` has hand-written code."""
    path, policy = wanted.path, context.scope.policy
    from docgen.edits.stub_files import StubFile, decide_stub

    found = context.files.get(path, Missing())
    if path in context.current:
        content: bytes | None = context.content_of(path).encode()
    elif isinstance(found, Missing | RegularFile):
        content = found.content if isinstance(found, RegularFile) else None
    else:
        return plain()
    file = StubFile(
        path=path,
        content=content,
        last=context.last.records.get(path),
        wanted=wanted,
        new=context.content_of(path),
        generated=context.content_of(path[:-1]),
        edited=module,
    )
    ancestry = _ancestry(context) if policy.accepts is None else None
    return decide_stub(file, plain, policy, _merge(context), ancestry)


def _described_module(
    wanted: FileRecord, decided: Mapping[str, Decision], context: WriteContext
) -> str | None:
    """Return the edited module that a stub describes; `None` if the run leaves it as it is."""
    accepts = context.scope.policy.accepts
    is_accepted = accepts is None or wanted.path in accepts
    if not is_accepted or not context.scope.includes(wanted.pages):
        return None
    return _edited_module(wanted.path[:-1], decided, context)


def _following(
    wanted: FileRecord, decision: Decision, context: WriteContext
) -> Decision:
    """Mark a change of a stub whose pages did not change: it follows that of its module."""
    last, change = context.last.records.get(wanted.path), decision.change
    if last is None or change is None or change.before is None or change.after is None:
        return decision
    if not {*wanted.digests} <= {*last.digests}:
        return decision
    return replace(decision, change=replace(change, follows=True))


def _edited_module(
    path: str, decided: Mapping[str, Decision], context: WriteContext
) -> str | None:
    """Return the content of a module that has hand-written code, else `None`."""
    decision = decided.get(path)
    if decision is None or decision.is_current or path in context.scope.frozen:
        return None
    if decision.change is not None:
        after = decision.change.after
        return after if decision.is_edited or decision.change.moved_to else None
    found = context.files.get(path)
    last = context.last.records.get(path)
    if not isinstance(found, RegularFile) or _is_generated(last, found):
        return None
    return found.content.decode(errors="replace")


def _decision(path: str, wanted: FileRecord | None, context: WriteContext) -> Decision:
    last, accepts = context.last.records.get(path), context.scope.policy.accepts
    is_current = path in context.current
    if accepts is not None and (is_current or path not in accepts):
        return Decision(record=last)
    if accepts is not None:
        return _accepted(path, wanted, last, context)
    if wanted is None:
        return _stale(last, context) if last else Decision(record=None)
    if is_current:
        return Decision(record=wanted, is_current=True)
    return _wanted(wanted, last, context)


def _accepted(
    path: str,
    wanted: FileRecord | None,
    last: FileRecord | None,
    context: WriteContext,
) -> Decision:
    """Decide about a file that the user accepts; if no page defines it, it becomes hand-written."""
    found = context.files[path]
    if not isinstance(found, RegularFile):
        return Decision(record=last)
    if wanted is None:
        is_kept = _is_generated(last, found) or path in context.scope.frozen
        return Decision(record=last if is_kept else None)
    if found.digest in wanted.digests:
        return Decision(record=wanted, is_current=True)
    from docgen.edits.edited_files import accept_file

    return accept_file(
        _edited_file(path, wanted, last, found, context), _merge(context)
    )


def _wanted(
    wanted: FileRecord, last: FileRecord | None, context: WriteContext
) -> Decision:
    """Decide about a file that the pages define now."""
    path = wanted.path
    if not context.scope.includes(wanted.pages) or path in context.scope.frozen:
        return Decision(record=last)
    match context.files[path]:
        case Blocked() as blocked:
            return Decision(record=last, diagnostics=(blocked_message(blocked),))
        case Directory():
            blocked = Blocked(Code.UNWRITABLE_OUTPUT, path, "it is a directory")
            return Decision(record=last, diagnostics=(blocked_message(blocked),))
        case Missing():
            change = FileChange(path=path, before=None, after=context.content_of(path))
            return Decision(record=wanted, change=change)
        case RegularFile() as found:
            return _existing(wanted, last, found, context)
        case other:
            assert_never(other)


def _existing(
    wanted: FileRecord,
    last: FileRecord | None,
    found: RegularFile,
    context: WriteContext,
) -> Decision:
    """Decide about an existing file that the pages define now."""
    path = wanted.path
    has_notes = last is not None and last.has_notes
    if not has_notes or context.scope.policy.forces:
        if found.digest in wanted.digests:
            return Decision(record=wanted, is_current=True)
        if _is_generated(last, found):
            content = context.content_of(path)
            change = FileChange(path=path, before=found.content, after=content)
            return Decision(record=wanted, change=change)
    return _edited(path, wanted, last, found, context)


def _stale(last: FileRecord, context: WriteContext) -> Decision:
    """Decide about a file that docgen wrote and that no page defines any more."""
    scope = context.scope
    is_from_unreadable = any(is_within(page, scope.unreadable) for page in last.pages)
    if not scope.removes or is_from_unreadable:
        return Decision(record=last)
    match context.files[last.path]:
        case Missing() | Directory():
            return Decision(record=None)
        case Blocked() as blocked:
            return Decision(record=last, diagnostics=(blocked_message(blocked),))
        case RegularFile() as found if _is_generated(last, found):
            change = FileChange(path=last.path, before=found.content, after=None)
            return Decision(record=None, change=change)
        case RegularFile() as found:
            return _edited(last.path, None, last, found, context)
        case other:
            assert_never(other)


def _edited(
    path: str,
    wanted: FileRecord | None,
    last: FileRecord | None,
    found: RegularFile,
    context: WriteContext,
) -> Decision:
    from docgen.edits.edited_files import decide

    file = _edited_file(path, wanted, last, found, context)
    return decide(file, context.scope.policy, _merge(context), _ancestry(context))


def _ancestry(context: WriteContext) -> "Ancestry | None":
    return context.ancestry() if context.ancestry else None


def _edited_file(
    path: str,
    wanted: FileRecord | None,
    last: FileRecord | None,
    found: RegularFile,
    context: WriteContext,
) -> EditedFile:
    new = context.content_of(path) if wanted else None
    return EditedFile(
        path=path,
        content=found.content,
        last=last,
        wanted=wanted,
        new=new,
        operations=_tested_operations(path, context) if new else None,
    )


def _tested_operations(path: str, context: WriteContext) -> OperationsModule | None:
    """Return the module of the operations that a test file is about, if docgen would change it."""
    from docgen.edits.renames import ends_of_operations

    ends = ends_of_operations(path)
    for module, last in context.last.records.items() if ends else ():
        is_changed = module in context.wanted and module not in context.current
        found = context.files.get(module) if module.endswith(ends) else None
        if isinstance(found, RegularFile) and is_changed:
            return OperationsModule(
                path=module,
                last=last.definitions,
                content=found.content.decode(errors="replace"),
                new=context.content_of(module),
            )
    return None


def _new_content_decision(
    path: str, decision: Decision, context: WriteContext
) -> Decision | None:
    """Decide about `team.py.docgen-new`, the new content next to a file with a conflict.

    It is written on request and removed when the conflict is resolved. A file of that name that
    docgen did not write is left unchanged.
    """
    last = context.last.records.get(path)
    found = context.files.get(path, Missing())
    if _is_undecided(decision):
        return Decision(record=last)
    is_wanted = context.scope.policy.keeps_new or last is not None
    if decision.conflict and decision.record and is_wanted:
        content, pages = decision.conflict.new, decision.record.pages
        return _new_content(path, content, pages, last, found)
    if last is None:
        return None
    if isinstance(found, RegularFile) and _is_generated(last, found):
        change = FileChange(path=path, before=found.content, after=None)
        return Decision(record=None, change=change)
    return Decision(record=None)


def _is_undecided(decision: Decision) -> bool:
    """Return whether a file was left unchanged although its content was not compared."""
    is_decided = decision.change or decision.is_current or decision.is_edited
    return decision.record is not None and not is_decided


def _new_content(
    path: str,
    content: str,
    pages: tuple[str, ...],
    last: FileRecord | None,
    found: AtPath,
) -> Decision:
    digest = content_digest(content.encode())
    record = FileRecord(path=path, digests=(digest,), pages=pages)
    match found:
        case RegularFile() if found.digest == digest:
            return Decision(record=record)
        case Missing():
            change = FileChange(path=path, before=None, after=content)
            return Decision(record=record, change=change)
        case RegularFile() if _is_generated(last, found):
            change = FileChange(path=path, before=found.content, after=content)
            return Decision(record=record, change=change)
        case _:
            return Decision(record=None)
