"""Whether docgen's part of an output folder is out of date, whatever people edited in it."""

from collections.abc import Iterator

from msgspec.structs import replace

from docgen.edits.decision import FileRecord
from docgen.output.manifest import manifest_text
from docgen.output.plan import Plan


def is_behind(plan: Plan) -> bool:
    """Tell whether there is more to do than to note what people did to edited files."""
    if plan.changes or not plan.changes_manifest:
        return bool(plan.changes)
    return manifest_text(_as_before(plan)).encode() != plan.last.content


def _as_before(plan: Plan) -> Iterator[FileRecord]:
    edited = {*plan.edited}
    for one in plan.records:
        last = plan.last.records.get(one.path) if one.path in edited else None
        yield replace(one, lines=last.lines) if last else one
