"""A store: blobs by key, where a key is a digest of all that the blob depends on.

Each run adds at most one pack. When there are many, or when most of what they hold is of no use
any more, those blobs that are go into one pack and the others are dropped.
"""

import os
from collections.abc import Collection, Iterable, Mapping
from hashlib import blake2b

from docgen.cache.pack import ENDING, Pack, opened, write_pack
from docgen.cache.record import removed

_MOST_PACKS = 8
_SLACK = 1 << 24
"""Bytes of no use that are borne."""


def key(*parts: bytes) -> bytes:
    """Give the digest of some parts, each told from the next by its length."""
    digest = blake2b(digest_size=16)
    for part in parts:
        digest.update(len(part).to_bytes(8))
        digest.update(part)
    return digest.digest()


class Store:
    """The packs of one folder; without a folder there is nothing in it and nothing is kept."""

    def __init__(self, folder: str | None) -> None:
        self._folder = folder
        self._packs: list[Pack] | None = None

    def blobs(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """Give the blobs of those keys that are known."""
        wanted = list(dict.fromkeys(keys))
        found: dict[bytes, bytes] = {}
        for pack in self._opened() if wanted else ():
            found |= pack.blobs([key for key in wanted if key not in found])
        return found

    def keep(self, blobs: Mapping[bytes, bytes], live: Collection[bytes]) -> None:
        """Keep new blobs; of the old ones those of the keys in `live` are of use."""
        if self._folder is None or not blobs:
            return
        old = _locations(self._folder)
        if len(old) < _MOST_PACKS and not self._is_wasteful(live):
            write_pack(self._folder, blobs)
        elif new := write_pack(self._folder, {**self.blobs(live), **blobs}):
            for location in old:
                if location != new:
                    removed(location)
        self._packs = None

    def _opened(self) -> list[Pack]:
        if self._packs is None:
            found = map(opened, _locations(self._folder))
            self._packs = [pack for pack in found if pack]
        return self._packs

    def _is_wasteful(self, live: Collection[bytes]) -> bool:
        """Tell whether most of what the packs hold is of no use."""
        blobs = [item for pack in self._opened() for item in pack.index.items()]
        lengths = {key: length for key, (_, length, _) in blobs}
        used = sum(lengths.get(key, 0) for key in live)
        return sum(length for _, (_, length, _) in blobs) > 2 * used + _SLACK


def _locations(folder: str | None) -> list[str]:
    if folder is None:
        return []
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return []
    return [os.path.join(folder, name) for name in names if name.endswith(ENDING)]
