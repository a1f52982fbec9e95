"""A store: blobs by key, where a key is a digest of all that the blob depends on.

Each run adds at most one pack. When there are many, or when most of what they hold is of no use
any more, those blobs that are go into one pack and the others are dropped.
"""

import os
from collections.abc import Collection, Mapping
from hashlib import blake2b

import msgspec

from docgen.cache.pack import ENDING, Pack, opened, write_pack
from docgen.cache.record import removed

_MOST_PACKS = 8
_SLACK = 1 << 24
"""Bytes of no use that are borne."""


def key(*parts: bytes) -> bytes:
    """Give the digest of some parts, each told from the next."""
    return blake2b(msgspec.msgpack.encode(parts), digest_size=16).digest()


class Store:
    """The packs of one kind in a folder; without a folder nothing is kept."""

    def __init__(self, folder: str | None, kind: str) -> None:
        self._folder, self._kind = folder, kind
        self._packs: list[Pack] | None = None

    def blob(self, key: bytes) -> bytes | None:
        """Give the blob of a key, if it is known."""
        found = (pack.blob(key) for pack in self._opened())
        return next((blob for blob in found if blob is not None), None)

    def keep(self, blobs: Mapping[bytes, bytes], live: Collection[bytes]) -> None:
        """Keep new blobs; of the old ones those of the keys in `live` are of use."""
        if self._folder is None or not blobs:
            return
        old = self._locations()
        if len(old) < _MOST_PACKS and not self._is_wasteful(live):
            write_pack(self._folder, self._kind, blobs)
        else:
            self._repack(self._folder, old, {**self._found(live), **blobs})
        self._packs = None

    def _repack(
        self, folder: str, old: Collection[str], blobs: Mapping[bytes, bytes]
    ) -> None:
        new = write_pack(folder, self._kind, blobs)
        for location in old if new else ():
            if location != new:
                removed(location)

    def _found(self, keys: Collection[bytes]) -> dict[bytes, bytes]:
        found = ((key, self.blob(key)) for key in keys)
        return {key: blob for key, blob in found if blob is not None}

    def _opened(self) -> list[Pack]:
        if self._packs is None:
            found = map(opened, self._locations())
            self._packs = [pack for pack in found if pack]
        return self._packs

    def _is_wasteful(self, live: Collection[bytes]) -> bool:
        """Tell whether most of what the packs hold is of no use."""
        blobs = [item for pack in self._opened() for item in pack.index.items()]
        lengths = {key: length for key, (_, length, _) in blobs}
        used = sum(lengths.get(key, 0) for key in live)
        return sum(length for _, (_, length, _) in blobs) > 2 * used + _SLACK

    def _locations(self) -> list[str]:
        if self._folder is None:
            return []
        try:
            names = sorted(os.listdir(self._folder))
        except OSError:
            return []
        own = (n for n in names if n.startswith(self._kind) and n.endswith(ENDING))
        return [os.path.join(self._folder, name) for name in own]
