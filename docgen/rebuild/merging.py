"""The cache wrapped around merging: what came of three texts once comes of them again."""

from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from docgen.cache.store import key
from docgen.diagnostics import Result
from docgen.rebuild.blobs import Blobs
from docgen.rebuild.identity import Identity

if TYPE_CHECKING:
    from docgen.edits.merge import MergeResult


class Merging:
    """Merges, or remembers what came of it."""

    def __init__(self, identity: Identity, blobs: Blobs) -> None:
        self._identity, self._blobs = identity, blobs

    def __call__(
        self, path: str, last: tuple[str, ...], theirs: str, todays: str | None
    ) -> "Result[MergeResult]":
        """Give what a file is to hold, as `docgen.edits.merge.merge` does."""
        from docgen.edits.merge import merge

        sides = msgspec.msgpack.encode((path, last, theirs, todays))
        own = key(b"merged", self._identity.code, sides)
        found = self._blobs.value(own, self._decoder)
        if found is None:
            found = merge(path, last, theirs, todays)
            self._blobs.put(own, found)
        return found

    @cached_property
    def _decoder(self) -> "msgspec.msgpack.Decoder[Result[MergeResult]]":
        from docgen.edits.merge import MergeResult

        return msgspec.msgpack.Decoder(Result[MergeResult])
