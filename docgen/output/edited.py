"""What becomes of a file that has a text of people: the one place where that is decided.

It is merged. What is no Python is a single unit: theirs stays, and it is told where today's text
is another than the one that docgen wrote last. Only the terms of a run make it otherwise.
"""

from msgspec.structs import replace

from docgen.diagnostics import Code
from docgen.edits.decision import Conflict, FileChange, FileRecord, joined_lines
from docgen.output.decision import Decision, Scene
from docgen.output.forced import overwritten
from docgen.output.members import Members, with_new_members
from docgen.output.told import contested, foreign, undecoded
from docgen.output.tree import Text, decoded
from docgen.pycode import definitions

PYTHON = (".py", ".pyi")
"""How the names of files end that can be merged."""

CONFLICT = Code.MERGE_CONFLICT.value.name


def edited(
    path: str,
    wanted: FileRecord | None,
    last: FileRecord | None,
    there: Text,
    scene: Scene,
) -> Decision:
    """Decide about a file that people edited; it is not `wanted` where no page gives it."""
    text = scene.texts(path) if wanted else None
    if scene.scope.policy.forces:
        return overwritten(path, wanted, last, there, text)
    if not path.endswith(PYTHON):
        return _whole(path, wanted, last, there, text)
    theirs = decoded(there)
    if theirs is None:
        return Decision(entry=last, told=(undecoded(path),))
    if last is None and wanted and _is_foreign(path, wanted, theirs):
        return Decision(entry=None, told=(foreign(path),))
    now = _now(path, wanted, last, theirs, text)
    found = scene.merge(path, now.last, now.theirs, text)
    codes = {one.code for one in found.diagnostics}
    if Code.UNPARSABLE_OUTPUT.value.name in codes:
        return Decision(entry=last, told=found.diagnostics)
    if wanted is None and not found.value.text.strip():
        gone = FileChange(path=path, before=there.content, after=None)
        return Decision(entry=None, change=gone)
    change = _changed(path, theirs, found.value.text, there)
    entry = wanted or last
    return Decision(
        entry=entry and replace(entry, lines=joined_lines(found.value.definitions)),
        change=change,
        told=(*now.told, *found.diagnostics),
        is_edited=True,
        conflict=_contest(found.value.text, text) if CONFLICT in codes else None,
    )


def _is_foreign(path: str, wanted: FileRecord, theirs: str) -> bool:
    """Tell whether a file has nothing of docgen's: names that are imported are anybody's."""
    mine = definitions(path, theirs)
    own = (line for line in wanted.definitions if not line.startswith("import "))
    return bool(mine) and {*mine}.isdisjoint(own)


def _now(
    path: str,
    wanted: FileRecord | None,
    last: FileRecord | None,
    theirs: str,
    text: str | None,
) -> Members:
    """Give what people wrote, with the names that members have today."""
    base = last.definitions if last else ()
    if wanted is None or text is None:
        return Members(theirs=theirs, last=base)
    return with_new_members(path, base, wanted.definitions, theirs, text)


def _changed(path: str, theirs: str, merged: str, there: Text) -> FileChange | None:
    """Give what merging changes."""
    is_same = merged == theirs
    return (
        None if is_same else FileChange(path=path, before=there.content, after=merged)
    )


def _contest(kept: str, new: str | None) -> Conflict | None:
    return None if new is None else Conflict(kept=kept, new=new)


def _whole(
    path: str,
    wanted: FileRecord | None,
    last: FileRecord | None,
    there: Text,
    text: str | None,
) -> Decision:
    """Decide about a file that can't be taken apart."""
    if wanted is None:
        from docgen.edits.told import orphaned_file

        return Decision(entry=last, told=(orphaned_file(path),), is_edited=True)
    if last is None or set(wanted.digests) <= set(last.digests):
        return Decision(entry=wanted, is_edited=True)
    contest = _contest(decoded(there) or "", text)
    return Decision(
        entry=last, told=(contested(path),), is_edited=True, conflict=contest
    )
