"""Select the pages of a command, and determine the page sets that they are resolved in.

A page in a configured source is resolved in the page set of that source; other pages are a
separate page set.
"""

import os
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from docgen.commands.errors import UsageError
from docgen.config import Config, ConfigError, Target
from docgen.config.reported import reported
from docgen.diagnostics import Diagnostic, Result
from docgen.pages.page_set import STANDARD_INPUT, PageSet, is_within, selected_paths
from docgen.pages.tree import DISK, Tree


class Selection(Struct, frozen=True, kw_only=True):
    """A target, and the paths in its page set that are selected: files and folders, "." for all.

    `is_whole` means that the page set is complete; `is_configured`, that it is that of configured
    sources. `diagnostics` are about the selection itself.
    """

    config: Config
    target: Target
    paths: tuple[str, ...] = (".",)
    is_whole: bool = True
    is_configured: bool = True
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def is_everything(self) -> bool:
        """Whether all pages of the set are selected."""
        return self.paths == (".",)

    def includes(self, path: str) -> bool:
        """Return whether a page of the set is selected."""
        return is_within(path, self.paths)

    def page_paths(self, tree: Tree = DISK) -> frozenset[str]:
        """Return the paths of the selected pages; no page is opened."""
        pages = (page.path for page in find_target_pages(self.target, tree).value.pages)
        stdin = (STANDARD_INPUT,) if "-" in self.target.source else ()
        return frozenset(filter(self.includes, (*pages, *stdin)))


def find_target_pages(target: Target, tree: Tree = DISK) -> Result[PageSet]:
    """Find the pages of a target without opening them."""
    from docgen.pages.read import find_pages

    return find_pages(
        target.source, tree, exclude=target.exclude, config_file=target.config_file
    )


def require_pages_or_sources(config: Config, paths: Sequence[str]) -> None:
    """Raise `UsageError` if there are neither pages nor configured sources."""
    if not paths and not config.targets:
        raise UsageError(
            "no pages given and no [tool.docgen] found; pass files or folders, or run "
            "`docgen init`"
        )


def select(
    config: Config, paths: Sequence[str], tree: Tree = DISK
) -> tuple[Selection, ...]:
    """Return the page sets that `paths` belong to; no path means all configured sources."""
    # One target for each page set: several targets may have the same source.
    distinct = {(t.source, t.entity_base): t for t in reversed(config.targets)}
    targets = [*distinct.values()][::-1]
    if not paths:
        return tuple(Selection(config=config, target=target) for target in targets)
    found, remaining = select_in(config, targets, paths, tree)
    return (*found, *([separate_selection(config, remaining)] if remaining else []))


def select_in(
    config: Config, targets: Sequence[Target], paths: Sequence[str], tree: Tree
) -> tuple[list[Selection], list[str]]:
    """Return the selections of paths in sources, and the remaining paths.

    The latter include excluded pages.
    """
    found: list[Selection] = []
    remaining = [*paths]
    for target in targets:
        inside = [path for path in remaining if is_in_source(path, target)]
        if not inside:
            continue
        pages = find_target_pages(target, tree)
        known = [page.path for page in pages.value.pages]
        known += [one.path for one in pages.diagnostics]
        selected = [path for path in inside if _has_pages(path, known, pages.value)]
        if selected:
            found.append(_selection(config, target, pages.value, selected))
            remaining = [path for path in remaining if path not in selected]
    return found, remaining


def is_in_source(path: str, target: Target) -> bool:
    """Return whether a path, existing or not, is in a source of a target."""
    location = os.path.join(os.path.realpath(path), "")
    sources = (os.path.join(os.path.realpath(one), "") for one in target.source)
    return path != "-" and any(location.startswith(source) for source in sources)


def _has_pages(path: str, known: Sequence[str], page_set: PageSet) -> bool:
    """Return whether a path is one of the `known` pages, or a folder that contains one."""
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


def separate_selection(config: Config, paths: Sequence[str]) -> Selection:
    """Return the selection of a page set that has only the pages at `paths`."""
    target = config.targets[0] if config.targets else Target()
    return Selection(
        config=config,
        target=replace(target, source=tuple(paths), exclude=(), config_file=""),
        is_whole=any(map(os.path.isdir, paths)),
        is_configured=False,
    )


def require_sources(target: Target) -> None:
    """Raise `ConfigError` if a source is missing: all its output would be stale."""
    for source in target.source:
        if not os.path.lexists(source):
            raise ConfigError(f"`source` names `{source}`, which does not exist")


def require_pages(target: Target, page_set: PageSet) -> None:
    """Raise `ConfigError` if no page can be read: all output would be removed."""
    if not page_set.pages:
        sources = ", ".join(f"`{source}`" for source in target.source)
        raise ConfigError(
            f"there is no readable page in {sources}; nothing was written or removed"
        )
