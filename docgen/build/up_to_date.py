"""The up-to-date check: a run that would find every file unchanged is not started.

It compares statuses only: those of pages and their folders, of generated files, of docgen itself
and its templates. If all are the same as after a run that left nothing to do, this run would report
what that one reported.
"""

import os
from collections.abc import Iterable, Iterator

import msgspec

from docgen.build.memo import digest_of, record_name
from docgen.build.store import Store
from docgen.config import Config, Target
from docgen.diagnostics import Diagnostic
from docgen.output.paths import MANIFEST, STAGING
from docgen.output.plan import Plan
from docgen.pages.page_set import PageSet
from docgen.pages.statuses import Status, file_status, folder_statuses, is_reliable
from docgen.pages.tree import DISK, Tree


class FolderStatuses(msgspec.Struct, frozen=True, array_like=True):
    """A folder, the names in it that count, and the statuses of these, as MessagePack."""

    folder: str
    names: tuple[str, ...]
    statuses: bytes


class OutputFolder(msgspec.Struct, frozen=True, array_like=True):
    """A folder of the output: its mode and inode number; what else is in it does not count."""

    location: str
    mode_and_number: tuple[int, int] | None


class FinishedRun(msgspec.Struct, frozen=True, kw_only=True):
    """A run that left nothing to do: what it depended on, and what it reported.

    `setup` is a digest of the configuration and the toolchain. Diagnostics are kept encoded: most
    runs print none of them.
    """

    setup: bytes
    entries: tuple[FolderStatuses, ...]
    folders: tuple[OutputFolder, ...]
    pages: int
    unchanged: int
    page_diagnostics: msgspec.Raw
    output_diagnostics: msgspec.Raw

    @property
    def about_pages(self) -> tuple[Diagnostic, ...]:
        """The diagnostics about pages."""
        return msgspec.msgpack.decode(
            self.page_diagnostics, type=tuple[Diagnostic, ...]
        )

    @property
    def about_output(self) -> tuple[Diagnostic, ...]:
        """The diagnostics about files of the output folder."""
        return msgspec.msgpack.decode(
            self.output_diagnostics, type=tuple[Diagnostic, ...]
        )


def finished_run(
    target: Target, config: Config, status: bytes, store: Store, tree: Tree = DISK
) -> FinishedRun | None:
    """Return the last finished run, if nothing has changed since.

    `status` is the `toolchain_status`. The `tree` must have no overrides.
    """
    last = store.record(record_name("up-to-date", target.output), FinishedRun)
    if last is None or last.setup != _setup(target, config, status):
        return None
    if not all(_is_unchanged(one, tree) for one in last.entries):
        return None
    if any(_output_folder(one.location) != one for one in last.folders):
        return None
    return last


def remember_finished_run(
    target: Target,
    config: Config,
    status: bytes,
    store: Store,
    *,
    pages: PageSet,
    plan: Plan,
    about_pages: tuple[Diagnostic, ...],
) -> None:
    """Record a run if it left nothing to do and all statuses are reliable."""
    if plan.changes or plan.changes_manifest or not pages.is_plain:
        return
    if not all(is_reliable(page.status, pages.started) for page in pages.pages):
        return
    paths = sorted({*plan.last.records, *(one.path for one in plan.records)})
    files = (os.path.join(target.output, one) for one in (*paths, MANIFEST, STAGING))
    folders = (folder.location for folder in pages.searched)
    locations = (page.location for page in pages.pages)
    entries = _folder_statuses((*folders, *locations, *files), pages.started)
    if entries is None:
        return
    finished = FinishedRun(
        setup=_setup(target, config, status),
        entries=entries,
        folders=tuple(map(_output_folder, _folders(target.output, paths))),
        pages=len(pages.pages),
        unchanged=plan.unchanged,
        page_diagnostics=msgspec.Raw(msgspec.msgpack.encode(about_pages)),
        output_diagnostics=msgspec.Raw(msgspec.msgpack.encode(plan.diagnostics)),
    )
    store.write_record(record_name("up-to-date", target.output), finished)


def _setup(target: Target, config: Config, status: bytes) -> bytes:
    paths = (*target.source, target.output, target.folder, *target.templates)
    locations = [(os.path.abspath(path), os.path.realpath(path)) for path in paths]
    return digest_of(target, config, locations, status)


def _is_unchanged(one: FolderStatuses, tree: Tree) -> bool:
    return _encoded(tree.folder_statuses(one.folder, one.names)) == one.statuses


def _encoded(statuses: Iterable[Status | None]) -> bytes:
    return msgspec.msgpack.encode(list(statuses))


def _output_folder(location: str) -> OutputFolder:
    status = file_status(location)
    return OutputFolder(location, (status[0], status[4]) if status else None)


def _folder_statuses(
    locations: Iterable[str], started: int
) -> tuple[FolderStatuses, ...] | None:
    """Return the statuses of files and folders; `None` where one is not reliable."""
    folders: dict[str, list[str]] = {}
    for location in locations:
        folder, name = os.path.split(location)
        folders.setdefault(folder, []).append(name)
    entries: list[FolderStatuses] = []
    for parent, names in folders.items():
        folder = os.path.abspath(parent)
        statuses = [*folder_statuses(folder, names)]
        if not all(is_reliable(one, started) for one in statuses):
            return None
        entries.append(FolderStatuses(folder, tuple(names), _encoded(statuses)))
    return tuple(entries)


def _folders(output: str, paths: Iterable[str]) -> Iterator[str]:
    """Return the output folder and all folders in it that have files."""
    inner = {os.path.dirname(path) for path in paths}
    while parents := {os.path.dirname(path) for path in inner} - inner:
        inner |= parents
    found = (os.path.join(output, folder) for folder in sorted(inner))
    return map(os.path.abspath, found)
