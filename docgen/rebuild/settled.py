"""The quick way: a run that finds all as the last one left it tells again what that one told."""

from collections.abc import Iterable, Iterator

import msgspec

from docgen.cache.status import Status, status_of, statuses
from docgen.config import Target
from docgen.diagnostics import Diagnostic
from docgen.output.values import Plan
from docgen.rebuild.cache import SETTLED, Cache
from docgen.rebuild.identity import Identity, identity
from docgen.rebuild.result import Built
from docgen.rebuild.told import Told


class Place(msgspec.Struct, frozen=True, array_like=True):
    """A folder, and the names in it that count."""

    folder: str
    names: tuple[str, ...]


class Settled(msgspec.Struct, frozen=True, kw_only=True):
    """A run after which nothing was left to do.

    `statuses` are those of what lies at the `places`, encoded; of the `folders` it only counts
    that they are there and no links. `about_output` is what is told of files in the output.
    """

    identity: Identity
    places: tuple[Place, ...]
    folders: tuple[str, ...]
    statuses: bytes
    pages: int
    unchanged: int
    told: tuple[Told, ...]
    about_output: tuple[Diagnostic, ...]


def built_before(target: Target, cache: Cache) -> Built | None:
    """Give what the last build came to, if this one would find no file that is another."""
    last = cache.known(SETTLED, Settled)
    if last is None or identity(target, last.identity) is not last.identity:
        return None
    if encoded(statuses_at(last.places), last.folders) != last.statuses:
        return None
    plan = Plan(unchanged=last.unchanged, diagnostics=last.about_output)
    return Built(plan=plan, told=last.told, pages=last.pages)


def statuses_at(places: Iterable[Place]) -> Iterator[Status | None]:
    """Give the statuses of what lies at places."""
    return (one for place in places for one in statuses(place.folder, place.names))


def encoded(found: Iterable[Status | None], folders: Iterable[str]) -> bytes:
    """Give the statuses that were found, and what counts of folders, as they are compared."""
    return msgspec.msgpack.encode((list(found), [_plain(folder) for folder in folders]))


def _plain(folder: str) -> tuple[int, int] | None:
    status = status_of(folder)
    return status and (status[0], status[4])
