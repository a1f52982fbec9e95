"""Bringing an output folder in line, and saying so."""

import os
from collections.abc import Callable, Iterable

from msgspec import Struct
from msgspec.structs import replace

from docgen.commands.outcome import told
from docgen.config import Config
from docgen.diagnostics import Diagnostic
from docgen.output.behind import is_behind
from docgen.output.diff import differences
from docgen.output.paths import MANIFEST
from docgen.output.plan import Applied, Plan
from docgen.pages.page_set import shown_folder
from docgen.reporters import SourceLine, at_most, counted, listed


class Written(Struct, frozen=True, kw_only=True):
    """What a run did in one output folder, or would do; `shown` calls its files by name."""

    plan: Plan
    done: Applied
    output: str
    is_done: bool

    def shown(self, path: str) -> str:
        """Give the path of a file of the output folder as a user would write it."""
        return shown_below(self.output)(path)

    @property
    def differs(self) -> bool:
        """Tell whether the folder is out of date."""
        return is_behind(self.plan)

    @property
    def emptied(self) -> frozenset[str]:
        """The pages of which every file goes."""
        known = self.plan.last.records
        gone = (known[one.path] for one in self.plan.changes if one.after is None)
        pages = {page for entry in gone for page in entry.pages}
        if not pages:
            return frozenset()
        orphans = {*self.plan.orphans}
        given = (one for one in self.plan.records if one.path not in orphans)
        return frozenset(pages.difference(page for one in given for page in one.pages))

    @property
    def diff(self) -> str:
        """The changes as a unified diff."""
        return differences(self.plan, self.shown)


class Run(Struct, frozen=True, kw_only=True):
    """What `generate` came to for one target; paths of diagnostics are as shown.

    `written` is `None` where there was no target, only something to tell. `emptied` are the pages
    that are still there, though every file of theirs goes.
    """

    written: Written | None
    diagnostics: tuple[Diagnostic, ...]
    pages: int
    lines: SourceLine
    emptied: tuple[str, ...] = ()


def shown_below(folder: str) -> Callable[[str], str]:
    """Give what turns a path below a folder into what a user of this terminal would write."""
    start = shown_folder(folder, is_absolute=os.path.isabs(folder))
    return lambda path: os.path.normpath(os.path.join(start, path))


def told_of(one: Written, config: Config) -> tuple[Diagnostic, ...]:
    """Give what planning and applying had to tell."""
    found = (*one.plan.diagnostics, *one.done.diagnostics)
    advised = (
        replace(each, help=each.help.replace(each.path, one.shown(each.path)))
        for each in found
    )
    return told(advised, one.shown, config)


def report_of(all_written: Iterable[Written]) -> str:
    """Give `wrote 4 files, removed 1, 212 unchanged`, or what would be done, file by file."""
    runs = tuple(all_written)
    unchanged = sum(one.plan.unchanged for one in runs)
    still = f"{unchanged:,} unchanged" if unchanged else ""
    if all(one.is_done for one in runs):
        wrote = sum(one.done.written for one in runs)
        removed = sum(one.done.removed for one in runs)
        return _sentence("wrote", wrote, "removed", removed, still)
    changes = [(change, one) for one in runs for change in one.plan.changes]
    goes = sum(change.after is None for change, _ in changes)
    lines = [
        f"would {'write' if change.after is not None else 'remove'} "
        f"{one.shown(change.path)}"
        for change, one in changes
    ]
    lines += [
        f"would write {one.shown(MANIFEST)}"
        for one in runs
        if one.differs and not one.plan.changes
    ]
    last = _sentence("would write", len(changes) - goes, "would remove", goes, still)
    return "\n".join([*at_most(lines), last])


def _sentence(write: str, wrote: int, remove: str, removed: int, still: str) -> str:
    return (
        listed(
            f"{write} {counted(wrote, 'file')}" if wrote else "",
            (
                f"{remove} {counted(removed, 'file') if not wrote else f'{removed:,}'}"
                if removed
                else ""
            ),
            still,
        )
        or "nothing to write"
    )
