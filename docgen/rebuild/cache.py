"""The parts of the cache: one for each set of sources, and one for each output folder."""

import os
import zlib
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from docgen.cache.folder import private_folder
from docgen.cache.record import kept_record, record
from docgen.cache.status import status_of
from docgen.config import Target
from docgen.rebuild.identity import surroundings

if TYPE_CHECKING:
    from docgen.rebuild.blobs import Blobs

T = TypeVar("T")

MEMORY, STAGED, SETTLED = "memory", "staged", "settled"
"""The names of the records of an output folder."""
ABOUT, LOWERED = "about", "lowered"
"""The names of the records of a set of sources."""


class Part:
    """What is remembered of one thing; without a folder nothing is, and nothing is kept."""

    def __init__(self, above: str | None, kind: str, about: Iterable[str]) -> None:
        self._above = above
        thing = "\0".join(about).encode(errors="surrogateescape")
        self._name = f"{kind}-{zlib.crc32(thing):08x}"

    @cached_property
    def _folder(self) -> str | None:
        """The folder, made if it was not there."""
        if self._above is None or not private_folder(self._above):
            return None
        own = os.path.join(self._above, self._name)
        return own if private_folder(own) else None

    def blobs(self, kind: str) -> "Blobs":
        """Give what was remembered by digests."""
        from docgen.cache.store import Store
        from docgen.rebuild.blobs import Blobs

        return Blobs(Store(self._folder, kind))

    def known(self, name: str, kind: type[T]) -> T | None:
        """Give what was remembered under a name."""
        return record(os.path.join(self._folder, name), kind) if self._folder else None

    def newest(self, names: Iterable[str], kind: type[T]) -> T | None:
        """Give what was remembered last under one of some names."""
        return self.known(max(names, key=self._moment), kind)

    def _moment(self, name: str) -> int:
        status = status_of(os.path.join(self._folder or "", name))
        return status[2] if status else 0

    def keep(self, name: str, value: object) -> bool:
        """Remember a value under a name; tell whether that could be done."""
        if self._folder is None:
            return False
        return kept_record(os.path.join(self._folder, name), value)

    def tidy(self) -> None:
        """Keep the whole cache small."""
        from docgen.cache.tidy import tidy

        if self._above and self._folder:
            tidy(self._above, (MEMORY, STAGED, SETTLED, ABOUT, LOWERED))


class SourcesCache(Part):
    """What is remembered of the pages at some paths, whoever asks for it."""

    def __init__(self, above: str | None, sources: Iterable[str], base: str) -> None:
        super().__init__(above, "sources", (*map(os.path.realpath, sources), base))

    @cached_property
    def facts(self) -> "Blobs":
        """What is known of pages and types."""
        return self.blobs("facts")


class Cache(Part):
    """What is remembered of one output folder, and what it is made from."""

    def __init__(self, above: str | None, target: Target) -> None:
        super().__init__(above, "output", [os.path.realpath(target.output)])
        self._sources = above, target.source, target.entity_base
        self._target = target

    @cached_property
    def surroundings(self) -> bytes:
        """The status of all that makes the output, as it was when this was asked first."""
        return surroundings(self._target)

    @cached_property
    def facts(self) -> "Blobs":
        """What is known of pages and types."""
        return SourcesCache(*self._sources).facts

    @property
    def has_memory(self) -> bool:
        """Tell whether there was a run before."""
        return self._moment(MEMORY) > 0

    @cached_property
    def texts(self) -> "Blobs":
        """The texts of files."""
        return self.blobs("texts")
