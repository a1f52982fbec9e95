"""The part of the cache that belongs to one output folder."""

import os
import zlib
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from docgen.cache.folder import private_folder
from docgen.cache.record import kept_record, record
from docgen.config import Target

if TYPE_CHECKING:
    from docgen.rebuild.blobs import Blobs

T = TypeVar("T")

MEMORY, SETTLED = "memory", "settled"
"""The names of the records."""


class Cache:
    """What is remembered of one output folder; without a folder nothing is, and nothing is kept."""

    def __init__(self, folder: str | None, target: Target) -> None:
        self._above = folder
        place = os.path.realpath(target.output).encode(errors="surrogateescape")
        own = os.path.join(folder or "", f"output-{zlib.crc32(place):08x}")
        is_private = folder and private_folder(folder) and private_folder(own)
        self._folder = own if is_private else None

    @cached_property
    def facts(self) -> "Blobs":
        """What is known of pages and types."""
        return self._blobs("facts")

    @cached_property
    def texts(self) -> "Blobs":
        """The texts of files."""
        return self._blobs("texts")

    def _blobs(self, kind: str) -> "Blobs":
        from docgen.cache.store import Store
        from docgen.rebuild.blobs import Blobs

        return Blobs(Store(self._folder, kind))

    def known(self, name: str, kind: type[T]) -> T | None:
        """Give what was remembered under a name."""
        return record(os.path.join(self._folder, name), kind) if self._folder else None

    def keep(self, name: str, value: object) -> bool:
        """Remember a value under a name; tell whether that could be done."""
        if self._folder is None:
            return False
        return kept_record(os.path.join(self._folder, name), value)

    def tidy(self) -> None:
        """Keep the whole cache small."""
        from docgen.cache.tidy import tidy

        if self._above and self._folder:
            tidy(self._above, (MEMORY, SETTLED))
