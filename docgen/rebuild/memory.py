"""What is remembered of the last run in one output folder, to be checked against what is there.

`Settled` is enough to tell that nothing changed, and to tell again what was told. `Memory` is for
runs in which something did.
"""

from collections.abc import Mapping

from msgspec import Struct

from docgen.diagnostics import Diagnostic
from docgen.output import Entry
from docgen.rebuild.identity import Identity
from docgen.rebuild.now import Seen


class Told(Struct, frozen=True, array_like=True):
    """What is told of a page, by its path in the set, with the line that it points at."""

    diagnostic: Diagnostic
    line: str | None = None


class Made(Struct, frozen=True, kw_only=True):
    """What the pages gave: what the manifest says of each file, and what is told.

    `key` is a digest of all that this depends on. `unreadable` are the pages of which there was
    nothing to be read, `texts` the keys of the texts of the files in the store.
    """

    key: bytes
    entries: tuple[Entry, ...]
    texts: Mapping[str, bytes]
    told: tuple[Told, ...]
    unreadable: tuple[str, ...]


class Memory(Struct, frozen=True, kw_only=True):
    """What was seen of pages (by location) and of the output (by path), and what was made."""

    identity: Identity
    pages: Mapping[str, Seen]
    output: Mapping[str, Seen]
    made: Made


class Settled(Struct, frozen=True, kw_only=True):
    """A run after which nothing was left to do.

    `statuses` sums up what lies at the `places`, and of the `folders` of the output that they are
    there and no links. `about_output` is what is told of files there.
    """

    identity: Identity
    places: tuple[str, ...]
    folders: tuple[str, ...]
    statuses: bytes
    pages: int
    unchanged: int
    told: tuple[Told, ...]
    about_output: tuple[Diagnostic, ...]
