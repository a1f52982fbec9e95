"""The plan of a run, and its result.

A run in which nothing changed imports this module, so it has data only and imports little.
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

    `content` is that of the manifest, empty if there is none. If the last run was interrupted, the
    records include what it was about to write.
    """

    records: Mapping[str, FileRecord]
    content: bytes = b""


class WriteScope(Struct, frozen=True, kw_only=True):
    """Which files of the output a run writes.

    `pages` limits it to files generated from these pages. `removes` allows it to remove stale
    files. A file generated from an `unreadable` page or folder is not stale: the page may be
    readable in the next run. The last version of `restored` pages was used instead; the files that
    depend on other unreadable pages are `frozen`.
    """

    pages: frozenset[str] | None = None
    removes: bool = True
    unreadable: tuple[str, ...] = ()
    restored: frozenset[str] = frozenset()
    frozen: frozenset[str] = frozenset()
    policy: EditPolicy = MERGE_EDITS

    def includes(self, pages: Iterable[str]) -> bool:
        """Return whether a file generated from `pages` is written; one without pages always is."""
        sources = tuple(pages)
        return self.pages is None or not sources or not self.pages.isdisjoint(sources)

    @property
    def is_complete(self) -> bool:
        """Whether all files of the output are written or removed."""
        return self.pages is None and self.removes and self.policy.accepts is None


class Plan(Struct, frozen=True, kw_only=True):
    """What a run changes, and the manifest before and after it.

    `current` are the files known to have the newly generated content; `edited` are those that keep
    other content. `orphans` are kept although no page defines them. `conflicts` are the files with
    a conflict, by path.
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
        """Whether files, or more of the manifest than the records of edits, are to be written.

        Signatures of hand-written code that are to be copied to stubs don't count: they are out of
        date with the code, and not with the pages.
        """
        changes = [change for change in self.changes if not change.follows]
        if changes or not self.changes_manifest:
            return bool(changes)
        from docgen.output.manifest import manifest_text

        expected = manifest_text(self._records_without_edits())
        return expected.encode() != self.last.content

    def _records_without_edits(self) -> Iterator[FileRecord]:
        edited = {*self.edited}
        for one in self.records:
            last = self.last.records.get(one.path) if one.path in edited else None
            yield replace(one, lines=last.lines) if last else one


class Applied(Struct, frozen=True, kw_only=True):
    """The number of changed files, and what the operating system refused."""

    written: int = 0
    removed: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()


class Written(Struct, frozen=True, kw_only=True):
    """The plan for an output folder and its result; with `is_check` nothing was written."""

    plan: Plan
    applied: Applied
    output: str
    is_check: bool
