"""Plan: what a run writes and removes.

Enter what the manifest will say of the files that today's pages give, the manifest of what docgen
wrote last, and what lies in the output folder now; leaves a `Plan`. The text of a file is only
asked for where it is needed. The rule that protects what people wrote: a file is written over or
removed only where its text is exactly what docgen wrote there last; any other is `edited`.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import chain
from typing import assert_never

from docgen.diagnostics import Code
from docgen.edits.decision import FileChange, FileRecord
from docgen.output.decision import Decision, Merge, Moves, Scene, Texts, is_own
from docgen.output.manifest import manifest_text
from docgen.output.marks import has_marks
from docgen.output.merging import merged
from docgen.output.paths import NEW
from docgen.output.plan import LastOutput, Plan, WriteScope
from docgen.output.tree import Barred, Folder, Missing, Standing, Text, barred


def plan_changes(
    wanted: Iterable[FileRecord],
    texts: Texts,
    known: LastOutput,
    tree: Mapping[str, Standing],
    scope: WriteScope,
    current: Container[str] = (),
    merge: Merge = merged,
) -> Plan:
    """Decide what becomes of each file that is wanted today or was written last.

    Files that are known to be as they are wanted are `current`, and need not be in the tree.
    """
    scene = Scene(texts=texts, last=known, tree=tree, scope=scope, merge=merge)
    today = {entry.path: entry for entry in wanted}
    moving = _moves(today, scene)
    decisions = dict(_decisions(today, scene, current, moving))
    found = decisions.values()
    entries = tuple(one.entry for one in found if one.entry)
    changes = sorted((one.change for one in found if one.change), key=lambda c: c.path)
    is_still = [not one.change and (one.is_current or one.is_edited) for one in found]
    return Plan(
        changes=tuple(changes),
        unchanged=sum(is_still),
        current=tuple(path for path, one in decisions.items() if one.is_current),
        edited=tuple(path for path, one in decisions.items() if one.is_edited),
        orphans=tuple(
            path for path, one in decisions.items() if one.entry and path not in today
        ),
        conflicts={path: d.conflict for path, d in decisions.items() if d.conflict},
        last=known,
        records=entries,
        manifest=manifest_text(entries).encode(),
        diagnostics=(*moving.doubts, *chain.from_iterable(d.told for d in found)),
    )


def _moves(today: Mapping[str, FileRecord], scene: Scene) -> Moves:
    """Decide what moves, if anything may: where files are gone and others have come."""
    known, scope = scene.last.records, scene.scope
    is_asked = (
        scope.removes and not scope.policy.forces and scope.policy.accepts is None
    )
    if not is_asked or known.keys() <= today.keys() or today.keys() <= known.keys():
        return Moves()
    from docgen.output.moved import moves

    return moves(today, scene)


def _decisions(
    today: Mapping[str, FileRecord],
    scene: Scene,
    current: Container[str],
    moving: Moves,
) -> Iterator[tuple[str, Decision]]:
    """Decide about each path, and about the new text beside it."""
    known = scene.last.records
    stale = (path for path in known if path not in today and not path.endswith(NEW))
    for path in chain(today, stale):
        wanted, moved = today.get(path), moving.decisions.get(path)
        decision = moved or _decision(path, wanted, scene, path in current)
        yield path, decision
        if decision.conflict or path + NEW in known:
            yield from _beside(path, decision, scene)


def _beside(
    path: str, decision: Decision, scene: Scene
) -> Iterator[tuple[str, Decision]]:
    from docgen.output.beside import beside

    new = beside(path, decision, scene)
    if new:
        yield path + NEW, new


def _decision(
    path: str, wanted: FileRecord | None, scene: Scene, is_current: bool
) -> Decision:
    last, accepts = scene.last.records.get(path), scene.scope.policy.accepts
    if accepts is not None and (is_current or path not in accepts):
        return Decision(entry=last)
    if accepts is not None:
        return _accepted(path, wanted, scene)
    if wanted is None:
        return _stale(path, scene) if last else Decision(entry=None)
    if is_current:
        return Decision(entry=wanted, is_current=True)
    return _wanted(wanted, last, scene)


def _accepted(path: str, wanted: FileRecord | None, scene: Scene) -> Decision:
    from docgen.output.accepted import accepted

    return accepted(path, wanted, scene)


def _edited(
    path: str,
    wanted: FileRecord | None,
    last: FileRecord | None,
    there: Text,
    scene: Scene,
) -> Decision:
    from docgen.output.edited import edited

    return edited(path, wanted, last, there, scene)


def _wanted(wanted: FileRecord, last: FileRecord | None, scene: Scene) -> Decision:
    """Decide about a file that today's pages give."""
    if not scene.scope.includes(wanted.pages):
        return Decision(entry=last)
    path = wanted.path
    match scene.tree[path]:
        case Barred() as bar:
            return Decision(entry=last, told=(barred(bar),))
        case Folder():
            taken = Barred(Code.UNWRITABLE_OUTPUT, path, "it is a folder")
            return Decision(entry=last, told=(barred(taken),))
        case Missing():
            change = FileChange(path=path, before=None, after=scene.texts(path))
            return Decision(entry=wanted, change=change)
        case Text() as there if _is_marked(last, scene):
            return _edited(path, wanted, last, there, scene)
        case Text() as there if there.digest in wanted.digests:
            return Decision(entry=wanted, is_current=True)
        case Text() as there if is_own(last, there):
            text = scene.texts(path)
            change = FileChange(path=path, before=there.content, after=text)
            return Decision(entry=wanted, change=change)
        case Text() as there:
            return _edited(path, wanted, last, there, scene)
        case other:
            assert_never(other)


def _is_marked(last: FileRecord | None, scene: Scene) -> bool:
    """Tell whether something is known of what people did to a file that its text does not show."""
    is_asked = not scene.scope.policy.forces
    return is_asked and last is not None and has_marks(last.definitions)


def _stale(path: str, scene: Scene) -> Decision:
    """Decide about a file that was written once and that no page gives today."""
    entry = scene.last.records[path]
    if not scene.scope.removes or _is_from_unreadable(entry, scene.scope.unreadable):
        return Decision(entry=entry)
    match scene.tree[path]:
        case Missing() | Folder():
            return Decision(entry=None)
        case Barred() as bar:
            return Decision(entry=entry, told=(barred(bar),))
        case Text() as there if is_own(entry, there):
            change = FileChange(path=path, before=there.content, after=None)
            return Decision(entry=None, change=change)
        case Text() as there:
            return _edited(path, None, entry, there, scene)
        case other:
            assert_never(other)


def _is_from_unreadable(entry: FileRecord, unreadable: Iterable[str]) -> bool:
    return any(
        path == "." or page == path or page.startswith(path + "/")
        for path in unreadable
        for page in entry.pages
    )
