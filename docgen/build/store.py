"""A store: one folder of the cache, with records by name and blobs by key.

    pack   = PACK, length of the index (8 bytes), checksum of the index (4 bytes), index, blobs
    index  = key -> (offset of the blob after the index, its length, its checksum)
    record = RECORD, checksum of the rest (4 bytes), the value as MessagePack

A blob's key is a digest of everything that the blob depends on, so no blob is out of date. Each
run adds at most one pack, which is never changed afterwards; when there are many, the blobs that
are still in use are collected in one. A record is replaced atomically. Checksums detect damage, not
intent: whatever is damaged counts as missing. Nothing here raises for what is in the cache.
"""

import mmap
import os
import sys
import zlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

import msgspec

from docgen.atomic import write_atomically
from docgen.build.cache_folder import (
    PACK_SUFFIX,
    RECORD_SUFFIX,
    UNFINISHED_SUFFIX,
    make_private,
    remove,
    shrink,
)

T = TypeVar("T")

_PACK = b"docgen pack 2\n"
_RECORD = b"docgen record 2\n"
_LENGTH, _CHECKSUM = 8, 4
_PACK_HEAD = len(_PACK) + _LENGTH + _CHECKSUM
_MAX_PACKS = 12
_SINGLE_READS = 200
"""Blobs of a pack that are read one by one; after that the whole pack is read.

Most runs need few blobs, and packs have tens of megabytes.
"""

_Index = dict[bytes, tuple[int, int, int]]


class Store:
    """One folder of the cache. Without a folder everything is kept in memory only."""

    def __init__(
        self, cache: str | None = None, name: str = "", slot: str = ""
    ) -> None:
        """Open the store `name` in the folder of the cache.

        Blobs are shared by all slots, records belong to one `slot`.
        """
        self._cache, self._name, self._slot = cache, name, slot
        self._groups: dict[str, _Group] = {}
        self._records: dict[str, bytes] = {}
        self._read_early: dict[str, object] = {}

    @cached_property
    def _folder(self) -> str | None:
        if self._cache is None or not make_private(self._cache):
            return None
        folder = os.path.join(self._cache, self._name)
        return folder if make_private(folder) else None

    @property
    def is_kept(self) -> bool:
        """Whether later processes find what is stored."""
        return self._folder is not None

    def record(self, name: str, kind: type[T]) -> T | None:
        """Return the value of a record; `None` where there is no intact value of this type."""
        early = self._read_early.pop(name, None)
        if early is not None and isinstance(early, kind):
            return early
        if self._folder is None:
            return _decode(self._records.get(name, b""), kind)
        return _read_record(self._record_file(name), kind)

    def begins_with(self, name: str, head: bytes) -> bool:
        """Return whether the MessagePack of a record begins with these bytes.

        No more is read, so damage is not detected.
        """
        if self._folder is None:
            return self._records.get(name, b"").startswith(head)
        start = len(_RECORD) + _CHECKSUM
        try:
            with open(self._record_file(name), "rb", buffering=0) as file:
                return file.read(start + len(head))[start:] == head
        except OSError:
            return False

    def read_early(self, name: str, kind: type[msgspec.Struct]) -> None:
        """Read a record that will be asked for, while this process waits for something else."""
        if self._folder is not None:
            self._read_early[name] = self.record(name, kind)

    def write_record(self, name: str, value: object) -> bool:
        """Replace a record; return whether that was possible.

        A value with a file name that is not UTF-8 cannot be stored.
        """
        self._read_early.pop(name, None)
        try:
            body = msgspec.msgpack.encode(value)
        except UnicodeEncodeError:
            return False
        if self._folder is None:
            self._records[name] = body
            return True
        return _write(self._record_file(name), (_RECORD, _checksum(body), body))

    def _record_file(self, name: str) -> str:
        file = f"{self._slot}-{name}" if self._slot else name
        return os.path.join(self._folder or "", file + RECORD_SUFFIX)

    def has(self, group: str, keys: Collection[bytes]) -> bool:
        """Return whether all keys are known; a blob may still turn out to be damaged."""
        return self._group(group).has(keys)

    def blob(self, group: str, key: bytes) -> bytes | None:
        """Return the blob of a key, if it is known and intact."""
        return self._group(group).blob(key)

    def blobs(self, group: str, keys: Iterable[bytes]) -> list[bytes | None]:
        """Return the blob of each key, if it is known and intact."""
        return self._group(group).blobs(keys)

    def add(self, group: str, key: bytes, blob: bytes) -> None:
        """Add a blob; it is written by `save`. The blobs of a group are used together."""
        self._group(group).add(key, blob)

    def keep(self, group: str, keys: Iterable[bytes]) -> None:
        """Keep the blobs of these keys, as if they had been asked for, when packs are collected."""
        self._group(group).keep(keys)

    def save(self) -> None:
        """Write the added blobs; of many packs, only blobs that were asked for are kept."""
        if self._folder is None:
            return
        has_grown = [group.save() for group in self._groups.values()]
        if any(has_grown) and self._cache:
            shrink(self._cache)

    def _group(self, name: str) -> "_Group":
        if name not in self._groups:
            self._groups[name] = _Group(self._folder, name)
        return self._groups[name]


class _Group:
    """The packs of blobs that are used together."""

    def __init__(self, folder: str | None, name: str) -> None:
        self._folder, self._name = folder, name
        self._new: dict[bytes, bytes] = {}
        self._used: set[bytes] = set()

    def has(self, keys: Collection[bytes]) -> bool:
        return self._packed.issuperset(keys) or all(
            key in self._new or key in self._packed for key in keys
        )

    def blob(self, key: bytes) -> bytes | None:
        self._used.add(key)
        if key in self._new:
            return self._new[key]
        pack = self._pack(key)
        return pack.blob(key) if pack else None

    def blobs(self, keys: Iterable[bytes]) -> list[bytes | None]:
        wanted = [*keys]
        self._used.update(wanted)
        packs: dict[_Pack, list[bytes]] = {}
        for key in wanted:
            if pack := self._pack(key):
                packs.setdefault(pack, []).append(key)
        found: dict[bytes, bytes] = {}
        for pack, keys_in_pack in packs.items():
            found |= pack.blobs(keys_in_pack)
        found |= self._new
        return [*map(found.get, wanted)]

    def add(self, key: bytes, blob: bytes) -> None:
        self._new[key] = blob

    def keep(self, keys: Iterable[bytes]) -> None:
        self._used.update(keys)

    def save(self) -> bool:
        """Write a pack of the new blobs; return whether it is the first one or replaces others.

        Those between are small, so the size of the cache need not be checked after them.
        """
        if not self._new or self._folder is None:
            return False
        old = self._locations()
        if len(old) < _MAX_PACKS:
            pack = _write_pack(self._folder, self._name, self._new)
            packs = [*self._packs, pack]
        else:
            keys = [*self._used]
            found = zip(keys, self.blobs(keys), strict=True)
            kept = {key: blob for key, blob in found if blob is not None}
            pack = _write_pack(self._folder, self._name, {**kept, **self._new})
            packs = [pack]
            for location in old if pack else ():
                remove(location)
        if pack:
            self._packs = _largest_first(packs)
        self._new = {}
        self.__dict__.pop("_packed", None)
        return not 0 < len(old) < _MAX_PACKS

    @cached_property
    def _packs(self) -> list["_Pack"]:
        """The intact packs, largest first: most keys are in it."""
        return _largest_first(map(_open_pack, self._locations()))

    @cached_property
    def _packed(self) -> frozenset[bytes]:
        """The keys of all intact packs."""
        return frozenset[bytes]().union(*(pack.index for pack in self._packs))

    def _pack(self, key: bytes) -> "_Pack | None":
        return next((pack for pack in self._packs if key in pack.index), None)

    def _locations(self) -> list[str]:
        if self._folder is None:
            return []
        try:
            names = sorted(os.listdir(self._folder))
        except OSError:
            return []
        return [
            os.path.join(self._folder, name)
            for name in names
            if name.startswith(f"{self._name}-") and name.endswith(PACK_SUFFIX)
        ]


class _Pack:
    """An open pack."""

    def __init__(self, location: str, start: int, index: _Index) -> None:
        self._location, self._start = location, start
        self.index: Mapping[bytes, tuple[int, int, int]] = index
        self._single_reads = _SINGLE_READS

    def blob(self, key: bytes) -> bytes | None:
        """Return the blob of a key of the index, if it is intact."""
        offset, length, checksum = self.index[key]
        offset += self._start
        if self._single_reads:
            self._single_reads -= 1
            blob = self._read(offset, length)
        else:
            blob = self._content[offset : offset + length]
        return blob if zlib.crc32(blob) == checksum else None

    def blobs(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Return the blobs of keys of the index, if they are intact."""
        if len(keys) > self._single_reads:
            self._single_reads = 0
        blobs = ((key, self.blob(key)) for key in keys)
        return {key: blob for key, blob in blobs if blob is not None}

    @cached_property
    def _content(self) -> bytes:
        return self._read(0, -1)

    def _read(self, offset: int, length: int) -> bytes:
        try:
            with open(self._location, "rb", buffering=0) as file:
                file.seek(offset)
                return file.read(length)
        except (OSError, MemoryError, ValueError, OverflowError):
            return b""


def _largest_first(packs: "Iterable[_Pack | None]") -> list[_Pack]:
    found = [pack for pack in packs if pack]
    return sorted(found, key=lambda pack: len(pack.index), reverse=True)


def _open_pack(location: str) -> _Pack | None:
    try:
        with open(location, "rb") as file:
            head = file.read(_PACK_HEAD)
            length = int.from_bytes(head[len(_PACK) : len(_PACK) + _LENGTH])
            index = file.read(length if length < os.path.getsize(location) else 0)
        decoded = msgspec.msgpack.decode(index, type=_Index)
    except (OSError, msgspec.MsgspecError, ValueError, MemoryError):
        return None
    if head != _pack_head(index):
        return None
    return _Pack(location, _PACK_HEAD + length, decoded)


def _write_pack(folder: str, group: str, blobs: Mapping[bytes, bytes]) -> _Pack | None:
    """Write a pack and return it, open; `None` where that is not possible."""
    index: _Index = {}
    offset = 0
    for key, blob in blobs.items():
        index[key] = offset, len(blob), zlib.crc32(blob)
        offset += len(blob)
    encoded = msgspec.msgpack.encode(index)
    location = os.path.join(folder, f"{group}-{os.urandom(8).hex()}{PACK_SUFFIX}")
    if not _write(location, (_pack_head(encoded), encoded, *blobs.values())):
        return None
    return _Pack(location, _PACK_HEAD + len(encoded), index)


def _pack_head(index: bytes) -> bytes:
    return _PACK + len(index).to_bytes(_LENGTH) + _checksum(index)


def _read_record(location: str, kind: type[T]) -> T | None:
    try:
        content = _file_content(location)
        body = content[len(_RECORD) + _CHECKSUM :]
        if content[: len(_RECORD) + _CHECKSUM] != _RECORD + _checksum(body):
            return None
    except OSError:
        return None
    return _decode(body, kind)


def _file_content(location: str) -> memoryview:
    """Return the content of a file that is never changed, only replaced.

    It is mapped into memory where possible: to read it into memory of this process would take
    longer than to decode it. Raises `OSError`.
    """
    with open(location, "rb", buffering=0) as file:
        if sys.platform == "win32":  # a mapped file cannot be replaced there
            return memoryview(file.read())
        flags = mmap.MAP_SHARED | getattr(mmap, "MAP_POPULATE", 0)
        try:
            mapped = mmap.mmap(file.fileno(), 0, flags=flags, prot=mmap.PROT_READ)
        except (OSError, ValueError):  # an empty file, or a file system without mapping
            return memoryview(file.read())
        return memoryview(mapped)


def _decode(body: bytes | memoryview, kind: type[T]) -> T | None:
    try:
        return msgspec.msgpack.decode(body, type=kind)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None


def _checksum(body: bytes | memoryview) -> bytes:
    return zlib.crc32(body).to_bytes(_CHECKSUM)


def _write(location: str, parts: Iterable[bytes]) -> bool:
    """Write a file atomically; return whether that was possible."""
    staged = f"{location}.{os.getpid()}-{os.urandom(4).hex()}{UNFINISHED_SUFFIX}"
    try:
        write_atomically(location, parts, staged)
    except OSError:
        return False
    return True
