"""Answers: how worker processes send results, each as one piece of bytes in a pipe.

    answer = length (8 bytes), then that many bytes of MessagePack; or 8 bytes 0xFF without a result

A run in which nothing changed imports this module, so it imports little.
"""

import os
from collections.abc import Callable

from msgspec import msgpack

LENGTH_SIZE = 8
"""The bytes of the length of an answer."""
NO_RESULT = b"\xff" * LENGTH_SIZE
"""The answer of a computation that raised an exception."""
CHUNK = 1 << 18
"""Bytes that are read from a pipe at once."""


def answer_of(compute_result: Callable[[], object]) -> bytes:
    """Return the answer of a worker: a result with its length, or `NO_RESULT`."""
    try:
        result = msgpack.encode(compute_result())
    except Exception:
        return NO_RESULT
    return len(result).to_bytes(LENGTH_SIZE) + result


def read_bytes(pipe: int, length: int) -> bytes | None:
    """Read exactly so many bytes; `None` if the pipe ends before."""
    content = bytearray()
    while len(content) < length:
        chunk = os.read(pipe, min(CHUNK, length - len(content)))
        if not chunk:
            return None
        content += chunk
    return bytes(content)


def write_bytes(pipe: int, content: bytes) -> None:
    """Write all bytes; raises `OSError` if nobody reads them any more."""
    written = 0
    while written < len(content):
        written += os.write(pipe, content[written:])
