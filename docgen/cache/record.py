"""A record: one frozen value in one file, which is replaced in one step and checked when read.

    file = FORM, checksum of the rest (4 bytes), the value as MessagePack

The checksum tells damage; who can forge a record can write the user's files anyway.
"""

import os
import zlib
from typing import TypeVar

import msgspec

_FORM = b"docgen record 1\n"
_CHECKSUM = 4

NEW = ".new"
"""How the name of a file ends that is not in its place yet."""

T = TypeVar("T")


def record(location: str, kind: type[T]) -> T | None:
    """Give the value in a file; `None` where it holds no whole value of this kind."""
    try:
        with open(location, "rb") as file:
            content = memoryview(file.read())
        body = content[len(_FORM) + _CHECKSUM :]
        if content[: -len(body)] != _FORM + _checksum(body):
            return None
        return msgspec.msgpack.decode(body, type=kind)
    except (OSError, msgspec.MsgspecError, ValueError, RecursionError):
        return None


def kept_record(location: str, value: object) -> bool:
    """Put a value in the place of what the file held; tell whether that could be done.

    The name of a file need not be UTF-8; what has such a name in it can't be kept.
    """
    body = bytearray(_room(location))
    try:
        msgspec.msgpack.Encoder().encode_into(value, body)
    except UnicodeEncodeError:
        return False
    return written(location, (_FORM, _checksum(body), body))


def _room(location: str) -> int:
    """Give about so many bytes as the value will take: room that grows is room that is moved."""
    try:
        return min(os.path.getsize(location), _MOST) + _SPARE
    except OSError:
        return 0


_MOST, _SPARE = 1 << 25, 1 << 16
"""Bytes that are taken at once, and so many more than last time."""


def _checksum(body: bytes | bytearray | memoryview) -> bytes:
    return zlib.crc32(body).to_bytes(_CHECKSUM)


def written(location: str, parts: tuple[bytes | bytearray, ...]) -> bool:
    """Write a file in one step; what the system refuses is left undone."""
    staged = f"{location}.{os.getpid()}-{os.urandom(4).hex()}{NEW}"
    try:
        with open(staged, "xb") as file:
            file.writelines(parts)
        os.replace(staged, location)
    except OSError:
        removed(staged)
        return False
    return True


def removed(location: str) -> bool:
    """Remove a file; tell whether that could be done."""
    try:
        os.unlink(location)
    except OSError:
        return False
    return True
