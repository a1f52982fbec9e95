"""The quick way: a run that finds all as the last one left it tells again what that one told."""

from collections.abc import Iterable

import msgspec

from docgen.cache.status import Status, status_of, statuses
from docgen.config import Target
from docgen.diagnostics import Diagnostic
from docgen.output.plan import Plan
from docgen.rebuild.cache import SETTLED, Cache
from docgen.rebuild.identity import Identity, identity
from docgen.rebuild.result import Built
from docgen.rebuild.told import Told


class Place(msgspec.Struct, frozen=True, array_like=True):
    """A folder, the names in it that count, and the statuses of what lies there, encoded."""

    folder: str
    names: tuple[str, ...]
    statuses: bytes


class Folder(msgspec.Struct, frozen=True, array_like=True):
    """A folder of the output: it only counts that it is there, and the same."""

    location: str
    mode_and_number: tuple[int, int] | None


class Settled(msgspec.Struct, frozen=True, kw_only=True):
    """A run after which nothing was left to do.

    The `places` are those of pages, and then of files in the output; `told` are `Told`s of the
    former, `about_output` diagnostics of the latter: both encoded, for most runs need neither.
    """

    identity: Identity
    places: tuple[Place, ...]
    folders: tuple[Folder, ...]
    pages: int
    unchanged: int
    told: msgspec.Raw
    about_output: msgspec.Raw


def built_before(target: Target, cache: Cache) -> Built | None:
    """Give what the last build came to, if this one would find no file that is another."""
    last = cache.known(SETTLED, Settled)
    if (
        last is None
        or identity(target, last.identity, cache.surroundings) is not last.identity
    ):
        return None
    if not all(map(_is_same_place, last.places)):
        return None
    if any(folder_at(one.location) != one for one in last.folders):
        return None
    return _built(last)


def _built(last: Settled) -> Built | None:
    try:
        told = msgspec.msgpack.decode(last.told, type=tuple[Told, ...])
        about = msgspec.msgpack.decode(last.about_output, type=tuple[Diagnostic, ...])
    except msgspec.MsgspecError:
        return None
    plan = Plan(unchanged=last.unchanged, diagnostics=about)
    return Built(plan=plan, told=told, pages=last.pages)


def _is_same_place(place: Place) -> bool:
    return encoded(statuses(place.folder, place.names)) == place.statuses


def encoded(found: Iterable[Status | None]) -> bytes:
    """Give statuses as they are compared."""
    return msgspec.msgpack.encode(list(found))


def folder_at(location: str) -> Folder:
    """Look at a folder of the output."""
    status = status_of(location)
    return Folder(location, (status[0], status[4]) if status else None)
