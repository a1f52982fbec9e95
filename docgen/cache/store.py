"""A store: blobs by key, where a key is a digest of all that the blob depends on.

Each run adds at most one pack. When there are many, those blobs that are still of use go into one
pack, and the others are dropped.
"""

import os
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from docgen.cache.pack import ENDING, Pack, opened, write_pack
from docgen.cache.record import removed
from docgen.digests import blake2b

_MOST_PACKS = 12


def key(*parts: bytes) -> bytes:
    """Give the digest of some parts, each told from the next."""
    return blake2b(msgspec.msgpack.encode(parts), digest_size=16).digest()


class Store:
    """The packs of one kind in a folder; without a folder nothing is kept."""

    def __init__(self, folder: str | None, kind: str) -> None:
        self._folder, self._kind = folder, kind
        self._packs: dict[bytes, Pack] | None = None

    def has(self, key: bytes) -> bool:
        """Tell whether a key is known; its blob may still be found to be damaged."""
        return key in self._opened()

    def blob(self, key: bytes) -> bytes | None:
        """Give the blob of a key, if it is known."""
        pack = self._opened().get(key)
        return pack.blob(key) if pack else None

    def _opened(self) -> Mapping[bytes, Pack]:
        if self._packs is None:
            self._packs = dict(self._by_key())
        return self._packs

    def _by_key(self) -> Iterator[tuple[bytes, Pack]]:
        for pack in map(opened, self._locations()):
            if pack:
                yield from ((key, pack) for key in pack.index)

    def keep(self, blobs: Mapping[bytes, bytes], live: Iterable[bytes]) -> None:
        """Keep new blobs; of the old ones those of the keys in `live` are of use."""
        if self._folder is None or not blobs:
            return
        old = self._locations()
        if len(old) < _MOST_PACKS:
            write_pack(self._folder, self._kind, blobs)
        elif write_pack(self._folder, self._kind, {**self._found(live), **blobs}):
            for location in old:
                removed(location)
        self._packs = None

    def _found(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        found = ((key, self.blob(key)) for key in keys)
        return {key: blob for key, blob in found if blob is not None}

    def _locations(self) -> list[str]:
        if self._folder is None:
            return []
        try:
            names = sorted(os.listdir(self._folder))
        except OSError:
            return []
        own = (n for n in names if n.startswith(self._kind) and n.endswith(ENDING))
        return [os.path.join(self._folder, name) for name in own]
