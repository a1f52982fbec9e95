"""Apply: the only writer. It does what a plan says, below the output folder and nowhere else.

Each text is written to a folder of its own beside the rest and then moved into place, so a file
has its old or its new text at every moment. The new manifest is staged first and moved last: a
run that is cut short leaves both, and the next one knows either text for docgen's.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress

from docgen.diagnostics import Code, Diagnostic, diagnostic
from docgen.edits.decision import FileChange, FileRecord
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
from docgen.output.tree import Barred, Missing, Text, look, reason
from docgen.source import START


def apply(plan: Plan, output: str) -> Applied:
    """Do what the plan says; what the system refuses is told, and the rest is done."""
    if not plan.changes and not plan.changes_manifest:
        with suppress(OSError):  # who has something to write will be told
            clear_staging(output)
        return Applied()
    try:
        open_staging(output)
        stage_manifest(output, plan.manifest)
    except OSError as error:
        return Applied(diagnostics=(_refused(".", error),))
    refused = dict(_refusals(plan.changes, output))
    done = [change for change in plan.changes if change.path not in refused]
    last = _finished(plan, output, refused)
    return Applied(
        written=sum(change.after is not None for change in done),
        removed=sum(change.after is None for change in done),
        diagnostics=(*refused.values(), *last),
    )


def _refusals(
    changes: Iterable[FileChange], output: str
) -> Iterator[tuple[str, Diagnostic]]:
    """Make the changes, and give those that could not be made.

    What goes goes first, for a file may take its place; but where people's text moves it has
    arrived before the old file goes.
    """
    refused: set[str] = set()
    for change in sorted(changes, key=_turn):
        try:
            if change.moved_to in refused:
                raise OSError(0, f"`{change.moved_to}` could not be written")
            _make(change, output)
        except OSError as error:
            refused.add(change.path)
            yield change.path, _refused(change.path, error)


def _turn(change: FileChange) -> int:
    if change.moved_to is not None:
        return 2
    return 0 if change.after is None else 1


def _make(change: FileChange, output: str) -> None:
    before = Missing() if change.before is None else Text(change.before)
    now = look(output, [change.path])[change.path]
    if now != before:
        why = now.reason if isinstance(now, Barred) else "it changed meanwhile"
        raise OSError(0, why)
    if change.after is None:
        _remove(output, change.path)
    else:
        move_into_place(output, change.path, change.after)


def _remove(output: str, path: str) -> None:
    """Remove a file, and the folders that it leaves empty."""
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


def _finished(
    plan: Plan, output: str, refused: dict[str, Diagnostic]
) -> tuple[Diagnostic, ...]:
    """Move the manifest into place, with the old entries of what could not be changed."""
    try:
        text = manifest_text(_true(plan, refused)) if refused else ""
        if text and text.encode() != plan.last.content:
            _refuse_odd_manifest(output)
            move_into_place(output, MANIFEST, text)
        if not refused and plan.changes_manifest:
            _refuse_odd_manifest(output)
            move_manifest(output)
        clear_staging(output)
    except OSError as error:
        return (_refused(MANIFEST, error),)
    return ()


def _true(plan: Plan, refused: Iterable[str]) -> Iterator[FileRecord]:
    paths = set(refused)
    yield from (entry for entry in plan.records if entry.path not in paths)
    old = plan.last.records
    yield from (old[path] for path in sorted(paths) if path in old)


def _refuse_odd_manifest(output: str) -> None:
    location = os.path.join(output, MANIFEST)
    if os.path.lexists(location) and (
        os.path.islink(location) or not os.path.isfile(location)
    ):
        raise OSError(0, "it is no regular file")


def _refused(path: str, error: OSError) -> Diagnostic:
    message = f"`{path}` could not be written: {reason(error)}"
    if path == ".":
        message = f"the output folder could not be written: {reason(error)}"
    return diagnostic(Code.UNWRITABLE_OUTPUT, message, path, START)
