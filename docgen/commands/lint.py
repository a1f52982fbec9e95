"""`docgen lint`: report diagnostics, and fix them on request."""

import os
import time
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from docgen.commands.fixing import (
    NO_FIXES,
    FixablePages,
    FixReport,
    FixUse,
    about_fixable,
    fix,
)
from docgen.commands.known_diagnostics import (
    NO_BASELINE,
    BaselineUse,
    DiagnosticWithEntry,
    KnownDiagnostics,
    known_diagnostics,
    statistics,
    with_entries,
)
from docgen.commands.options import DEFAULTS, Options
from docgen.commands.page_texts import PageTexts
from docgen.commands.report import Report
from docgen.commands.selected_build import SelectedBuild, build_selection
from docgen.commands.selection import Selection, require_pages_or_sources, select
from docgen.config import Config
from docgen.diagnostics import Diagnostic, sort_diagnostics
from docgen.fixes import Linted
from docgen.pages.page_set import PageFile
from docgen.pages.tree import DISK, NO_OVERRIDES, Overrides, Tree
from docgen.pipeline import Stage
from docgen.reporters import summary


class LintRequest(Struct, frozen=True, kw_only=True):
    """The options of `docgen lint`.

    `select_only` and `ignore` contain codes and severities; an empty `select_only` selects all.
    `is_staged` reads pages from git's index. Diagnostics in the `baseline` are not reported, and
    warnings that it lacks make the report differ. What is reported is fixed as `fixing` says; then
    the report is about what remains. With `shows_statistics` the result is a table of the numbers
    by code.
    """

    select_only: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    is_staged: bool = False
    baseline: BaselineUse = NO_BASELINE
    fixing: FixUse = NO_FIXES
    shows_statistics: bool = False
    options: Options = DEFAULTS

    @property
    def is_restricted(self) -> bool:
        """Whether some diagnostics or some content of the sources is not looked at."""
        return bool(self.select_only or self.ignore or self.is_staged)

    def selects(self, one: Diagnostic) -> bool:
        """Return whether a diagnostic is to be reported."""
        if _matches(one, self.ignore):
            return False
        return not self.select_only or _matches(one, self.select_only)


def lint(config: Config, paths: Sequence[str], request: LintRequest) -> Report:
    """Report the diagnostics of the pages at `paths`, or of all configured sources."""
    start = time.monotonic()
    require_pages_or_sources(config, paths)
    linter = _Linter(config, paths, request)
    run = linter.run()
    fixed = _fixed(linter, run, request.fixing) if request.fixing.fixes else None
    if fixed and request.fixing.shows_diff:
        return Report(
            diff=fixed.diff,
            pages=len(run.pages),
            summary="\n".join(fixed.about),
            differs=fixed.has_changes or fixed.is_incomplete,
        )
    if fixed and fixed.has_changes:
        run = linter.run(fixed.overrides)
    return _report(run, linter.compared(run, request.baseline), fixed, request, start)


def _report(
    run: "_Run",
    compared: KnownDiagnostics,
    fixed: FixReport | None,
    request: LintRequest,
    start: float,
) -> Report:
    diagnostics = sort_diagnostics(compared.new)
    fails = request.fixing.fails
    has_failed = fixed and (fixed.is_incomplete or (fails and fixed.has_changes))
    about = (
        *(fixed.about if fixed else ()),
        summary(len(run.pages), diagnostics, time.monotonic() - start),
        *about_fixable(map(run.texts.fix, diagnostics), request.fixing),
        *compared.about,
    )
    shows_statistics = request.shows_statistics
    return Report(
        result=statistics(compared) if shows_statistics else "",
        content=fixed.result if fixed else b"",
        diagnostics=diagnostics,
        counted_only=frozenset(diagnostics if shows_statistics else ()),
        pages=len(run.pages),
        lines=run.texts.line,
        fixes=run.texts.fix,
        summary="\n".join(about),
        differs=compared.fails or bool(has_failed),
    )


class _Run(Struct, frozen=True, kw_only=True):
    """The builds of one run, their pages with paths as a user writes them, and their texts."""

    builds: tuple[SelectedBuild, ...]
    texts: PageTexts

    @property
    def pages(self) -> tuple[PageFile, ...]:
        return tuple(
            replace(page, path=one.build.pages.shown(page.path))
            for one in self.builds
            for page in one.pages
        )

    @property
    def found(self) -> tuple[DiagnosticWithEntry, ...]:
        return tuple(
            each for one in self.builds for each in with_entries(one, self.texts.line)
        )


class _Linter:
    """Lints the selected pages, also with other content at some locations."""

    def __init__(
        self, config: Config, paths: Sequence[str], request: LintRequest
    ) -> None:
        self.tree = _tree(config, paths, is_staged=request.is_staged)
        self._request = request
        selections = select(config, paths, self.tree)
        if request.is_staged and config.targets:
            selections = _without_other_files(selections, self.tree)
        self._selections = selections
        is_all = not paths or not config.targets
        self._is_complete = is_all and not request.is_restricted
        self._last: tuple[Overrides, _Run] | None = None

    def run(self, overrides: Overrides = NO_OVERRIDES) -> _Run:
        """Return the builds of the pages."""
        if self._last and self._last[0] == overrides:
            return self._last[1]
        tree = Tree({**self.tree.overrides, **overrides}) if overrides else self.tree
        builds = tuple(
            build_selection(one, self._request.options, tree, through=Stage.NAMES)
            for one in self._selections
        )
        pages = (page for one in builds for page in one.pages)
        run = _Run(builds=builds, texts=PageTexts(tree, pages))
        self._last = (overrides, run)
        return run

    def compared(self, run: _Run, baseline: BaselineUse) -> KnownDiagnostics:
        """Return the selected diagnostics, compared with a baseline."""
        found = [each for each in run.found if self._request.selects(each[0])]
        return known_diagnostics(found, baseline, is_complete=self._is_complete)

    def linted(self, run: _Run) -> Linted:
        """Return all diagnostics of a run, and those that are reported."""
        use = BaselineUse(file=self._request.baseline.file)
        return Linted(
            diagnostics=sort_diagnostics(one for one, _ in run.found),
            wanted=sort_diagnostics(self.compared(run, use).new),
        )


def _fixed(linter: _Linter, run: _Run, use: FixUse) -> FixReport:
    return fix(
        linter.linted(run),
        lambda overrides: linter.linted(linter.run(overrides)),
        FixablePages(run.pages, linter.tree),
        use,
    )


def _without_other_files(
    selections: Sequence[Selection], tree: Tree
) -> tuple[Selection, ...]:
    """Omit files outside of the configured sources: a hook passes every staged markdown file."""
    found = []
    for one in selections:
        missing = [
            path
            for path in one.target.source
            if path != "-" and not _exists(os.path.abspath(path), tree)
        ]
        if one.is_configured:
            found.append(one)
        elif missing:
            target = replace(one.target, source=tuple(missing))
            found.append(replace(one, target=target))
    return tuple(found)


def _exists(location: str, tree: Tree) -> bool:
    return tree.overrides.get(location) is not None or os.path.lexists(location)


def _tree(config: Config, paths: Sequence[str], *, is_staged: bool) -> Tree:
    if not is_staged:
        return DISK
    from docgen.commands.staged import staged_page_tree

    return staged_page_tree(config, paths)


def _matches(one: Diagnostic, names: frozenset[str]) -> bool:
    return one.code in names or one.severity in names
