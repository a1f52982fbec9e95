"""Which page set a page belongs to.

A page inside a configured source is understood against that whole source; pages outside of every
source are a page set of their own.
"""

import os
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from docgen.cli.progress import told_on_terminal
from docgen.config import Config, Target
from docgen.diagnostics import Checked, Diagnostic, heeded
from docgen.overlay import NOTHING_ELSE, Overlay
from docgen.pages.page_set import PageSet, is_within, named_paths
from docgen.pages.read import named_twice, read
from docgen.pipeline import pages_of, schema_of
from docgen.schema.model import Schema


class Reading(Struct, frozen=True, kw_only=True):
    """A page set as it was read, and what of it a command is about.

    `named` are the paths in the set that the user named, files and folders; "." is all of it.
    """

    target: Target
    page_set: PageSet
    diagnostics: tuple[Diagnostic, ...]
    named: tuple[str, ...]
    is_whole: bool

    def is_named(self, path: str) -> bool:
        """Tell whether the user named a page."""
        return is_within(path, self.named)

    def schema(self) -> Checked[Schema]:
        """Go from the pages to their schema."""
        pages = told_on_terminal(self.page_set.pages, "reading pages")
        base = self.target.entity_base
        return schema_of(pages, base, is_whole=self.is_whole)

    def told(
        self,
        schema: Checked[Schema],
        about_names: Iterable[Diagnostic] = (),
        *,
        is_all: bool = False,
    ) -> tuple[Diagnostic, ...]:
        """Give what there is to tell of the named pages, but for what they suppress.

        `is_all` says that every stage up to the names of Python was gone through: only then, and
        with a whole page set, is it known what is suppressed for nothing.
        """
        found = (*self.diagnostics, *schema.diagnostics, *about_names)
        tells_unused = is_all and self.is_whole
        left = heeded(found, schema.suppressions, tells_unused=tells_unused)
        return tuple(one for one in left if self.is_named(one.path))


def readings(
    config: Config, paths: Sequence[str], overlay: Overlay = NOTHING_ELSE
) -> tuple[Reading, ...]:
    """Read the page sets that `paths` lie in; no path means all that is configured."""
    targets = _different(config.targets)
    if not paths:
        return tuple(reading_of(target, (), overlay) for target in targets)
    found = []
    left = [*paths]
    for target in targets:
        inside = [path for path in left if lies_in(path, target)]
        reading = reading_of(target, inside, overlay) if inside else None
        held = [path for path in inside if reading and holds(reading, path)]
        if reading and held:
            found.append(reading)
            left = [path for path in left if path not in held]
    return (*found, *([own_reading(config, left, overlay)] if left else []))


def _different(targets: Sequence[Target]) -> list[Target]:
    """Give one target for each page set: several may be made from the same."""
    return [*{(t.source, t.entity_base): t for t in reversed(targets)}.values()][::-1]


def lies_in(path: str, target: Target) -> bool:
    """Tell whether a path lies in a source of a target, be it there or not."""
    location = os.path.join(os.path.realpath(path), "")
    sources = (os.path.join(os.path.realpath(one), "") for one in target.source)
    return path != "-" and any(location.startswith(source) for source in sources)


def reading_of(
    target: Target, paths: Sequence[str], overlay: Overlay = NOTHING_ELSE
) -> Reading:
    """Read the pages of a target; `paths` are the ones that the user named."""
    checked = pages_of(target, overlay)
    named = named_paths(checked.value, paths)
    twice = (named_twice(path) for path, count in Counter(named).items() if count > 1)
    return Reading(
        target=target,
        page_set=checked.value,
        diagnostics=(*checked.diagnostics, *twice),
        named=named or (".",),
        is_whole=True,
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


def own_reading(
    config: Config, paths: Sequence[str], overlay: Overlay = NOTHING_ELSE
) -> Reading:
    """Read the pages at `paths` and nothing else."""
    checked = read(paths, overlay=overlay)
    return Reading(
        target=config.targets[0] if config.targets else Target(),
        page_set=checked.value,
        diagnostics=checked.diagnostics,
        named=(".",),
        is_whole=any(map(os.path.isdir, paths)),
    )
