"""A record: one frozen value in one file, which is replaced in one step and checked when read.

file = FORM, digest of the rest (16 bytes), the value as MessagePack
"""

import os
from hashlib import blake2b
from typing import TypeVar

import msgspec

_FORM = b"docgen record 1\n"
_DIGEST = 16

T = TypeVar("T")


def record(location: str, kind: type[T]) -> T | None:
    """Give the value in a file; `None` where it holds no whole value of this kind."""
    try:
        with open(location, "rb") as file:
            content = file.read()
    except OSError:
        return None
    head, body = content[: len(_FORM) + _DIGEST], content[len(_FORM) + _DIGEST :]
    if head != _FORM + blake2b(body, digest_size=_DIGEST).digest():
        return None
    try:
        return msgspec.msgpack.decode(body, type=kind)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None


def kept_record(location: str, value: object) -> bool:
    """Put a value in the place of what the file held; tell whether that could be done."""
    body = msgspec.msgpack.encode(value)
    head = _FORM + blake2b(body, digest_size=_DIGEST).digest()
    return written(location, (head, body))


def written(location: str, parts: tuple[bytes, ...]) -> bool:
    """Write a file in one step; what the system refuses is left undone."""
    staged = f"{location}.{os.getpid()}-{os.urandom(4).hex()}.new"
    try:
        with open(staged, "xb") as file:
            file.writelines(parts)
        os.replace(staged, location)
    except OSError:
        _removed(staged)
        return False
    return True


def _removed(location: str) -> None:
    try:
        os.unlink(location)
    except OSError:
        return
