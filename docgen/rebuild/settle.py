"""Whether a run left anything to do, and if not, what the next one has to compare."""

import os
from collections.abc import Iterable, Iterator

import msgspec

from docgen.cache.status import is_sure, statuses
from docgen.output.paths import MANIFEST, STAGING
from docgen.rebuild.identity import Identity
from docgen.rebuild.now import Now
from docgen.rebuild.result import Built
from docgen.rebuild.settled import Place, Settled, encoded, folder_at


def settled(
    identity: Identity, now: Now, built: Built, output: str, paths: Iterable[str]
) -> Settled | None:
    """Give what to remember of a run after which all is as it should be, and surely so.

    `paths` are those of all files of the output that docgen knows.
    """
    plan, sight = built.plan, now.sight
    if plan.changes or plan.changes_manifest or built.done.diagnostics:
        return None
    if not all(is_sure(page.seen.status, now.begun) for page in now.pages):
        return None
    files = [os.path.join(output, path) for path in (*paths, MANIFEST, STAGING)]
    pages = (page.location for page in sight.pages)  # also such as can't be read today
    places = _places((*sight.folders, *pages, *files), now.begun)
    if not sight.is_plain or places is None:
        return None
    return Settled(
        identity=identity,
        places=places,
        folders=tuple(map(folder_at, _folders(output, paths))),
        pages=built.pages,
        unchanged=plan.unchanged,
        told=msgspec.Raw(msgspec.msgpack.encode(built.told)),
        about_output=msgspec.Raw(msgspec.msgpack.encode(plan.diagnostics)),
    )


def _places(locations: Iterable[str], begun: int) -> tuple[Place, ...] | None:
    """Look at places; give none of them where one is not sure."""
    folders: dict[str, list[str]] = {}
    for location in locations:
        folder, name = os.path.split(location)
        folders.setdefault(folder, []).append(name)
    places: list[Place] = []
    for above, names in folders.items():
        folder = os.path.abspath(above)
        found = [*statuses(folder, names)]
        if not all(is_sure(one, begun) for one in found):
            return None
        places.append(Place(folder, tuple(names), encoded(found)))
    return tuple(places)


def _folders(output: str, paths: Iterable[str]) -> Iterator[str]:
    """Give the folder of the output and all those in it that files lie in."""
    inner = {os.path.dirname(path) for path in paths}
    while above := {os.path.dirname(path) for path in inner} - inner:
        inner |= above
    found = (os.path.join(output, folder) for folder in sorted(inner))
    return map(os.path.abspath, found)
