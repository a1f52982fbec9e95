"""A contender: a library or flavour that reads and writes the documents of a type."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Contender:
    """How documents of one type are read and written: as dictionaries and as text.

    `write` is absent where a library writes nothing but text.
    """

    name: str
    read: Callable[[Any], Any]
    write: Callable[[Any], Any] | None
    read_text: Callable[[str], Any]
    write_text: Callable[[Any], str | bytes]
