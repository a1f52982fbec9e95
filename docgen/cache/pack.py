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


class Pack(msgspec.Struct, frozen=True, kw_only=True):
    """An opened pack; blobs begin at `start` of the file."""

    location: str
    start: int
    index: Mapping[bytes, tuple[int, int, bytes]]

    def blobs(self, keys: list[bytes]) -> dict[bytes, bytes]:
        """Give the blobs of those keys that are there and whole."""
        places = sorted((*self.index[key], key) for key in keys if key in self.index)
        found: dict[bytes, bytes] = {}
        try:
            with open(self.location, "rb") as file:
                for begin, length, digest, key in places:
                    file.seek(self.start + begin)
                    blob = file.read(length)
                    if _digest(blob) == digest:
                        found[key] = blob
        except (OSError, ValueError, OverflowError):
            return found
        return found


def opened(location: str) -> Pack | None:
    """Open a pack; `None` for a file that is none."""
    try:
        with open(location, "rb") as file:
            head = file.read(_HEAD)
            length = int.from_bytes(head[len(_FORM) : len(_FORM) + _LENGTH])
            is_whole = head.startswith(_FORM) and length < os.path.getsize(location)
            index = file.read(length) if is_whole else b""
        if head[len(_FORM) + _LENGTH :] != _digest(index):
            return None
        decoded = msgspec.msgpack.decode(index, type=_Index)
    except (OSError, msgspec.MsgspecError, ValueError):
        return None
    return Pack(location=location, start=_HEAD + length, index=decoded)


def write_pack(folder: str, blobs: Mapping[bytes, bytes]) -> str | None:
    """Write blobs to a pack of their own; give its location, `None` where that can't be done."""
    index: dict[bytes, tuple[int, int, bytes]] = {}
    begin = 0
    for key, blob in blobs.items():
        index[key] = begin, len(blob), _digest(blob)
        begin += len(blob)
    encoded = msgspec.msgpack.encode(index)
    head = _FORM + len(encoded).to_bytes(_LENGTH) + _digest(encoded)
    location = os.path.join(folder, _digest(encoded).hex() + ENDING)
    return location if written(location, (head, encoded, *blobs.values())) else None


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=_DIGEST).digest()


_Index = dict[bytes, tuple[int, int, bytes]]
