"""The results of lowering a schema: views, or emitted files."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from docgen.edits.decision import FileRecord

if TYPE_CHECKING:
    from docgen.python.views import FileView


class UnusableCacheError(Exception):
    """Raised where a run cannot use the cache; the run is repeated without it."""


class DamagedCacheError(UnusableCacheError):
    """Raised where content in the cache is damaged."""


class ChangedTemplatesError(UnusableCacheError):
    """Raised where a template changed during a run, so that it is unknown what was rendered."""


class SchemaKeys(Struct, frozen=True, kw_only=True):
    """Digests of what the parts of a complete schema were made from; empty if they are unknown.

    `types` is that of all types, `shared` that of what all operations share, and `pages` has those
    of what else each operation and its examples were made from, by API page.
    """

    types: bytes = b""
    shared: bytes = b""
    pages: Mapping[str, bytes] = {}


UNKNOWN_KEYS = SchemaKeys()


class OutputFile(Struct, frozen=True, array_like=True):
    """A generated file: the key of its content in the store, its record in the manifest."""

    key: bytes
    record: FileRecord


class Lowered(Struct, frozen=True, kw_only=True):
    """The views of all files, or the emitted files; `content` returns their content by path.

    `content` raises `DamagedCacheError`.
    """

    views: "tuple[FileView, ...]" = ()
    files: tuple[OutputFile, ...] = ()
    content: Callable[[str], str] = str


NOTHING_LOWERED = Lowered()
"""The result of a build that ends before types are lowered."""
