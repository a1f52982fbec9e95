"""Plan a run: read the output folder and decide which files are written and removed.

The content of a file is generated only where it is needed.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from docgen.diagnostics import Result
from docgen.digests import content_digest
from docgen.edits.decision import FileRecord, Merge, compact
from docgen.output.decisions import WriteContext, plan_changes
from docgen.output.folder import (
    AtPath,
    Blocked,
    RegularFile,
    blocked_message,
    read_manifests,
    read_paths,
)
from docgen.output.manifest import NO_LINES, ManifestLines, joined, read_manifest
from docgen.output.paths import NEW_SUFFIX
from docgen.output.plan import LastOutput, Plan, WriteScope
from docgen.pages.page_set import is_within
from docgen.pages.tree import NO_OVERRIDES, Overrides
from docgen.render.files import GeneratedFile

if TYPE_CHECKING:
    from docgen.edits.corrections import Ancestry
    from docgen.pages.history import GitHistory


def plan(
    wanted: Iterable[FileRecord],
    content_of: Callable[[str], str],
    output: str,
    scope: WriteScope,
    *,
    digests: Mapping[str, str] = {},
    overlay: Overrides = NO_OVERRIDES,
    merge: Merge | None = None,
    history: "Callable[[], GitHistory] | None" = None,
) -> Plan:
    """Read the output folder and plan its changes.

    `wanted` are the files that the pages define now; `content_of` returns the content of one, given
    its path, and is called only if it is needed. `digests` are those of files, by path, that need
    not be read. The content at the locations of the `overlay` replaces that on disk. `merge` is
    `docgen.edits.merge.merge` or a cache of it. `history` shows whether what is missing in a
    file was deleted by hand.
    """
    records = tuple(wanted)
    lines = ManifestLines(records)
    last = last_output(*read_manifests(output, overlay), lines)
    scope = _without_dependents(scope, last.value)
    written_before = last.value.records
    current = {
        record.path
        for record in records
        if digests.get(record.path) in record.digests
        and (scope.pages is None or scope.includes(record.pages))
        and not _has_notes(written_before.get(record.path), record)
    }
    paths = (path for path in _paths(records, last.value, scope) if path not in current)
    context = WriteContext(
        content_of=content_of,
        last=last.value,
        lines=lines,
        files=read_paths(output, paths, overlay),
        scope=scope,
        current=current,
        merge=merge,
        ancestry=cache(partial(_ancestry, output, history)) if history else None,
    )
    planned = plan_changes(records, context)
    return replace(planned, diagnostics=(*last.diagnostics, *planned.diagnostics))


def _has_notes(last: FileRecord | None, wanted: FileRecord) -> bool:
    """Return whether edits are recorded of a file; a generated record has none."""
    return last is not None and last is not wanted and last.has_notes


def _without_dependents(scope: WriteScope, last: LastOutput) -> WriteScope:
    """Exclude the files that depend on a page that can't be read and has no last version."""
    if not scope.unreadable:
        return scope
    pages = {page for record in last.records.values() for page in record.pages}
    lost = [
        page for page in pages - scope.restored if is_within(page, scope.unreadable)
    ]
    if not lost:
        return scope
    from docgen.output.dependents import dependents

    frozen = dependents(last.records, lost)
    return replace(scope, removes=False, frozen=frozen)


def _ancestry(output: str, history: "Callable[[], GitHistory]") -> "Ancestry":
    from docgen.output.ancestry import ancestry_in

    return ancestry_in(output, history())


def last_output(
    manifest: AtPath, staged: AtPath, expected: ManifestLines = NO_LINES
) -> Result[LastOutput]:
    """Return what earlier runs wrote, according to the manifest and that of an interrupted run.

    `expected` are the lines of records that the manifest probably has.
    """
    last = read_manifest(_content(manifest), expected)
    interrupted = read_manifest(_content(staged))
    records = dict(last.value)
    for path, record in interrupted.value.items():
        records[path] = joined(records[path], record) if path in records else record
    blocked = (blocked_message(manifest),) if isinstance(manifest, Blocked) else ()
    return Result(
        LastOutput(records=records, content=_content(manifest)),
        (*last.diagnostics, *interrupted.diagnostics, *blocked),
    )


def _content(found: AtPath) -> bytes:
    return found.plain if isinstance(found, RegularFile) else b""


def _paths(
    records: Iterable[FileRecord], last: LastOutput, scope: WriteScope
) -> Iterable[str]:
    """Return all paths that may have to be read, each once."""
    wanted = [record.path for record in records]
    new = (path + NEW_SUFFIX for path in wanted) if scope.policy.keeps_new else ()
    return dict.fromkeys([*wanted, *last.records, *new])


def record_of(file: GeneratedFile) -> FileRecord:
    """Return the record of a generated file."""
    from docgen.pycode import definition_lines

    return FileRecord(
        path=file.path,
        digests=(content_digest(file.content.encode()),),
        pages=file.pages,
        lines=compact(definition_lines(file.path, file.content)),
    )
