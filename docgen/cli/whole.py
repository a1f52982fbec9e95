"""`docgen generate` for all pages: what did not change is neither read nor made again."""

import os
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from docgen.cli.cached import folder_of_cache
from docgen.cli.outcome import told
from docgen.cli.progress import told_on_terminal
from docgen.cli.source import refuse_empty, refuse_missing_source
from docgen.cli.written import Run, Written, told_of
from docgen.config import Config, Target
from docgen.output.values import USUAL, Terms
from docgen.overlay import NOTHING_ELSE, Overlay
from docgen.pages.page_set import set_of
from docgen.rebuild.cache import Cache
from docgen.rebuild.result import Built
from docgen.rebuild.settled import built_before
from docgen.rebuild.told import Told
from docgen.reporters import SourceLine

if TYPE_CHECKING:
    from docgen.rebuild.rebuild import Site

_Begun: TypeAlias = "Built | Site"


def whole(
    config: Config,
    workers: int | None = None,
    *,
    checks: bool,
    is_cached: bool,
    overlay: Overlay = NOTHING_ELSE,
    terms: Terms = USUAL,
) -> Sequence[Run]:
    """Bring the output of every target in line, or tell what that would take.

    Every target is looked at before anything is written. `terms` are those on which what people
    wrote is met.
    """
    folder = folder_of_cache(is_cached=is_cached)
    begun = [
        _begun(target, Cache(folder, target), overlay, terms)
        for target in config.targets
    ]
    return [
        _run(target, one, config, workers, checks=checks)
        for target, one in zip(config.targets, begun, strict=True)
    ]


def _begun(target: Target, known: Cache, overlay: Overlay, terms: Terms) -> _Begun:
    """Find that nothing is to be done, or what there is to begin with."""
    refuse_missing_source(target)
    is_asked = overlay or terms != USUAL
    before = None if is_asked else built_before(target, known)
    if before:
        return before
    from docgen.rebuild.rebuild import site

    found = site(target, known, overlay, terms)
    refuse_empty(target, len(found.now.pages))
    return found


def _run(
    target: Target,
    begun: _Begun,
    config: Config,
    workers: int | None,
    *,
    checks: bool,
) -> Run:
    built = _built(begun, workers, checks=checks)
    shown = cache(set_of(target.source, target.folder).shown)
    written = Written(
        plan=built.plan, done=built.done, output=target.output, is_done=not checks
    )
    about_pages = (one.diagnostic for one in built.told)
    return Run(
        written=written,
        diagnostics=(
            *told(about_pages, shown, config),
            *told_of(written, config),
        ),
        pages=built.pages,
        lines=_lines(built.told, shown),
        emptied=tuple(filter(os.path.exists, map(shown, sorted(written.emptied)))),
    )


def _built(begun: _Begun, workers: int | None, *, checks: bool) -> Built:
    if isinstance(begun, Built):
        return begun
    from docgen.rebuild.rebuild import rebuild

    return rebuild(begun, told_on_terminal, workers, checks=checks)


def _lines(told: Iterable[Told], shown: Callable[[str], str]) -> SourceLine:
    """Give the lines that are told of by the paths that they are told with."""
    known = {(one.diagnostic.path, one.diagnostic.span.line): one.line for one in told}
    paths = {shown(path): path for path, _ in known}
    return lambda path, number: known.get((paths.get(path, ""), number))
