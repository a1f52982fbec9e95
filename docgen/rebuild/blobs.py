"""The blobs of one run: those that it takes from a store, and those that it adds.

A blob is the encoded value of a function, its key a digest of all that the function was given. It
is decoded strictly; what can't be decoded was never there.
"""

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from docgen.cache.store import Store

T = TypeVar("T")


class Blobs:
    """A window on a store, which is written at the end."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._new: dict[bytes, bytes] = {}
        self._used: set[bytes] = set()

    def has(self, key: bytes) -> bool:
        """Tell whether a key is known, be what it stands for whole or not."""
        return key in self._new or self._store.has(key)

    def value(self, key: bytes, decoder: msgspec.msgpack.Decoder[T]) -> T | None:
        """Give a value that is known, or that was put in before."""
        self._used.add(key)
        blob = self._new.get(key) or self._store.blob(key)
        try:
            return None if blob is None else decoder.decode(blob)
        except (msgspec.MsgspecError, ValueError, RecursionError):
            return None

    def put(self, key: bytes, value: object) -> None:
        """Add a value."""
        self._new[key] = msgspec.msgpack.encode(value)

    def keep(self, live: Iterable[bytes] = ()) -> bool:
        """Write what was added, if anything; what was asked for is of use, and what is `live`."""
        if self._new:
            self._store.keep(self._new, {*self._used, *live})
        return bool(self._new)
