"""Apply a plan: write and remove files in the output folder.

Each file is written to the staging folder and then moved into place, so it has its old or its new
content at any time. The new manifest is staged first and moved last: an interrupted run leaves both
manifests, and the next run knows that docgen wrote the content that either lists.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress

from docgen.atomic import system_message
from docgen.diagnostics import Code, Diagnostic, diagnostic
from docgen.edits.decision import FileChange, FileRecord
from docgen.output.folder import (
    Blocked,
    Missing,
    RegularFile,
    read_paths,
)
from docgen.output.manifest import manifest_text
from docgen.output.paths import MANIFEST
from docgen.output.plan import Applied, Plan
from docgen.output.staging import (
    clear_staging,
    move_into_place,
    move_manifest,
    open_staging,
    refuse_read_only,
    stage_manifest,
)
from docgen.source import START


def apply(plan: Plan, output: str) -> Applied:
    """Apply a plan; report the changes that the operating system refuses, and make the others."""
    if not plan.changes and not plan.changes_manifest:
        with suppress(OSError):  # reported by the next run that writes
            clear_staging(output)
        return Applied()
    try:
        open_staging(output)
        stage_manifest(output, plan.manifest)
    except OSError as error:
        return Applied(diagnostics=(_refused(".", error),))
    refused = dict(_make_changes(plan.changes, output))
    done = [change for change in plan.changes if change.path not in refused]
    last = _finish(plan, output, refused)
    return Applied(
        written=sum(change.after is not None for change in done),
        removed=sum(change.after is None for change in done),
        diagnostics=(*refused.values(), *last),
    )


def _make_changes(
    changes: Iterable[FileChange], output: str
) -> Iterator[tuple[str, Diagnostic]]:
    """Make the changes, and report those that could not be made, by path.

    Files are removed first, because a new folder can have their name; but a file whose hand-written
    code is moved is removed only after that was written.
    """
    refused: set[str] = set()
    for change in sorted(changes, key=_rank):
        try:
            if change.moved_to in refused:
                raise OSError(0, f"`{change.moved_to}` could not be written")
            _make(change, output)
        except OSError as error:
            refused.add(change.path)
            yield change.path, _refused(change.path, error)


def _rank(change: FileChange) -> int:
    if change.moved_to is not None:
        return 2
    return 0 if change.after is None else 1


def _make(change: FileChange, output: str) -> None:
    before = Missing() if change.before is None else RegularFile(change.before)
    now = read_paths(output, [change.path])[change.path]
    if now != before:
        why = now.reason if isinstance(now, Blocked) else "it changed meanwhile"
        raise OSError(0, why)
    if change.after is None:
        _remove(output, change.path)
    else:
        move_into_place(output, change.path, change.after)


def _remove(output: str, path: str) -> None:
    """Remove a file, and the folders that are empty then."""
    location = os.path.join(output, path)
    refuse_read_only(location)
    refuse_read_only(os.path.dirname(location))
    os.unlink(location)
    parent = os.path.dirname(path)
    while parent:
        try:
            os.rmdir(os.path.join(output, parent))
        except OSError:
            return
        parent = os.path.dirname(parent)


def _finish(
    plan: Plan, output: str, refused: dict[str, Diagnostic]
) -> tuple[Diagnostic, ...]:
    """Move the manifest into place, with the old records of files that could not be changed."""
    try:
        content = manifest_text(_actual_records(plan, refused)) if refused else ""
        if content and content.encode() != plan.last.content:
            _refuse_irregular_manifest(output)
            move_into_place(output, MANIFEST, content)
        if not refused and plan.changes_manifest:
            _refuse_irregular_manifest(output)
            move_manifest(output)
        clear_staging(output)
    except OSError as error:
        return (_refused(MANIFEST, error),)
    return ()


def _actual_records(plan: Plan, refused: Iterable[str]) -> Iterator[FileRecord]:
    paths = set(refused)
    yield from (record for record in plan.records if record.path not in paths)
    old = plan.last.records
    yield from (old[path] for path in sorted(paths) if path in old)


def _refuse_irregular_manifest(output: str) -> None:
    location = os.path.join(output, MANIFEST)
    is_regular = os.path.isfile(location) and not os.path.islink(location)
    if os.path.lexists(location) and not is_regular:
        raise OSError(0, "it is not a regular file")


def _refused(path: str, error: OSError) -> Diagnostic:
    name = "the output folder" if path == "." else f"`{path}`"
    message = f"{name} could not be written: {system_message(error)}"
    return diagnostic(Code.UNWRITABLE_OUTPUT, message, path, START)
