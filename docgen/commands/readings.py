"""Which page set a page belongs to.

A page inside a configured source is understood against that whole source; pages outside of every
source are a page set of their own.
"""

import os
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from docgen.cli.progress import told_on_terminal
from docgen.commands.cached import folder_of_cache
from docgen.config import Config, Target
from docgen.diagnostics import Diagnostic, Result, apply_suppressions
from docgen.overlay import NOTHING_ELSE, Overlay
from docgen.pages.page_set import PageSet, is_within, named_paths
from docgen.pages.read import named_twice, read
from docgen.pipeline import pages_of
from docgen.rebuild.cache import SourcesCache
from docgen.rebuild.hands import Hands
from docgen.rebuild.work import Work
from docgen.schema.model import Schema


class Way(Struct, frozen=True, kw_only=True):
    """How pages are gone through: what counts instead of the disk, and whether the cache helps.

    `workers` is the number of processes; what pays where it is `None`.
    """

    overlay: Overlay = NOTHING_ELSE
    is_cached: bool = True
    workers: int | None = None


USUAL = Way()
"""The disk counts, and the cache helps."""


class Reading(Struct, frozen=True, kw_only=True):
    """A page set as it was read, and what of it a command is about.

    `named` are the paths in the set that the user named, files and folders; "." is all of it.
    """

    work: Work
    diagnostics: tuple[Diagnostic, ...]
    named: tuple[str, ...]

    @property
    def target(self) -> Target:
        """The target that the pages are understood as a source of."""
        return self.work.target

    @property
    def page_set(self) -> PageSet:
        """All pages of the set."""
        return self.work.page_set

    def is_named(self, path: str) -> bool:
        """Tell whether the user named a page."""
        return is_within(path, self.named)

    def schema(self) -> Result[Schema]:
        """Go from the pages to their schema."""
        from docgen.rebuild.resolved import resolved

        return resolved(self.work)

    def told(
        self,
        schema: Result[Schema],
        about_names: Iterable[Diagnostic] = (),
        *,
        is_all: bool = False,
    ) -> tuple[Diagnostic, ...]:
        """Give what there is to tell of the named pages, but for what they suppress.

        `is_all` says that every stage up to the names of Python was gone through: only then, and
        with a whole page set, is it known what is suppressed for nothing.
        """
        found = (*self.diagnostics, *schema.diagnostics, *about_names)
        report_unused = is_all and self.work.is_whole
        left = apply_suppressions(
            found, schema.suppressions, report_unused=report_unused
        )
        return tuple(one for one in left if self.is_named(one.path))


def readings(
    config: Config, paths: Sequence[str], way: Way = USUAL
) -> tuple[Reading, ...]:
    """Read the page sets that `paths` lie in; no path means all that is configured."""
    targets = _different(config.targets)
    if not paths:
        return tuple(reading_of(target, (), way) for target in targets)
    found = []
    left = [*paths]
    for target in targets:
        inside = [path for path in left if lies_in(path, target)]
        reading = reading_of(target, inside, way) if inside else None
        held = [path for path in inside if reading and holds(reading, path)]
        if reading and held:
            found.append(reading)
            left = [path for path in left if path not in held]
    return (*found, *([own_reading(config, left, way)] if left else []))


def _different(targets: Sequence[Target]) -> list[Target]:
    """Give one target for each page set: several may be made from the same."""
    return [*{(t.source, t.entity_base): t for t in reversed(targets)}.values()][::-1]


def lies_in(path: str, target: Target) -> bool:
    """Tell whether a path lies in a source of a target, be it there or not."""
    location = os.path.join(os.path.realpath(path), "")
    sources = (os.path.join(os.path.realpath(one), "") for one in target.source)
    return path != "-" and any(location.startswith(source) for source in sources)


def reading_of(target: Target, paths: Sequence[str], way: Way = USUAL) -> Reading:
    """Read the pages of a target; `paths` are the ones that the user named."""
    checked = pages_of(target, way.overlay)
    named = named_paths(checked.value, paths)
    twice = (named_twice(path) for path, count in Counter(named).items() if count > 1)
    return Reading(
        work=_work(target, checked.value, target.source, way, is_whole=True),
        diagnostics=(*checked.diagnostics, *twice),
        named=named or (".",),
    )


def _work(
    target: Target,
    page_set: PageSet,
    sources: Sequence[str],
    way: Way,
    *,
    is_whole: bool,
) -> Work:
    """Get ready; of some pages nothing is remembered, for other ones are asked for next."""
    above = folder_of_cache(is_cached=way.is_cached and is_whole)
    return Work(
        target=target,
        page_set=page_set,
        is_whole=is_whole,
        cache=SourcesCache(above, sources, target.entity_base),
        progress=told_on_terminal,
        hands=Hands(asked=way.workers),
    )


def holds(reading: Reading, path: str) -> bool:
    """Tell whether a page set has anything at a path: a page may be left out of it."""
    named = named_paths(reading.page_set, [path])
    return any(
        is_within(path, named)
        for path in (
            *(page.path for page in reading.page_set.pages),
            *(one.path for one in reading.diagnostics),
        )
    )


def own_reading(config: Config, paths: Sequence[str], way: Way = USUAL) -> Reading:
    """Read the pages at `paths` and nothing else."""
    checked = read(paths, overlay=way.overlay)
    target = config.targets[0] if config.targets else Target()
    is_whole = any(map(os.path.isdir, paths))
    return Reading(
        work=_work(target, checked.value, paths, way, is_whole=is_whole),
        diagnostics=checked.diagnostics,
        named=(".",),
    )
