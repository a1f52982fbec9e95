"""Which generated files are staged in part: without a definition that docgen wrote, or removed.

A file that differs from the index only in hand-written code is not part of the output that has to
be staged.
"""

import os
from collections.abc import Iterator, Mapping

from docgen.commands.written import Run
from docgen.edits.decision import FileRecord
from docgen.output.manifest import read_manifest
from docgen.output.paths import MANIFEST
from docgen.pages.git import read_blobs
from docgen.pages.tree import DISK, Overrides
from docgen.pycode import PYTHON_SUFFIXES, definition_lines


def unstaged_output(run: Run, staged: Overrides) -> Iterator[str]:
    """Yield the paths of generated files whose output is not staged.

    `staged` has the content of the index where it differs from the disk; `run` is up to date with
    the disk.
    """
    if run.written is None:
        return
    output = os.path.abspath(run.written.output)
    # A run that was not started because nothing has changed has no records of its own.
    records = run.written.plan.records or _records_on_disk(output)
    written = {one.path: one for one in records}
    before: Mapping[str, FileRecord] | None = None
    for location, content in staged.items():
        path = os.path.relpath(location, output).replace(os.sep, "/")
        if path == MANIFEST:
            yield path
        if path.startswith("../") or path == MANIFEST:
            continue
        before = before if before is not None else _committed_records(output)
        if _is_unstaged(location, content, written.get(path), before.get(path)):
            yield path


def _records_on_disk(output: str) -> tuple[FileRecord, ...]:
    """Return the records of the manifest in the output folder."""
    found = DISK.read(os.path.join(output, MANIFEST))
    content = found if isinstance(found, bytes) else b""
    return tuple(read_manifest(content).value.values())


def _committed_records(output: str) -> Mapping[str, FileRecord]:
    """Return the records of the manifest in the last commit."""
    path = os.path.relpath(os.path.join(output, MANIFEST)).replace(os.sep, "/")
    name = f"HEAD:./{path}"
    return read_manifest(read_blobs([name]).get(name, b"")).value


def _is_unstaged(
    location: str,
    staged: bytes | None,
    written: FileRecord | None,
    before: FileRecord | None,
) -> bool:
    if written is None and before is None:
        return False  # it is not a generated file
    found = DISK.read(location)
    disk = found if isinstance(found, bytes) else None
    if disk is None or staged is None:
        return (written is not None) == (disk is not None)
    if not location.endswith(PYTHON_SUFFIXES):
        return True
    on_disk, in_index = (_parts(location, content) for content in (disk, staged))
    known = {*written.definitions} if written else set[str]()
    earlier = {*before.definitions} if before else set[str]()
    return any(
        line in known if (line := on_disk.get(name)) else in_index[name] in earlier
        for name in {**on_disk, **in_index}
        if on_disk.get(name) != in_index.get(name)
    )


def _parts(location: str, content: bytes) -> Mapping[str, str]:
    """Return the definition lines of a file by name."""
    source = content.decode("utf-8", "replace").replace("\r\n", "\n")
    lines = definition_lines(location, source)
    named = ((line.rpartition("\t")[0], line) for line in lines)
    return {name: line for name, line in named if not name.endswith("*")}
