"""Whether a run left anything to do, and if not, what the next one has to compare."""

import os
from collections.abc import Iterable, Iterator

from docgen.cache import is_sure, status_of
from docgen.output import MANIFEST, STAGING
from docgen.rebuild.identity import Identity
from docgen.rebuild.memory import Settled
from docgen.rebuild.now import Now
from docgen.rebuild.result import Built
from docgen.rebuild.settled import statuses_of


def settled(
    identity: Identity, now: Now, built: Built, output: str, paths: Iterable[str]
) -> Settled | None:
    """Give what to remember of a run after which all is as it should be, and surely so.

    `paths` are those of all files of the output that docgen knows.
    """
    plan, sight = built.plan, now.sight
    if plan.changes or plan.changes_manifest or built.done.diagnostics:
        return None
    files = [os.path.join(output, path) for path in (*paths, MANIFEST, STAGING)]
    places = (*sight.folders, *(page.location for page in now.pages), *files)
    if not sight.is_plain or not _are_sure(places, now.begun):
        return None
    folders = tuple(_folders(output, paths))
    return Settled(
        identity=identity,
        places=places,
        folders=folders,
        statuses=statuses_of(places, folders),
        pages=built.pages,
        unchanged=plan.unchanged,
        told=built.told,
        about_output=plan.diagnostics,
    )


def _are_sure(places: Iterable[str], begun: int) -> bool:
    return all(is_sure(status_of(place), begun) for place in places)


def _folders(output: str, paths: Iterable[str]) -> Iterator[str]:
    """Give the folder of the output and all those in it that files lie in."""
    inner = {os.path.dirname(path) for path in paths}
    while above := {os.path.dirname(path) for path in inner} - inner:
        inner |= above
    return (os.path.join(output, folder) for folder in sorted(inner))
