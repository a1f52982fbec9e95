"""The merge of the manifests of two branches, for git.

    line of ours, of theirs, of the ancestor      the merged manifest
    in both branches                              has it
    in one branch and the ancestor                does not have it: the other branch removed it
    in one branch only                            has it

A line is a digest, a page or a definition of a file. A file that both branches changed can have
several digests, and several fingerprints of a part: docgen wrote each of them.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import TypeVar

from docgen.edits.decision import FileRecord, compact
from docgen.output.manifest import manifest_text, read_manifest

T = TypeVar("T", bound=Hashable)

_Records = Mapping[str, FileRecord]
_EMPTY = manifest_text(()).strip().encode()


def merge_manifests(ancestor: bytes, ours: bytes, theirs: bytes) -> str | None:
    """Return the merged manifest; `None` if a version is not a manifest of this format."""
    versions = (ancestor, ours, theirs)
    base, one, other = (read_manifest(content).value for content in versions)
    for content, records in zip(versions, (base, one, other), strict=True):
        if not records and content.strip() not in {b"", _EMPTY}:
            return None
    return manifest_text(_merged(base, one, other))


def _merged(base: _Records, ours: _Records, theirs: _Records) -> Iterator[FileRecord]:
    for path in {**ours, **theirs}:
        last, one, other = base.get(path), ours.get(path), theirs.get(path)
        if one == other or other == last:
            kept = one
        elif one == last:
            kept = other
        elif one is None or other is None:  # changed on a branch, removed on the other
            kept = one or other
        else:
            kept = _merged_record(last, one, other)
        if kept is not None:
            yield kept


def _merged_record(
    base: FileRecord | None, one: FileRecord, other: FileRecord
) -> FileRecord:
    last = base or FileRecord(path=one.path, digests=(), pages=())
    return FileRecord(
        path=one.path,
        digests=_kept(last.digests, one.digests, other.digests),
        pages=_kept(last.pages, one.pages, other.pages),
        lines=compact(_kept(last.definitions, one.definitions, other.definitions)),
    )


def _kept(base: Iterable[T], ours: Iterable[T], theirs: Iterable[T]) -> tuple[T, ...]:
    last, one, other = {*base}, {*ours}, {*theirs}
    return tuple(
        item
        for item in dict.fromkeys((*ours, *theirs))
        if (item in one and item in other) or item not in last
    )
