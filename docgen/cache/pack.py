"""A pack: many blobs in one file that is never changed.

    file  = FORM, length of the index (8 bytes), checksum of the index (4 bytes), index, blobs
    index = key -> (where the blob begins behind the index, its length, its checksum)

The index is checked when a pack is opened, a blob when it is asked for. No two packs have the same
name, so those of several runs stand side by side.
"""

import os
import zlib
from collections.abc import Mapping
from functools import cached_property

import msgspec

from docgen.cache.record import written

ENDING = ".pack"
_FORM = b"docgen pack 1\n"
_LENGTH, _CHECKSUM = 8, 4
_HEAD = len(_FORM) + _LENGTH + _CHECKSUM

_FEW = 8
"""Blobs that are read one by one; who asks for more of a pack asks for most of it."""

_Index = dict[bytes, tuple[int, int, int]]


class Pack:
    """An opened pack; what it holds is read whole when more than a few blobs are asked for."""

    def __init__(self, location: str, start: int, index: _Index) -> None:
        self._location, self._start = location, start
        self.index: Mapping[bytes, tuple[int, int, int]] = index
        self._few = _FEW

    def blob(self, key: bytes) -> bytes | None:
        """Give the blob of a key, if it is there and whole."""
        place = self.index.get(key)
        if place is None:
            return None
        begin, length, checksum = place
        begin += self._start
        if self._few:
            self._few -= 1
            blob = self._part(begin, length)
        else:
            blob = self._content[begin : begin + length]
        return blob if zlib.crc32(blob) == checksum else None

    @cached_property
    def _content(self) -> bytes:
        return self._part(0, -1)

    def _part(self, begin: int, length: int) -> bytes:
        try:
            with open(self._location, "rb", buffering=0) as file:
                file.seek(begin)
                return file.read(length)
        except (OSError, MemoryError, ValueError, OverflowError):
            return b""


def opened(location: str) -> Pack | None:
    """Open a pack; `None` for a file that is none."""
    try:
        with open(location, "rb") as file:
            head = file.read(_HEAD)
            length = int.from_bytes(head[len(_FORM) : len(_FORM) + _LENGTH])
            index = file.read(length if length < os.path.getsize(location) else 0)
        decoded = msgspec.msgpack.decode(index, type=_Index)
    except (OSError, msgspec.MsgspecError, ValueError, MemoryError):
        return None
    return Pack(location, _HEAD + length, decoded) if head == _head(index) else None


def write_pack(folder: str, kind: str, blobs: Mapping[bytes, bytes]) -> str | None:
    """Write blobs to a pack of their own; give its location, `None` where that can't be done."""
    index: _Index = {}
    begin = 0
    for key, blob in blobs.items():
        index[key] = begin, len(blob), zlib.crc32(blob)
        begin += len(blob)
    encoded = msgspec.msgpack.encode(index)
    name = f"{kind}-{os.urandom(8).hex()}{ENDING}"
    location = os.path.join(folder, name)
    parts = (_head(encoded), encoded, *blobs.values())
    return location if written(location, parts) else None


def _head(index: bytes) -> bytes:
    checksum = zlib.crc32(index).to_bytes(_CHECKSUM)
    return _FORM + len(index).to_bytes(_LENGTH) + checksum
