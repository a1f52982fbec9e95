"""The emitted files of a target, in the store."""

from collections.abc import Iterable, Sequence

import msgspec

from docgen.build.emit import EmittedFile
from docgen.build.lowered import OutputFile
from docgen.build.memo import decoded_result, digest_of
from docgen.build.store import Store
from docgen.config import Target


class StoredFiles:
    """The emitted files of a target, by their keys.

    Each output folder has a group of blobs. When the packs of a group are collected, only the files
    of the last run are kept; those of other targets with the same pages must stay.
    """

    def __init__(self, store: Store, target: Target) -> None:
        """Use the group of a target's output folder."""
        self._store = store
        self._group = f"emit-{digest_of(target.output).hex()[:16]}"

    def get(self, key: bytes, path: str) -> EmittedFile | None:
        """Return a file, if it is stored and intact."""
        file = decoded_result(self._store.blob(self._group, key), _DECODER)
        return file if file and file.record.path == path else None

    def add(self, key: bytes, encoded: bytes) -> None:
        """Store an encoded file."""
        self._store.add(self._group, key, encoded)

    def have(self, files: Sequence[OutputFile] | None) -> bool:
        """Return whether files were emitted and are stored; they may still be damaged."""
        return files is not None and self._store.has(
            self._group, [one.key for one in files]
        )

    def keep(self, files: Iterable[OutputFile]) -> None:
        """Keep these files when packs are collected."""
        self._store.keep(self._group, (one.key for one in files))


_DECODER = msgspec.msgpack.Decoder(EmittedFile)
