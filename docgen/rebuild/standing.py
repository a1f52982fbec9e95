"""The output folder as it is now: which of its files are as they were when they were last read."""

import os
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from docgen.cache.status import Status, status_of, statuses
from docgen.cache.store import key
from docgen.output.paths import STAGING
from docgen.output.plan import Plan
from docgen.rebuild.now import Seen
from docgen.workers.crew import Died

if TYPE_CHECKING:
    from docgen.workers.aside import Aside


class Look:
    """A look at the files of the output that were seen before, by the process aside.

    It holds as long as no other run wrote in between: each makes a folder there, and where one is
    left from before nothing is sure.
    """

    def __init__(
        self, output: str, seen: Mapping[str, Seen], aside: "Aside | None"
    ) -> None:
        self._output, self._seen, self._aside = output, seen, aside
        self._status: Status | None = None
        self._found: Iterator[bytes | Died] = iter(())

    def begin(self) -> None:
        """Have it begun, if there is someone to do so."""
        staging = os.path.join(self._output, STAGING)
        if self._aside and self._seen and not os.path.lexists(staging):
            self._status = status_of(self._output, is_followed=True)
            work = partial(_statuses_key, self._output)
            asked = self._aside.results([[*self._seen]], work, _DECODER)
            self._found = asked

    def is_as_seen(self) -> bool:
        """Tell whether every file was found to be as it was seen."""
        found = next(self._found, None)
        return (
            isinstance(found, bytes)
            and found == _key((path, one.status) for path, one in self._seen.items())
            and status_of(self._output, is_followed=True) == self._status
        )


_DECODER = msgspec.msgpack.Decoder(bytes)


def _statuses_key(output: str, paths: Sequence[str]) -> bytes:
    return _key(_statuses(output, paths))


def _key(statuses: Iterable[tuple[str, Status]]) -> bytes:
    return key(msgspec.msgpack.encode(sorted(statuses)))


class Standing(Struct, frozen=True, kw_only=True):
    """The status of each file of the output, and the digests of those that nobody touched."""

    statuses: Mapping[str, Status]
    digests: Mapping[str, str]


def standing(
    output: str, paths: Iterable[str], known: Mapping[str, Seen], *, is_as_seen: bool
) -> Standing:
    """Look at the status of files of the output; `known` is what was seen of them before.

    With `is_as_seen` those are known to be as they were.
    """
    wanted = [*paths]
    seen = known if is_as_seen else {}
    found = {path: seen[path].status for path in wanted if path in seen}
    found |= _statuses(output, (path for path in wanted if path not in seen))
    digests = {
        path: last.digest
        for path, status in found.items()
        if (last := known.get(path)) and last.status == status
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
