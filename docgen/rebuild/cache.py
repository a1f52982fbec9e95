"""The part of the cache that belongs to one output folder."""

import os
from hashlib import blake2b

from docgen.cache import Store, kept_record, record, room
from docgen.config import Target
from docgen.rebuild.memory import Memory, Settled


class Cache:
    """What is remembered of one output folder; without a folder nothing is, and nothing is kept."""

    def __init__(self, folder: str | None, target: Target) -> None:
        place = os.path.realpath(target.output).encode(errors="surrogateescape")
        name = blake2b(place, digest_size=16).hexdigest()
        self._folder = room(folder, name) if folder else None
        self.store = Store(self._folder)

    def settled(self) -> Settled | None:
        """Give what is remembered of a run that left nothing to do."""
        return record(self._file("settled"), Settled) if self._folder else None

    def memory(self) -> Memory | None:
        """Give what is remembered of the last run."""
        return record(self._file("memory"), Memory) if self._folder else None

    def keep(self, memory: Memory, settled: Settled | None) -> None:
        """Remember a run; it is settled only if nothing was left to do."""
        if self._folder is None:
            return
        if kept_record(self._file("memory"), memory) and settled:
            kept_record(self._file("settled"), settled)

    def _file(self, name: str) -> str:
        return os.path.join(self._folder or "", name)
