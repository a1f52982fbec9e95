"""The ancestry of generated files: their earlier versions in git, each with its record."""

import os
from functools import cache

from docgen.edits.corrections import Ancestry
from docgen.edits.decision import FileRecord
from docgen.edits.lineage import FileLineage, Version
from docgen.output.manifest import read_manifest
from docgen.output.paths import MANIFEST
from docgen.pages.history import GitHistory, Revision


def ancestry_in(output: str, history: GitHistory) -> Ancestry:
    """Return where the lineage of the files below an output folder can be read."""
    records = cache(_records)

    def version(path: str, one: Revision) -> Version:
        content, manifest = one.contents
        return Version(
            content=_decoded(content),
            record=records(manifest).get(path) if manifest else None,
            parents=one.parents,
        )

    def lineage(path: str, content: bytes, last: FileRecord | None) -> FileLineage:
        location = os.path.join(output, *path.split("/"))
        found = history.of(location, os.path.join(output, MANIFEST))
        earlier = found.revisions if found else {}
        heads = found.heads if found else ()
        return FileLineage(
            current=Version(content=_decoded(content), record=last, parents=heads),
            earlier={name: version(path, one) for name, one in earlier.items()},
        )

    return Ancestry(lineage=lineage, is_merged=lambda: history.is_merged)


def _records(manifest: bytes) -> dict[str, FileRecord]:
    return read_manifest(manifest).value


def _decoded(content: bytes | None) -> str | None:
    if content is None:
        return None
    return content.decode("utf-8", "replace").replace("\r\n", "\n")
