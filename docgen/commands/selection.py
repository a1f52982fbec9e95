"""Which pages a command is about, and the page set that they are resolved against.

A page inside a configured source is resolved against that whole source; other pages form a page
set of their own.
"""

import os
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from docgen.config import Config, ConfigError, Target
from docgen.config.reported import reported
from docgen.diagnostics import Diagnostic
from docgen.pages.page_set import PageSet, is_within, selected_paths
from docgen.pages.tree import DISK, Tree


class Selection(Struct, frozen=True, kw_only=True):
    """A target, and the paths in its page set that are selected: files and folders, "." for all.

    `is_whole` means that the page set is complete. `diagnostics` are about the selection itself.
    """

    config: Config
    target: Target
    paths: tuple[str, ...] = (".",)
    is_whole: bool = True
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def is_everything(self) -> bool:
        """Whether all pages of the set are selected."""
        return self.paths == (".",)

    def includes(self, path: str) -> bool:
        """Return whether a page of the set is selected."""
        return is_within(path, self.paths)


def select(
    config: Config, paths: Sequence[str], tree: Tree = DISK
) -> tuple[Selection, ...]:
    """Return the page sets that `paths` belong to; no path means all configured sources."""
    targets = _distinct(config.targets)
    if not paths:
        return tuple(Selection(config=config, target=target) for target in targets)
    found, left = select_in(config, targets, paths, tree)
    return (*found, *([own_selection(config, left)] if left else []))


def _distinct(targets: Sequence[Target]) -> list[Target]:
    """Return one target for each page set: several may have the same source."""
    return [*{(t.source, t.entity_base): t for t in reversed(targets)}.values()][::-1]


def select_in(
    config: Config, targets: Sequence[Target], paths: Sequence[str], tree: Tree
) -> tuple[list[Selection], list[str]]:
    """Return the selections of paths inside sources, and the paths that are in no page set.

    A page that a pattern excludes is in no page set.
    """
    from docgen.pages.read import find_pages

    found: list[Selection] = []
    left = [*paths]
    for target in targets:
        inside = [path for path in left if is_in_source(path, target)]
        if not inside:
            continue
        pages = find_pages(
            target.source, tree, exclude=target.exclude, project=target.folder
        )
        known = [page.path for page in pages.value.pages]
        known += [one.path for one in pages.diagnostics]
        held = [path for path in inside if _has(pages.value, known, path)]
        if held:
            found.append(_selection(config, target, pages.value, held))
            left = [path for path in left if path not in held]
    return found, left


def is_in_source(path: str, target: Target) -> bool:
    """Return whether a path, existing or not, is in a source of a target."""
    location = os.path.join(os.path.realpath(path), "")
    sources = (os.path.join(os.path.realpath(one), "") for one in target.source)
    return path != "-" and any(location.startswith(source) for source in sources)


def _has(page_set: PageSet, known: Sequence[str], path: str) -> bool:
    selected = selected_paths(page_set, [path])
    return any(is_within(one, selected) for one in known)


def _selection(
    config: Config, target: Target, page_set: PageSet, paths: Sequence[str]
) -> Selection:
    from docgen.pages.read import duplicate_page

    selected = selected_paths(page_set, paths)
    duplicates = (
        duplicate_page(one)
        for one in dict.fromkeys(selected)
        if selected.count(one) > 1
    )
    return Selection(
        config=config,
        target=target,
        paths=selected,
        diagnostics=reported(duplicates, config, page_set.shown),
    )


def own_selection(config: Config, paths: Sequence[str]) -> Selection:
    """Return the page set that consists of the pages at `paths` alone."""
    target = config.targets[0] if config.targets else Target()
    return Selection(
        config=config,
        target=replace(target, source=tuple(paths), exclude=(), folder=""),
        is_whole=any(map(os.path.isdir, paths)),
    )


def require_sources(target: Target) -> None:
    """Raise `ConfigError` where a source is missing: all its output would be stale."""
    for source in target.source:
        if not os.path.lexists(source):
            raise ConfigError(f"`source` names `{source}`, which does not exist")


def require_pages(target: Target, page_set: PageSet) -> None:
    """Raise `ConfigError` where no page can be read: all output would be removed."""
    if not page_set.pages:
        sources = ", ".join(f"`{source}`" for source in target.source)
        raise ConfigError(
            f"there is no readable page in {sources}; nothing was written or removed"
        )
