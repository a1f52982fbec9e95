"""`docgen accept`: what stands in a file is meant.

It is merged first, so that what pages say beside it arrives; what is left to tell is settled.
"""

from msgspec.structs import replace

from docgen.edits.decision import FileRecord, joined_lines
from docgen.output.decision import Decision, Scene, is_own
from docgen.output.edited import PYTHON, edited
from docgen.output.tree import Text, decoded


def accepted(path: str, wanted: FileRecord | None, scene: Scene) -> Decision:
    """Decide about a file whose text is meant; one that no page gives is docgen's no more."""
    last, there = scene.last.records.get(path), scene.tree[path]
    if not isinstance(there, Text):
        return Decision(entry=last)
    if wanted is None:
        return Decision(entry=last if is_own(last, there) else None)
    if there.digest in wanted.digests:
        return Decision(entry=wanted, is_current=True)
    if not path.endswith(PYTHON):
        return Decision(entry=wanted, is_edited=True)
    text = scene.texts(path)
    merged = edited(path, wanted, last, there, scene)
    if merged.entry is None or not merged.is_edited:
        return merged
    theirs = merged.change.after if merged.change else decoded(there)
    from docgen.edits.merge import accepted as seen

    found = seen(path, last.definitions if last else (), theirs or "", text)
    entry = replace(wanted, lines=joined_lines(found))
    return replace(merged, entry=entry, told=(), conflict=None)
