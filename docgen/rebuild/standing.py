"""The output folder as it is now: which of its files are as they were when they were last read."""

import os
import stat
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from docgen.cache.status import Status, status_of, statuses
from docgen.output.values import Plan
from docgen.rebuild.now import Seen


class Standing(Struct, frozen=True, kw_only=True):
    """The status of each file of the output, and the digests of those that nobody touched."""

    statuses: Mapping[str, Status]
    digests: Mapping[str, str]


def standing(output: str, paths: Iterable[str], known: Mapping[str, Seen]) -> Standing:
    """Look at the status of files of the output; `known` is what was seen of them before."""
    found = dict(_statuses(output, paths))
    digests = {
        path: known[path].digest
        for path, status in found.items()
        if path in known and known[path].status == status
    }
    return Standing(statuses=found, digests=digests)


def _statuses(output: str, paths: Iterable[str]) -> Iterator[tuple[str, Status]]:
    """Give the statuses of regular files; one below a link is none of the output's."""
    folders: dict[str, list[str]] = {}
    for path in paths:
        folder, _, name = path.rpartition("/")
        folders.setdefault(folder, []).append(name)
    known = {"": True}
    for folder, names in folders.items():
        if _is_folder(output, folder, known):
            found = statuses(os.path.join(output, folder), names)
            for name, status in zip(names, found, strict=True):
                if status and stat.S_ISREG(status[0]):
                    yield f"{folder}/{name}" if folder else name, status


def _is_folder(output: str, path: str, known: dict[str, bool]) -> bool:
    """Tell whether a path leads from folder to folder, without a link on the way."""
    if path not in known:
        status = status_of(os.path.join(output, path))
        is_folder = status is not None and stat.S_ISDIR(status[0])
        known[path] = is_folder and _is_folder(output, os.path.dirname(path), known)
    return known[path]


def seen(standing: Standing, plan: Plan, digests: Mapping[str, str]) -> dict[str, Seen]:
    """Give what was seen of the files that are as they should be."""
    return {
        path: Seen(standing.statuses[path], digests[path])
        for path in plan.current
        if path in standing.statuses
    }
