"""What a run needs to know of the output folder before it can plan."""

from collections.abc import Callable, Iterable, Mapping

from msgspec.structs import replace

from docgen.digests import digest
from docgen.edits.decision import FileRecord, joined_lines
from docgen.output.decision import Merge
from docgen.output.decisions import plan_changes
from docgen.output.known import last_output
from docgen.output.marks import has_marks
from docgen.output.merging import merged
from docgen.output.paths import NEW
from docgen.output.plan import LastOutput, Plan, WriteScope
from docgen.output.tree import look, look_at_manifests
from docgen.pages.tree import NO_OVERRIDES, Overrides
from docgen.render.files import GeneratedFile


def plan(
    wanted: Iterable[FileRecord],
    content_of: Callable[[str], str],
    output: str,
    scope: WriteScope,
    *,
    digests: Mapping[str, str] = {},
    overlay: Overrides = NO_OVERRIDES,
    merge: Merge = merged,
) -> Plan:
    """Look at the output folder and plan what becomes of it.

    `wanted` are the files that the pages define now; `content_of` returns the content of one, given
    its path, and is called only where it is needed. `digests` are those of files, by path, that
    need not be read. Where the `overlay` has a location, it replaces what is on disk.
    """
    today = tuple(wanted)
    last = last_output(*look_at_manifests(output, overlay))
    current = {
        record.path
        for record in today
        if digests.get(record.path) in record.digests
        and scope.includes(record.pages)
        and not _is_marked(record, last.value)
    }
    paths = _paths(today, last.value, scope)
    tree = look(output, (path for path in paths if path not in current), overlay)
    planned = plan_changes(today, content_of, last.value, tree, scope, current, merge)
    return replace(planned, diagnostics=(*last.diagnostics, *planned.diagnostics))


def _is_marked(entry: FileRecord, known: LastOutput) -> bool:
    """Tell whether the manifest remembers more of a file than what docgen wrote."""
    last = known.records.get(entry.path)
    return last is not None and last is not entry and has_marks(last.definitions)


def _paths(
    today: Iterable[FileRecord], last: LastOutput, scope: WriteScope
) -> Iterable[str]:
    """Give all paths that may have to be looked at, each once."""
    wanted = [entry.path for entry in today]
    news = (path + NEW for path in wanted) if scope.policy.keeps_new else ()
    return dict.fromkeys([*wanted, *last.records, *news])


def record_of(file: GeneratedFile) -> FileRecord:
    """Give what the manifest will say of a file, whatever it said before."""
    from docgen.pycode import definitions

    return FileRecord(
        path=file.path,
        digests=(digest(file.text.encode()),),
        pages=file.pages,
        lines=joined_lines(definitions(file.path, file.text)),
    )
