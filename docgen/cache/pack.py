"""A pack: many blobs in one file that is never changed.

    file  = FORM, length of the index (8 bytes), digest of the index (16 bytes), index, blobs
    index = key -> (where the blob begins behind the index, its length, its digest)

The index is checked when a pack is opened, a blob when it is asked for. The name of a pack is made
from its index, so packs of several runs stand side by side.
"""

import os
from collections.abc import Mapping
from hashlib import blake2b

import msgspec

from docgen.cache.record import written

ENDING = ".pack"
_FORM = b"docgen pack 1\n"
_LENGTH, _DIGEST = 8, 16
_HEAD = len(_FORM) + _LENGTH + _DIGEST

_Index = dict[bytes, tuple[int, int, bytes]]


class Pack(msgspec.Struct, frozen=True, kw_only=True):
    """An opened pack; blobs begin at `start` of its content."""

    content: bytes
    start: int
    index: Mapping[bytes, tuple[int, int, bytes]]

    def blob(self, key: bytes) -> bytes | None:
        """Give the blob of a key, if it is there and whole."""
        if key not in self.index:
            return None
        begin, length, digest = self.index[key]
        blob = self.content[self.start + begin : self.start + begin + length]
        return blob if _digest(blob) == digest else None


def opened(location: str) -> Pack | None:
    """Open a pack; `None` for a file that is none."""
    try:
        with open(location, "rb") as file:
            content = file.read()
        length = int.from_bytes(content[len(_FORM) : len(_FORM) + _LENGTH])
        index = content[_HEAD : _HEAD + length]
        head = _FORM + length.to_bytes(_LENGTH) + _digest(index)
        if content[:_HEAD] != head:
            return None
        decoded = msgspec.msgpack.decode(index, type=_Index)
    except (OSError, msgspec.MsgspecError, ValueError, MemoryError):
        return None
    return Pack(content=content, start=_HEAD + length, index=decoded)


def write_pack(folder: str, kind: str, blobs: Mapping[bytes, bytes]) -> str | None:
    """Write blobs to a pack of their own; give its location, `None` where that can't be done."""
    index: _Index = {}
    begin = 0
    for key, blob in blobs.items():
        index[key] = begin, len(blob), _digest(blob)
        begin += len(blob)
    encoded = msgspec.msgpack.encode(index)
    head = _FORM + len(encoded).to_bytes(_LENGTH) + _digest(encoded)
    name = f"{kind}-{_digest(encoded).hex()}{ENDING}"
    location = os.path.join(folder, name)
    return location if written(location, (head, encoded, *blobs.values())) else None


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=_DIGEST).digest()
