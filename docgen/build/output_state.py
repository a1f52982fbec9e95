"""The state of the output folder: which files are unchanged since an earlier run saw them."""

import os
import stat
from collections.abc import Iterable, Mapping

from msgspec import Struct

from docgen.build.store import Store
from docgen.edits.decision import FileRecord
from docgen.output.plan import Plan
from docgen.pages.statuses import (
    FileState,
    Status,
    file_status,
    folder_statuses,
    is_reliable,
)
from docgen.pages.tree import Tree

_RECORD = dict[str, FileState]


class OutputState(Struct, frozen=True, kw_only=True):
    """The statuses of files by path, and the states that are as an earlier run saw them."""

    statuses: Mapping[str, Status]
    known: Mapping[str, FileState]

    @property
    def digests(self) -> dict[str, str]:
        """The digests of the files whose status is known."""
        return {path: one.digest for path, one in self.known.items()}


def output_state(
    output: str, records: Iterable[FileRecord], tree: Tree, store: Store
) -> OutputState:
    """Look at files of the output folder, without opening them.

    The statuses of files whose content the tree replaces say nothing.
    """
    known = store.record(_record_name(output), _RECORD) or {}
    folder = os.path.abspath(output)
    paths = (
        one.path
        for one in records
        if not tree.overrides
        or os.path.join(folder, *one.path.split("/")) not in tree.overrides
    )
    found = _statuses(output, paths)
    same = {
        path: last
        for path, status in found.items()
        if (last := known.get(path)) and last.status == status
    }
    return OutputState(statuses=found, known=same)


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
    store.write_record(_record_name(output), found)


def _record_name(output: str) -> str:
    from docgen.build.memo import digest_of

    return f"output-{digest_of(os.path.realpath(output)).hex()[:16]}"


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
