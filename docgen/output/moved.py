"""What becomes of an edited file whose type has another name now: it goes along.

Today's text is spelt with the old names and merged as if nothing had been renamed; what comes of it
gets the new ones. So taking the rename back gives back what was there. Nothing moves where
what people wrote has the new name already, for then there would be no way back.
"""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from docgen.diagnostics import Code, Diagnostic
from docgen.edits.decision import Conflict, FileChange, FileRecord, joined_lines
from docgen.output.decision import Decision, Moves, Scene, is_own
from docgen.output.edited import CONFLICT, PYTHON
from docgen.output.renames import Rename, class_of, files_of, renames
from docgen.output.spelling import Spelling, has_name_of, respelt
from docgen.output.told import doubtful, moved
from docgen.output.tree import Missing, Text, decoded
from docgen.pycode import definitions


def moves(today: Mapping[str, FileRecord], scene: Scene) -> Moves:
    """Decide about the files of renamed types; of those that are not sure nothing moves."""
    known = scene.last.records
    gone = [entry for path, entry in known.items() if path not in today]
    come = [entry for path, entry in today.items() if path not in known]
    decisions: dict[str, Decision] = {}
    doubts: list[Diagnostic] = []
    for rename in renames(gone, come, lambda path: _is_edited(path, scene)):
        found = _moved(rename, today, scene) if rename.is_sure else None
        if found is None:
            doubts.append(doubtful(rename.old, rename.new))
        else:
            decisions |= found
    return Moves(decisions=decisions, doubts=tuple(doubts))


def _is_edited(path: str, scene: Scene) -> bool:
    there = scene.tree.get(path)
    last = scene.last.records.get(path)
    return isinstance(there, Text) and last is not None and not is_own(last, there)


def _moved(
    rename: Rename, today: Mapping[str, FileRecord], scene: Scene
) -> Mapping[str, Decision] | None:
    """Decide about the edited files of a type; `None` where one of them can't go along."""
    spelling = _spelling(rename, today, scene)
    found: dict[str, Decision] = {}
    for old, new in zip(files_of(rename.old), files_of(rename.new), strict=True):
        if old == new or not _is_edited(old, scene) or new not in today:
            continue
        decision = _decision(old, today[new], spelling, scene)
        if decision is None:
            return None
        found[new] = decision
        found[old] = Decision(entry=None, change=_left(old, new, scene))
    return found


def _spelling(
    rename: Rename, today: Mapping[str, FileRecord], scene: Scene
) -> Spelling:
    old = class_of(scene.last.records[rename.old])
    new = class_of(today[rename.new])
    names = {old: new, f"{old}Operations": f"{new}Operations"} if old != new else {}
    way, other = _way(rename.old), _way(rename.new)
    is_near = way[:-1] == other[:-1]
    return Spelling(names=names, ways={way: other} if is_near else {})


def _way(model: str) -> tuple[str, ...]:
    """Give how a module is reached from the package on."""
    return ("models", *model.partition("/models/")[2].removesuffix(".py").split("/"))


def _decision(
    old: str, wanted: FileRecord, spelling: Spelling, scene: Scene
) -> Decision | None:
    there, last = scene.tree[old], scene.last.records[old]
    theirs = decoded(there) if isinstance(there, Text) else None
    is_free = isinstance(scene.tree.get(wanted.path), Missing)
    if theirs is None or not is_free or not old.endswith(PYTHON):
        return None
    if has_name_of(theirs, spelling):
        return None
    text = scene.texts(wanted.path)
    back = respelt(text, spelling.reverse)
    found = scene.merge(wanted.path, last.definitions, theirs, back)
    codes = {one.code for one in found.diagnostics}
    if Code.UNPARSABLE_OUTPUT.value.name in codes:
        return None
    made = respelt(found.value.text, spelling)
    lines = _lines(found.value.definitions, wanted, back, spelling)
    return Decision(
        entry=replace(wanted, lines=joined_lines(sorted(lines))),
        change=FileChange(path=wanted.path, before=None, after=made),
        told=(moved(old, wanted.path), *found.diagnostics),
        is_edited=True,
        conflict=Conflict(kept=made, new=text) if CONFLICT in codes else None,
    )


def _lines(
    found: tuple[str, ...], wanted: FileRecord, back: str, spelling: Spelling
) -> Iterator[str]:
    """Give the lines of the manifest under the new names; what docgen wrote is today's."""
    today = {line.rpartition("\t")[0]: line for line in wanted.definitions}
    own = frozenset(definitions(wanted.path, back))
    for line in found:
        name, _, rest = line.rpartition("\t")
        if name.endswith("@"):  # a form has digests of old names
            continue
        new = respelt(name, spelling)
        yield today[new] if line in own and new in today else f"{new}\t{rest}"


def _left(old: str, new: str, scene: Scene) -> FileChange:
    there = scene.tree[old]
    before = there.content if isinstance(there, Text) else None
    return FileChange(path=old, before=before, after=None, moved_to=new)
