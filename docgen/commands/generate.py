"""`docgen generate`: update the output folders from their sources."""

import os
from collections.abc import Sequence
from contextlib import ExitStack
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from docgen.build.lowered import UnusableCacheError
from docgen.build.memo import Memo
from docgen.build.up_to_date import FinishedRun, finished_run
from docgen.commands.errors import NOT_CONFIGURED, UsageError
from docgen.commands.options import Options, open_memo
from docgen.commands.report import Report, shown_diagnostics, source_lines
from docgen.commands.selection import Selection, require_pages, require_sources
from docgen.commands.written import Run, output_diagnostics, removed_pages, summary_of
from docgen.config import Config, Target
from docgen.config.reported import reported
from docgen.diagnostics import Diagnostic, Severity, sort_diagnostics
from docgen.edits.decision import MERGE_EDITS, EditPolicy
from docgen.output.plan import Applied, Plan, WriteScope, Written
from docgen.pages.page_set import empty_page_set
from docgen.pages.tree import DISK, Tree, tree_of_run
from docgen.reporters import summary

if TYPE_CHECKING:
    from docgen.build.output_state import LastStates
    from docgen.commands.page_texts import PageTexts
    from docgen.fixes.fix import Fix, FixOf
    from docgen.pipeline import Build


_SHOW_STAGED = "show what is wrong on pages: docgen lint --staged"


class Request(Struct, frozen=True, kw_only=True):
    """The options of `docgen generate`.

    With `check` nothing is written, and it fails if anything would be, unless it `allows_changes`.
    `shows_diff` adds the changes as a unified diff. `is_staged` reads pages from git's index.
    `policy` is that for edited files. Without `reports_pages`, diagnostics about pages are counted
    only: another command reports them. With `needs_plan` the files are compared even if nothing has
    changed since the last run.
    """

    check: bool = False
    allows_changes: bool = False
    reports_pages: bool = True
    shows_diff: bool = False
    is_staged: bool = False
    needs_plan: bool = False
    policy: EditPolicy = MERGE_EDITS
    options: Options = Options()

    def with_check(self, check: bool) -> "Request":
        """Return the request with another `check`."""
        return replace(self, check=check)


def generate(config: Config, paths: Sequence[str], request: Request) -> Report:
    """Update the output of all targets; `paths` restrict which files are written."""
    if not config.targets:
        raise UsageError(NOT_CONFIGURED)
    if request.is_staged:
        from docgen.commands.staged import generate_staged

        def run(tree: Tree, check: bool) -> tuple[Run, ...]:
            return generate_all(config, request.with_check(check), tree)

        runs, advice = generate_staged(config, run, check=request.check)
        return _report(runs, request, advice)
    if paths:
        return _report(_generate_selected(config, paths, request), request)
    return _report(generate_all(config, request), request)


def generate_all(
    config: Config, request: Request, tree: Tree = DISK
) -> tuple[Run, ...]:
    """Update the output of every target; all are built before one is written."""
    for target in config.targets:
        require_sources(target)
    selections = [Selection(config=config, target=one) for one in config.targets]
    return _generate(config, selections, request, tree)


def _generate_selected(
    config: Config, paths: Sequence[str], request: Request
) -> tuple[Run, ...]:
    """Update what is generated from the pages at `paths`; nothing is removed."""
    from docgen.commands.selection import is_in_source, select_in

    selections: list[Selection] = []
    unknown = [*paths]
    for target in config.targets:  # a page can be in the source of several
        if any(is_in_source(path, target) for path in paths):
            require_sources(target)
            found, missing = select_in(config, [target], paths, DISK)
            selections += found
            unknown = [path for path in unknown if path in missing]
    problems = _missing_paths(config, unknown)
    runs = _generate(config, selections, request, DISK)
    return (Run(diagnostics=problems), *runs)


def _missing_paths(config: Config, paths: Sequence[str]) -> tuple[Diagnostic, ...]:
    """Report paths that do not exist; raise `UsageError` for one that is in no source."""
    from docgen.pages.read import read

    existing = [path for path in paths if path == "-" or os.path.lexists(path)]
    if existing:
        raise UsageError(f"`{existing[0]}` is not a page of a configured source")
    if not paths:
        return ()
    found = read(paths)
    shown = found.value.shown
    return shown_diagnostics(reported(found.diagnostics, config, shown), shown)


def _generate(
    config: Config, selections: Sequence[Selection], request: Request, tree: Tree
) -> tuple[Run, ...]:
    """Build all targets, then write all; repeat it without the cache if that cannot be used."""
    memos = [open_memo(one.target, request.options) for one in selections]
    tree = tree_of_run(tree)
    try:
        with ExitStack() as stack:
            built = [
                _finished_run(selection, memo, request, tree)
                or _build(selection, memo, tree, stack)
                for selection, memo in zip(selections, memos, strict=True)
            ]
            return tuple(
                (
                    _repeated_run(selection.target, one, config, request)
                    if isinstance(one, FinishedRun)
                    else _write(selection, one, config, memo, request, tree)
                )
                for selection, memo, one in zip(selections, memos, built, strict=True)
            )
    except UnusableCacheError:
        options = replace(request.options, is_cached=False)
        return _generate(config, selections, replace(request, options=options), tree)


def _finished_run(
    selection: Selection, memo: Memo, request: Request, tree: Tree
) -> FinishedRun | None:
    """Return the last run, if nothing has changed since."""
    has_defaults = request.policy == MERGE_EDITS and not tree.overrides
    if request.needs_plan or not has_defaults or not selection.is_everything:
        return None
    return finished_run(
        selection.target, selection.config, memo.toolchain.status, memo.store, tree
    )


def _repeated_run(
    target: Target, last: FinishedRun, config: Config, request: Request
) -> Run:
    """Return a run that reports what the last one reported."""
    page_set = empty_page_set(target.source, target.folder)
    written = Written(
        plan=Plan(unchanged=last.unchanged, diagnostics=last.about_output),
        applied=Applied(),
        output=target.output,
        is_check=request.check,
    )
    about_output = output_diagnostics(written, config)
    return Run(
        written=written,
        diagnostics=(
            *shown_diagnostics(last.about_pages, cache(page_set.shown)),
            *about_output,
        ),
        about_output=about_output,
        pages=last.pages,
    )


class _Built(Struct, frozen=True):
    """What was built, and the states of the output folder, which are compared at the same time."""

    build: "Build"
    last: "LastStates"


def _build(selection: Selection, memo: Memo, tree: Tree, stack: ExitStack) -> _Built:
    from docgen.build.output_state import compared_by, last_states
    from docgen.commands.generate_worker import generate_worker

    last = last_states(selection.target.output, memo.store)
    worker = generate_worker(selection.target, memo, last)
    memo.standby = stack.enter_context(worker)
    # The worker starts first: what both processes have is copied when it changes.
    from docgen.pipeline import build

    only = None if selection.is_everything else selection.page_paths(tree)
    result = build(
        selection.target,
        tree,
        memo,
        only=only,
        restores=True,
        config=selection.config,
    )
    require_pages(selection.target, result.pages)
    return _Built(result, compared_by(memo.standby, last))


def _write(
    selection: Selection,
    built: _Built,
    config: Config,
    memo: Memo,
    request: Request,
    tree: Tree,
) -> Run:
    from docgen.build.up_to_date import remember_finished_run
    from docgen.pipeline import write

    target, is_everything = selection.target, selection.is_everything
    build = built.build
    paths = (page.path for page in build.pages.pages)
    scope = WriteScope(
        pages=None if is_everything else frozenset(filter(selection.includes, paths)),
        removes=is_everything,
        policy=request.policy,
    )
    written = write(
        build, target.output, scope, tree, memo, check=request.check, last=built.last
    )
    has_defaults = request.policy == MERGE_EDITS and not tree.overrides
    is_complete = not build.unreadable and not written.applied.diagnostics
    if is_everything and has_defaults and is_complete:
        remember_finished_run(
            target,
            config,
            memo.toolchain.status,
            memo.store,
            pages=build.pages,
            plan=written.plan,
            about_pages=build.diagnostics,
        )
    shown = cache(build.pages.shown)
    about_pages = [
        one
        for one in build.diagnostics
        if is_everything or selection.includes(one.path)
    ]
    about_output = output_diagnostics(written, config)
    return Run(
        written=written,
        diagnostics=(
            *shown_diagnostics((*selection.diagnostics, *about_pages), shown),
            *about_output,
        ),
        about_output=about_output,
        pages=len(build.pages.pages),
        emptied=tuple(
            filter(os.path.exists, map(shown, sorted(removed_pages(written.plan))))
        ),
        kept=(build, memo),
    )


def _fixes() -> "FixOf":
    """Return a function that returns the fix of a diagnostic; only some formats need it."""

    @cache
    def texts() -> "PageTexts":
        from docgen.commands.page_texts import PageTexts

        return PageTexts(DISK, ())

    def fix_of(one: Diagnostic) -> "Fix | None":
        return texts().fix(one)

    return fix_of


def _report(runs: Sequence[Run], request: Request, advice: str = "") -> Report:
    diagnostics = sort_diagnostics(one for run in runs for one in run.diagnostics)
    about_output = {one for run in runs for one in run.about_output}
    counted_only = [
        one
        for one in diagnostics
        if not request.reports_pages and one not in about_output
    ]
    pages = sum(run.pages for run in runs)
    written = [run.written for run in runs if run.written]
    last = f"{summary_of(written)} ({summary(pages, diagnostics)})"
    if any(one.severity is not Severity.NOTE for one in counted_only):
        last += f"\n{_SHOW_STAGED}"
    # With --staged, hand-written code need not be staged, nor its signatures in stubs.
    is_stale = request.check and any(
        run.is_stale if request.is_staged else run.changes_files for run in runs
    )
    return Report(
        diff="".join(run.diff for run in runs) if request.shows_diff else "",
        diagnostics=diagnostics,
        counted_only=frozenset(counted_only),
        pages=pages,
        lines=source_lines(),
        fixes=_fixes(),
        summary=f"{last}\n{advice}" if advice else last,
        differs=(bool(advice) or is_stale) and not request.allows_changes,
        emptied=tuple(page for run in runs for page in run.emptied),
        kept=tuple(runs),
    )
