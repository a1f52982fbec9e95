"""The blobs of one run: those that it takes from the store, and those that it adds.

A blob is the encoded value of a function, its key a digest of all that the function was given. It
is decoded strictly; what can't be decoded was never there.
"""

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from docgen.cache.store import Store

T = TypeVar("T")


class Blobs:
    """A window on a store, which is read in one go and written at the end."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._found: dict[bytes, bytes] = {}
        self._new: dict[bytes, bytes] = {}

    def fetch(self, keys: Iterable[bytes]) -> None:
        """Take what is there of some keys out of the store."""
        wanted = (key for key in keys if key not in self._found)
        self._found |= self._store.blobs(wanted)

    def value(self, key: bytes, decoder: msgspec.msgpack.Decoder[T]) -> T | None:
        """Give a value that was fetched, or that was put in before."""
        blob = self._new.get(key) or self._found.get(key)
        try:
            return None if blob is None else decoder.decode(blob)
        except (msgspec.MsgspecError, ValueError, RecursionError):
            return None

    def put(self, key: bytes, value: object) -> None:
        """Add a value."""
        self._new[key] = msgspec.msgpack.encode(value)

    def keep(self, live: Iterable[bytes]) -> bool:
        """Write what was added, if anything was; what is in the store is of use if it is `live`."""
        if self._new:
            self._store.keep(self._new, {*live})
        return bool(self._new)
