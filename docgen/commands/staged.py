"""`--staged`: what git's index holds counts, not what the working tree does."""

import os
import shlex
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from docgen.commands.errors import UsageError
from docgen.commands.whole import whole
from docgen.commands.written import Run, shown_below
from docgen.config import Config
from docgen.edits.decision import EditPolicy
from docgen.output.paths import MANIFEST
from docgen.overlay import Overlay
from docgen.staged import GitError, Index, index_over, not_staged


def staged_pages(config: Config, paths: Iterable[str]) -> Overlay:
    """Give what the index holds of sources and named pages, where the disk holds another thing."""
    named = (path for path in paths if path != "-")
    with _git():
        return index_over([*_sources(config), *named]).pages


def staged(
    config: Config,
    workers: int | None,
    *,
    checks: bool,
    is_cached: bool,
    terms: EditPolicy,
) -> tuple[Sequence[Run], str]:
    """Generate from the pages of the index; give what to do so that its output is in line too.

    With `checks` the output of the index is looked at and nothing is written.
    """
    run = partial(whole, config, workers, is_cached=is_cached, terms=terms)
    index = _whole_index(config)
    if checks:
        runs = run(checks=True, overlay=index.all)
        return runs, _CHECKED.format(add=_add(config)) if _differ(runs) else ""
    runs = run(checks=False, overlay=index.pages)
    changed = {*_changed(runs)}
    is_left = bool(changed) and not changed.isdisjoint(_not_staged(config))
    if not is_left:
        after = _whole_index(config) if changed else index
        is_left = _is_other(after, index) and _differ(
            run(checks=True, overlay=after.all)
        )
    return runs, _WRITTEN.format(add=_add(config)) if is_left else ""


def _changed(runs: Iterable[Run]) -> Iterator[str]:
    """Give the locations of the files that were written or removed."""
    for run in runs:
        if run.written:
            output = os.path.abspath(run.written.output)
            plan = run.written.plan
            paths = [one.path for one in plan.changes]
            paths += [MANIFEST] if plan.changes_manifest else []
            yield from (os.path.join(output, *path.split("/")) for path in paths)


_CHECKED = "the index is not in line; to mend it: docgen generate --staged; {add}"
_WRITTEN = "the index is not yet in line; to mend it: {add}"


def _not_staged(config: Config) -> frozenset[str]:
    with _git():
        return not_staged(_outputs(config))


def _is_other(index: Index, before: Index) -> bool:
    """Tell whether its output need not be the one that was just brought in line."""
    return bool(index.outputs) or index.pages != before.pages


def _differ(runs: Iterable[Run]) -> bool:
    return any(run.written and run.written.differs for run in runs)


def _whole_index(config: Config) -> Index:
    with _git():
        return index_over(_sources(config), _outputs(config))


def _sources(config: Config) -> list[str]:
    return [source for target in config.targets for source in target.source]


def _outputs(config: Config) -> list[str]:
    return [target.output for target in config.targets]


@contextmanager
def _git() -> Iterator[None]:
    """Ask git; that there is none, or no repository, is misuse."""
    try:
        yield
    except GitError as error:
        raise UsageError(str(error)) from None


def _add(config: Config) -> str:
    outputs = dict.fromkeys(
        shown_below(one.output)(os.curdir) for one in config.targets
    )
    return shlex.join(["git", "add", *outputs])
