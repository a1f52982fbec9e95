"""New texts beside files with a conflict (`team.py.docgen-new`).

They are there on request, and gone when the conflict is settled.
"""

from docgen.digests import digest
from docgen.edits.decision import FileChange, FileRecord
from docgen.output.decision import Decision, Scene, is_own
from docgen.output.paths import NEW
from docgen.output.tree import Missing, Text


def beside(path: str, decision: Decision, scene: Scene) -> Decision | None:
    """Decide about the new text beside a file; people's own file of that name is left alone."""
    place = path + NEW
    last = scene.last.records.get(place)
    there = scene.tree.get(place, Missing())
    if _is_undecided(decision):
        return Decision(entry=last) if last else None
    is_asked = scene.scope.policy.keeps_new or last is not None
    if decision.conflict and decision.entry and is_asked:
        return _written(place, decision.conflict.new, decision.entry.pages, last, there)
    if last is None:
        return None
    if isinstance(there, Text) and is_own(last, there):
        change = FileChange(path=place, before=there.content, after=None)
        return Decision(entry=None, change=change)
    return Decision(entry=None)


def _is_undecided(decision: Decision) -> bool:
    """Tell whether a file was left as it is without a look at what is in it."""
    is_settled = decision.change or decision.is_current or decision.is_edited
    return decision.entry is not None and not is_settled


def _written(
    path: str, text: str, pages: tuple[str, ...], last: FileRecord | None, there: object
) -> Decision:
    entry = FileRecord(path=path, digests=(digest(text.encode()),), pages=pages)
    match there:
        case Text() if there.digest in entry.digests:
            return Decision(entry=entry)
        case Missing():
            return Decision(
                entry=entry, change=FileChange(path=path, before=None, after=text)
            )
        case Text() if is_own(last, there):
            change = FileChange(path=path, before=there.content, after=text)
            return Decision(entry=entry, change=change)
        case _:
            return Decision(entry=None)
