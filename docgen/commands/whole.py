"""`docgen generate` for all pages: what did not change is neither read nor made again."""

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, closing, nullcontext
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from docgen.cli.progress import told_on_terminal
from docgen.commands.cached import folder_of_cache
from docgen.commands.outcome import told
from docgen.commands.source import refuse_empty, refuse_missing_source
from docgen.commands.written import Run, Written, told_of
from docgen.config import Config, Target
from docgen.edits.decision import MERGE_EDITS, EditPolicy
from docgen.overlay import NOTHING_ELSE, Overlay
from docgen.pages.page_set import set_of
from docgen.rebuild.cache import Cache
from docgen.rebuild.hands import Hands
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
    terms: EditPolicy = MERGE_EDITS,
) -> Sequence[Run]:
    """Bring the output of every target in line, or tell what that would take.

    Every target is looked at before anything is written. `terms` are those on which what people
    wrote is met.
    """
    folder = folder_of_cache(is_cached=is_cached)
    known = [(target, Cache(folder, target)) for target in config.targets]
    has_more = bool(overlay) or terms != MERGE_EDITS
    before = [_before(target, cache, has_more=has_more) for target, cache in known]
    with nullcontext(Hands()) if all(before) else _hands(known, workers) as hands:
        begun = [
            built or _begun(target, cache, overlay, terms)
            for (target, cache), built in zip(known, before, strict=True)
        ]
        return [
            _run(target, one, config, hands, checks=checks)
            for target, one in zip(config.targets, begun, strict=True)
        ]


def _before(target: Target, cache: Cache, *, has_more: bool) -> Built | None:
    """Find that nothing is to be done; a run that `has_more` to do than every run looks itself."""
    refuse_missing_source(target)
    return None if has_more else built_before(target, cache)


def _hands(
    known: Sequence[tuple[Target, Cache]], workers: int | None
) -> AbstractContextManager[Hands]:
    from docgen.rebuild.ready import hands_for

    is_again = any(cache.has_memory for _, cache in known)
    targets = [target for target, _ in known]
    return closing(hands_for(targets, workers, is_again=is_again))


def _begun(target: Target, known: Cache, overlay: Overlay, terms: EditPolicy) -> "Site":
    """Find what there is to begin with."""
    from docgen.rebuild.rebuild import site

    found = site(target, known, overlay, terms)
    refuse_empty(target, len(found.now.pages))
    return found


def _run(
    target: Target,
    begun: _Begun,
    config: Config,
    hands: Hands,
    *,
    checks: bool,
) -> Run:
    built = _built(begun, hands, checks=checks)
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


def _built(begun: _Begun, hands: Hands, *, checks: bool) -> Built:
    if isinstance(begun, Built):
        return begun
    from docgen.rebuild.rebuild import rebuild

    return rebuild(begun, told_on_terminal, hands, checks=checks)


def _lines(told: Iterable[Told], shown: Callable[[str], str]) -> SourceLine:
    """Give the lines that are told of by the paths that they are told with."""
    known = {(one.diagnostic.path, one.diagnostic.span.line): one.line for one in told}
    paths = {shown(path): path for path, _ in known}
    return lambda path, number: known.get((paths.get(path, ""), number))
