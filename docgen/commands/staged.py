"""`--staged`: read what is staged in git's index instead of the working tree."""

import os
import shlex
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from typing import TypeAlias

from docgen.commands.errors import UsageError
from docgen.commands.written import Run, shown_below
from docgen.config import Config
from docgen.output.paths import MANIFEST
from docgen.pages.git import GitError
from docgen.pages.index import (
    StagedContent,
    staged_content,
    unstaged_locations,
)
from docgen.pages.tree import Tree

GenerateFromTree: TypeAlias = Callable[[Tree, bool], Sequence[Run]]
"""Generate all targets from a tree; `True` only checks."""

_BUILDING = "docgen.pipeline"
"""The module that builds a target; it is imported while git runs."""

_FEW = 100
"""Up to so many files are named to git; of more, their output folders are."""

_STALE = "staged output is out of date; to fix: docgen generate --staged; {add}"
_UNSTAGED = "output is not staged; to fix: {add}"


def staged_page_tree(config: Config, paths: Iterable[str]) -> Tree:
    """Return the tree in which pages of sources, and named pages, have their staged content."""
    named = (path for path in paths if path != "-")
    with _git_errors_as_usage_errors():
        return staged_content([*_sources(config), *named]).page_tree


def generate_staged(
    config: Config, generate: GenerateFromTree, *, check: bool
) -> tuple[Sequence[Run], str]:
    """Generate from staged pages; return the runs, and advice if the output is not staged.

    With `check` the staged output is compared, and nothing is written.
    """
    staged = _staged(config, partial(import_module, _BUILDING))
    if check:
        runs = generate(staged.tree, True)
        is_stale = _is_stale(runs)
        if staged.outputs and not is_stale:
            on_disk = generate(staged.page_tree, True)
            current = (run for run in on_disk if not run.is_stale)
            is_stale = _is_staged_in_part(current, staged)
        return runs, _STALE.format(add=_add(config)) if is_stale else ""
    runs = generate(staged.page_tree, False)
    changed = {*_changed_locations(runs)}
    is_unstaged = bool(changed) and not changed.isdisjoint(_unstaged(config, changed))
    if not is_unstaged:
        after = _staged(config) if changed else staged
        may_differ = bool(after.outputs) or after.pages != staged.pages
        is_unstaged = may_differ and (
            _is_staged_in_part(runs, after) or _is_stale(generate(after.tree, True))
        )
    return runs, _UNSTAGED.format(add=_add(config)) if is_unstaged else ""


def _staged(
    config: Config, meanwhile: Callable[[], object] | None = None
) -> StagedContent:
    with _git_errors_as_usage_errors():
        return staged_content(_sources(config), _outputs(config), meanwhile)


def _unstaged(config: Config, changed: Collection[str]) -> frozenset[str]:
    """Return the locations of output at which index and working tree differ.

    Those of files that are not `changed` may be missing.
    """
    few = sorted(changed) if len(changed) <= _FEW else None
    with _git_errors_as_usage_errors():
        return unstaged_locations(few or _outputs(config))


@contextmanager
def _git_errors_as_usage_errors() -> Iterator[None]:
    try:
        yield
    except GitError as error:
        raise UsageError(str(error)) from None


def _changed_locations(runs: Iterable[Run]) -> Iterator[str]:
    """Yield the locations of the files that were written or removed."""
    for run in runs:
        if run.written:
            output = os.path.abspath(run.written.output)
            plan = run.written.plan
            paths = [one.path for one in plan.changes]
            paths += [MANIFEST] if plan.changes_manifest else []
            yield from (os.path.join(output, *path.split("/")) for path in paths)


def _is_stale(runs: Iterable[Run]) -> bool:
    return any(run.is_stale for run in runs)


def _is_staged_in_part(runs: Iterable[Run], staged: StagedContent) -> bool:
    """Return whether output that is up to date on the disk is not staged."""
    from docgen.commands.unstaged import unstaged_output

    return any(any(unstaged_output(run, staged.outputs)) for run in runs)


def _sources(config: Config) -> list[str]:
    return [source for target in config.targets for source in target.source]


def _outputs(config: Config) -> list[str]:
    return [target.output for target in config.targets]


def _add(config: Config) -> str:
    outputs = dict.fromkeys(
        shown_below(one.output)(os.curdir) for one in config.targets
    )
    return shlex.join(["git", "add", *outputs])
