"""`--staged`: what git's index holds counts, not what the working tree does."""

import os
import shlex
from collections.abc import Iterable, Sequence
from functools import partial

from click import UsageError

from docgen.cli.whole import whole
from docgen.cli.written import Run, shown_below
from docgen.config import Config
from docgen.output.values import Terms
from docgen.overlay import Overlay
from docgen.staged import GitError, index_over


def staged_pages(config: Config, paths: Iterable[str]) -> Overlay:
    """Give what the index holds of sources and named pages, where the disk holds another thing."""
    return _index([*_sources(config), *(path for path in paths if path != "-")])


def staged(
    config: Config,
    workers: int | None,
    *,
    checks: bool,
    is_cached: bool,
    terms: Terms,
) -> tuple[Sequence[Run], str]:
    """Generate from the pages of the index; give what to do so that its output is in line too.

    With `checks` the output of the index is looked at and nothing is written.
    """
    run = partial(whole, config, workers, is_cached=is_cached, terms=terms)
    if checks:
        runs = run(checks=True, overlay=_whole_index(config))
        return runs, _CHECKED.format(add=_add(config)) if _differ(runs) else ""
    pages = _index(_sources(config))
    runs = run(checks=False, overlay=pages)
    after = _whole_index(config)
    is_same = after == pages  # then the output of the index is the one that was written
    again = () if is_same else run(checks=True, overlay=after)
    return runs, _WRITTEN.format(add=_add(config)) if _differ(again) else ""


_CHECKED = "the index is not in line; to mend it: docgen generate --staged; {add}"
_WRITTEN = "the index is not yet in line; to mend it: {add}"


def _differ(runs: Iterable[Run]) -> bool:
    return any(run.written and run.written.differs for run in runs)


def _whole_index(config: Config) -> Overlay:
    return _index(_sources(config), [target.output for target in config.targets])


def _sources(config: Config) -> list[str]:
    return [source for target in config.targets for source in target.source]


def _index(pages: Sequence[str], outputs: Sequence[str] = ()) -> Overlay:
    try:
        return index_over(pages, outputs)
    except GitError as error:
        raise UsageError(str(error)) from None


def _add(config: Config) -> str:
    outputs = dict.fromkeys(
        shown_below(one.output)(os.curdir) for one in config.targets
    )
    return shlex.join(["git", "add", *outputs])
