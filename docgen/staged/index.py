"""From folders to what the index says of them."""

import os
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from docgen.overlay import Overlay
from docgen.staged.git import different, texts, unlike


class Index(Struct, frozen=True, kw_only=True):
    """What the index says of pages and of outputs, where that is not on the disk."""

    pages: Overlay
    outputs: Overlay

    @property
    def all(self) -> Overlay:
        """Both together."""
        return {**self.pages, **self.outputs}


class _Place(Struct, frozen=True):
    """A path that was asked for: as docgen calls it, and as git does; links are followed there."""

    called: str
    real: str
    holds_pages: bool


def index_over(pages: Sequence[str], outputs: Sequence[str] = ()) -> Index:
    """Give what counts at and below paths if the index is read.

    An empty page in the index is none: so `git add --intent-to-add` notes a page that is not yet
    part of the commit. Raises `GitError`.
    """
    places = [*_places(pages, holds_pages=True), *_places(outputs, holds_pages=False)]
    found = [
        (one, *counting)
        for one in different([place.real for place in places])
        for counting in _counting(one.location, places)
    ]
    held = texts(one.blob for one, _, _ in found if one.blob)
    laid: dict[bool, dict[str, bytes | None]] = {True: {}, False: {}}
    for one, called, place in found:
        content = held[one.blob] if one.blob else None
        is_no_page = place.holds_pages and not content
        laid[place.holds_pages][called] = None if is_no_page else content
    return Index(pages=laid[True], outputs=laid[False])


def not_staged(outputs: Sequence[str]) -> frozenset[str]:
    """Give the locations below outputs whose files the index has not, or otherwise."""
    places = [*_places(outputs, holds_pages=False)]
    found = unlike([place.real for place in places])
    return frozenset(
        called for location, _ in found for called, _ in _counting(location, places)
    )


def _places(paths: Iterable[str], *, holds_pages: bool) -> Iterator[_Place]:
    for path in paths:
        yield _Place(os.path.abspath(path), os.path.realpath(path), holds_pages)


def _counting(location: str, places: Iterable[_Place]) -> Iterator[tuple[str, _Place]]:
    """Give what docgen would look at, with the location that docgen would look at."""
    for place in places:
        if location == place.real:
            yield place.called, place
        elif location.startswith(os.path.join(place.real, "")):
            below = location[len(place.real) :]
            if _is_page(below) if place.holds_pages else _is_output(below):
                yield place.called + below, place


def _is_page(path: str) -> bool:
    return path.lower().endswith(".md") and f"{os.sep}." not in path


def _is_output(path: str) -> bool:
    return not path.endswith(".pyc") and f"{os.sep}." not in path.replace(_MANIFEST, "")


_MANIFEST = f"{os.sep}.docgen-manifest"
