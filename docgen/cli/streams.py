"""Standard output and standard error: always UTF-8, and silent when nobody reads them."""

import io
import os
import sys
from typing import TextIO


def use_utf8() -> None:
    r"""Write UTF-8 with `\n`, whatever the locale and the system; nowhere if that is closed."""
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(
                encoding="utf-8", errors="backslashreplace", newline="\n"
            )


def _nowhere() -> TextIO:
    """Give a stream in the place of a closed one, whose number some file would get otherwise."""
    return open(os.devnull, "w")


def put(stream: TextIO, text: str) -> None:
    """Write a text; a pipe that was closed at the other end (`| head`) is no error."""
    if not text:
        return
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
