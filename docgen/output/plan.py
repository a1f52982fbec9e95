"""The plan of a run: what it changes in the output folder, and what was done of it.

Data alone, and light: a run in which nothing changed imports it.
"""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from docgen.diagnostics import Diagnostic
from docgen.edits.decision import (
    MERGE_EDITS,
    Conflict,
    EditPolicy,
    FileChange,
    FileRecord,
)


class LastOutput(Struct, frozen=True, kw_only=True):
    """What earlier runs wrote: the records of files by path.

    `content` is that of the manifest, empty where there is none. If the last run was interrupted,
    what it was about to write is among the records.
    """

    records: Mapping[str, FileRecord]
    content: bytes = b""


class WriteScope(Struct, frozen=True, kw_only=True):
    """Which part of the output a run writes.

    `pages` limits it to files made from these pages. `removes` allows it to remove stale files.
    A file made from an `unreadable` page is not stale: the page may be readable next time.
    """

    pages: frozenset[str] | None = None
    removes: bool = True
    unreadable: tuple[str, ...] = ()
    policy: EditPolicy = MERGE_EDITS

    def includes(self, pages: Iterable[str]) -> bool:
        """Return whether a file made from `pages` is written; one made from none always is."""
        made_from = tuple(pages)
        return (
            self.pages is None or not made_from or not self.pages.isdisjoint(made_from)
        )


class Plan(Struct, frozen=True, kw_only=True):
    """What a run changes, and the manifest before and after it.

    `current` are the files that have the newly generated content, as far as they were read;
    `edited` those that keep another. `orphans` are kept although no page defines them. `conflicts`
    are the files with a conflict, by path.
    """

    changes: tuple[FileChange, ...] = ()
    unchanged: int
    current: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    orphans: tuple[str, ...] = ()
    conflicts: Mapping[str, Conflict] = {}
    last: LastOutput = LastOutput(records={})
    records: tuple[FileRecord, ...] = ()
    manifest: bytes = b""
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def changes_manifest(self) -> bool:
        """Whether the manifest is to be written."""
        return self.manifest != self.last.content

    @property
    def is_out_of_date(self) -> bool:
        """Whether more is to be done than to record what was edited by hand."""
        if self.changes or not self.changes_manifest:
            return bool(self.changes)
        from docgen.output.manifest import manifest_text

        return (
            manifest_text(self._records_without_edits()).encode() != self.last.content
        )

    def _records_without_edits(self) -> Iterator[FileRecord]:
        edited = {*self.edited}
        for one in self.records:
            last = self.last.records.get(one.path) if one.path in edited else None
            yield replace(one, lines=last.lines) if last else one


class Applied(Struct, frozen=True, kw_only=True):
    """What was done, and what the operating system refused."""

    written: int = 0
    removed: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()


class Written(Struct, frozen=True, kw_only=True):
    """What was planned and done in an output folder; nothing was done if it `is_check`."""

    plan: Plan
    applied: Applied
    output: str
    is_check: bool
