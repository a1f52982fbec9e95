"""The runs of `generate`, and what they wrote, or would write, as a report."""

import os
import re
from collections.abc import Callable, Iterable

from msgspec import Struct
from msgspec.structs import replace

from docgen.commands.report import shown_diagnostics
from docgen.config import Config
from docgen.config.reported import reported
from docgen.diagnostics import Diagnostic
from docgen.output.diff import differences
from docgen.output.paths import MANIFEST
from docgen.output.plan import Plan, Written
from docgen.pages.page_set import shown_folder
from docgen.regex import Regex
from docgen.reporters import at_most, counted, listed


class Run(Struct, frozen=True, kw_only=True):
    """The result of `generate` for one target; diagnostics have paths as the user writes them.

    `written` is `None` if there are only diagnostics. `about_output` are those of the diagnostics
    that are about generated files. `emptied` are existing pages from which files
    were generated that are now all removed. `kept` is as in `Report`.
    """

    written: Written | None = None
    diagnostics: tuple[Diagnostic, ...]
    about_output: tuple[Diagnostic, ...] = ()
    pages: int = 0
    emptied: tuple[str, ...] = ()
    kept: tuple[object, ...] = ()

    @property
    def is_stale(self) -> bool:
        """Whether the output folder is out of date with the pages."""
        return self.written is not None and self.written.plan.is_out_of_date

    @property
    def changes_files(self) -> bool:
        """Whether a file is to be written: the output is stale, or a stub lacks a signature."""
        has_changes = self.written is not None and self.written.plan.changes != ()
        return has_changes or self.is_stale

    @property
    def diff(self) -> str:
        """The changes as a unified diff."""
        if self.written is None:
            return ""
        return differences(self.written.plan, shown_below(self.written.output))


def shown_below(folder: str) -> Callable[[str], str]:
    """Return a function from paths below a folder to paths that a user would write."""
    start = shown_folder(folder, is_absolute=os.path.isabs(folder))
    return lambda path: os.path.normpath(os.path.join(start, path))


def removed_pages(plan: Plan) -> frozenset[str]:
    """Return the pages for which all generated files are removed."""
    last = plan.last.records
    removed = (last[one.path] for one in plan.changes if one.after is None)
    pages = {page for record in removed for page in record.pages}
    if not pages:
        return frozenset()
    orphans = {*plan.orphans}
    defined = (one for one in plan.records if one.path not in orphans)
    return frozenset(pages.difference(page for one in defined for page in one.pages))


def output_diagnostics(written: Written, config: Config) -> tuple[Diagnostic, ...]:
    """Return the diagnostics about files of the output folder."""
    shown = shown_below(written.output)
    found = (*written.plan.diagnostics, *written.applied.diagnostics)
    with_paths = (_with_shown_paths(one, shown) for one in found)
    return shown_diagnostics(reported(with_paths, config, shown), shown)


def _with_shown_paths(one: Diagnostic, shown: Callable[[str], str]) -> Diagnostic:
    """Return a diagnostic whose message and help name generated files as the user would."""
    own = Regex(rf"(?<![\w./-])(?:{re.escape(one.path)}|{_MODULE})(?![\w/-])")

    def with_shown(text: str) -> str:
        return own.sub(lambda found: shown(found[0]), text)

    return replace(one, message=with_shown(one.message), help=with_shown(one.help))


_MODULE = r"[\w-]+(?:/[\w.-]+)*/[\w-]+\.pyi?"
"""The path of a Python file below the output folder."""


def summary_of(all_written: Iterable[Written]) -> str:
    """Return `wrote 4 files, removed 1, 212 unchanged`, or what would be done, file by file."""
    runs = tuple(all_written)
    unchanged = sum(one.plan.unchanged for one in runs)
    rest = f"{unchanged:,} unchanged" if unchanged else ""
    if not any(one.is_check for one in runs):
        wrote = sum(one.applied.written for one in runs)
        removed = sum(one.applied.removed for one in runs)
        return _sentence("wrote", wrote, "removed", removed, rest)
    changes = [
        (change, shown_below(one.output)) for one in runs for change in one.plan.changes
    ]
    removes = sum(change.after is None for change, _ in changes)
    lines = [
        f"would {'remove' if change.after is None else 'write'} {shown(change.path)}"
        for change, shown in changes
    ]
    lines += [
        f"would write {shown_below(one.output)(MANIFEST)}"
        for one in runs
        if not one.plan.changes and one.plan.is_out_of_date
    ]
    writes = len(changes) - removes
    last = _sentence("would write", writes, "would remove", removes, rest)
    return "\n".join([*at_most(lines), last])


def _sentence(write: str, wrote: int, remove: str, removed: int, rest: str) -> str:
    removed_files = f"{removed:,}" if wrote else counted(removed, "file")
    return (
        listed(
            f"{write} {counted(wrote, 'file')}" if wrote else "",
            f"{remove} {removed_files}" if removed else "",
            rest,
        )
        or "nothing to write"
    )
