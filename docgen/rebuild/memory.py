"""What is remembered of the last run in one output folder, to be checked against what is there."""

from collections.abc import Mapping

from msgspec import Struct

from docgen.edits.decision import FileRecord
from docgen.rebuild.identity import Identity
from docgen.rebuild.lowered import Lowered
from docgen.rebuild.now import Seen
from docgen.rebuild.told import Told


class Made(Struct, frozen=True, kw_only=True):
    """What the pages gave: what the manifest says of each file, and what is told.

    `key` is a digest of all that this depends on, `around` of that of it which is no page; it is
    empty where something went wrong that may go right the next time.
    `unreadable` are the pages of which there was nothing to be read, `texts` the keys of the texts
    of the files in the store.
    """

    key: bytes
    around: bytes
    lowered: Lowered
    entries: tuple[FileRecord, ...]
    texts: Mapping[str, bytes]
    told: tuple[Told, ...]
    unreadable: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Tell whether the parts speak of the same files, as those of a true one do."""
        paths = {*self.lowered.paths}
        return paths == self.texts.keys() == {entry.path for entry in self.entries}


class Memory(Struct, frozen=True, kw_only=True):
    """What was seen of pages (by location) and of the output (by path), and what was made."""

    identity: Identity
    pages: Mapping[str, Seen]
    output: Mapping[str, Seen]
    made: Made
