"""Standard output and standard error: always UTF-8, and no error if their reader is closed."""

import io
import os
import sys
from typing import TextIO


def use_utf8() -> None:
    r"""Write UTF-8 with `\n` regardless of locale and system; replace closed streams."""
    sys.stdout = sys.stdout or _null_stream()
    sys.stderr = sys.stderr or _null_stream()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(
                encoding="utf-8", errors="backslashreplace", newline="\n"
            )


def _null_stream() -> TextIO:
    """Open a stream for a closed one, so that no other file gets its file number."""
    return open(os.devnull, "w")


def put_bytes(stream: TextIO, content: bytes) -> None:
    """Write bytes unchanged, where a stream can; else as text."""
    if isinstance(stream, io.TextIOWrapper):
        stream.flush()
        stream = io.TextIOWrapper(stream.buffer, "latin-1", newline="")
        put(stream, content.decode("latin-1"))
        stream.detach()
    else:
        put(stream, content.decode("utf-8", "replace"))


def put(stream: TextIO, text: str) -> None:
    """Write a string; a pipe closed at the other end (`| head`) is not an error."""
    if not text:
        return
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, stream.fileno())
        os.close(null)
