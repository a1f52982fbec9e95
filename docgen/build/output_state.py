"""The state of the output folder: which files are unchanged since an earlier run saw them.

The files are compared with the record of that run while this process builds, by the standby worker
if there is one. Another run may write to the folder in the meantime; then the manifest is another
file, or a run that was killed left its staging folder, and the files are compared again.
"""

import os
import stat
from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from typing import TypeAlias

from msgspec import Struct
from msgspec.msgpack import Decoder
from msgspec.structs import replace

from docgen.build.memo import record_name
from docgen.build.standby import Standby
from docgen.build.store import Store
from docgen.edits.decision import FileRecord
from docgen.output.paths import MANIFEST, STAGING
from docgen.output.plan import Plan
from docgen.pages.statuses import (
    FileState,
    Status,
    file_status,
    folder_statuses,
    is_reliable,
)
from docgen.pages.tree import Tree

_RECORD: TypeAlias = dict[str, FileState]


class OutputState(Struct, frozen=True, kw_only=True):
    """The statuses of files by path, and the states that are as an earlier run saw them."""

    statuses: Mapping[str, Status]
    known: Mapping[str, FileState]

    @property
    def digests(self) -> dict[str, str]:
        """The digests of the files whose status is known."""
        return {path: one.digest for path, one in self.known.items()}


class ComparedOutput(Struct, frozen=True, array_like=True):
    """The files whose statuses are not those that were recorded, and the status of the manifest."""

    changed: tuple[str, ...]
    manifest: Status | None


_DECODER = Decoder(ComparedOutput)


class LastStates(Struct, frozen=True, kw_only=True):
    """The recorded states of files, and a function that compares the files with them, once."""

    known: Mapping[str, FileState]
    compared: Callable[[], ComparedOutput]


def last_states(output: str, store: Store) -> LastStates:
    """Return the recorded states; the files are compared with them when that is asked for."""
    known = store.record(record_name("output", output), _RECORD) or {}
    return LastStates(
        known=known, compared=cache(partial(compare_output, known, output))
    )


def compared_by(standby: Standby, last: LastStates) -> LastStates:
    """Return the same states; the files are compared by a worker, if it has `compare_output`.

    It is the last request to the worker.
    """

    def compared() -> ComparedOutput:
        answer = standby.ask(compare_output.__name__, None).get()
        standby.dismiss()
        return _DECODER.decode(answer) if answer is not None else last.compared()

    return replace(last, compared=compared)


def compare_output(known: Mapping[str, FileState], output: str) -> ComparedOutput:
    """Compare the files of an output folder with what is known about them."""
    manifest = _manifest_status(output)
    found = _statuses(output, known)
    changed = (path for path, one in known.items() if found.get(path) != one.status)
    return ComparedOutput(tuple(changed), manifest)


def output_state(
    output: str, records: Iterable[FileRecord], tree: Tree, last: LastStates
) -> OutputState:
    """Look at files of the output folder, without opening them.

    The statuses of files whose content the tree replaces say nothing.
    """
    paths = [one.path for one in records]
    if tree.overrides:
        folder = os.path.abspath(output)
        paths = [
            path
            for path in paths
            if os.path.join(folder, *path.split("/")) not in tree.overrides
        ]
    compared = last.compared()
    was_interrupted = os.path.lexists(os.path.join(output, STAGING))
    if was_interrupted or compared.manifest != _manifest_status(output):
        compared = compare_output(last.known, output)
    changed = frozenset(compared.changed)
    same = {
        path: state
        for path in paths
        if (state := last.known.get(path)) and path not in changed
    }
    others = _statuses(output, (path for path in paths if path not in same))
    known = {path: one.status for path, one in same.items()}
    return OutputState(statuses=known | others, known=same)


def _manifest_status(output: str) -> Status | None:
    return file_status(os.path.join(output, MANIFEST))


def remember_output(
    output: str,
    state: OutputState,
    plan: Plan,
    records: Iterable[FileRecord],
    started: int,
    store: Store,
) -> None:
    """Record the files with the newly generated content, as far as their status is reliable."""
    digests = {one.path: one.digests[0] for one in records}
    found: dict[str, FileState] = {}
    for path in plan.current:
        status, known = state.statuses.get(path), state.known.get(path)
        if known and known.digest == digests[path]:
            found[path] = known
        elif status and is_reliable(status, started):
            found[path] = FileState(status, digests[path])
    store.write_record(record_name("output", output), found)


def _statuses(output: str, paths: Iterable[str]) -> dict[str, Status]:
    """Return the statuses of regular files by path; a file below a link does not count."""
    folders: dict[str, list[str]] = {}
    for path in paths:
        folder, _, name = path.rpartition("/")
        folders.setdefault(folder, []).append(name)
    known = {"": True}
    statuses: dict[str, Status] = {}
    for folder, names in folders.items():
        if _is_folder(output, folder, known):
            prefix = f"{folder}/" if folder else ""
            found = folder_statuses(os.path.join(output, folder), names)
            for name, status in zip(names, found, strict=True):
                if status and stat.S_ISREG(status[0]):
                    statuses[prefix + name] = status
    return statuses


def _is_folder(output: str, path: str, known: dict[str, bool]) -> bool:
    """Return whether a path is a folder that is reached without a link."""
    if path not in known:
        status = file_status(os.path.join(output, path))
        is_folder = status is not None and stat.S_ISDIR(status[0])
        known[path] = is_folder and _is_folder(output, os.path.dirname(path), known)
    return known[path]
