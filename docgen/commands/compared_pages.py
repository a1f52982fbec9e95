"""The two versions that `docgen diff` compares, from its arguments.

    arguments = nothing              HEAD and the working tree
              | range                two revisions: A..B, or from their merge base: A...B
              | OLD                  a revision and the working tree
              | OLD NEW              each a path or a revision; an existing path wins

A revision without a path means the configured sources, or the path of the other argument. The
configuration is that of the working tree for both.

The old revision may be older than the first page, unless its pages were in another folder.
"""

import os
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from docgen.commands.errors import UsageError
from docgen.commands.selection import (
    Selection,
    find_target_pages,
    select,
    separate_selection,
)
from docgen.config import Config, Target
from docgen.pages.git import GitError
from docgen.pages.revision import (
    NoMergeBaseError,
    RevisionPages,
    commit_named,
    commits_of_range,
    location_in_checkout,
    page_names,
    revision_pages,
    shallow_clone_hint,
    submodule_with,
)
from docgen.pages.tree import DISK, Tree


class ComparedPlace(Struct, frozen=True, kw_only=True):
    """Where one version is: at a commit, or in the working tree if there is none.

    `path` is a file or folder, empty for the configured sources. `label` is the argument.
    """

    label: str
    commit: str = ""
    path: str = ""


class ComparedPages(Struct, frozen=True, kw_only=True):
    """One version of a page set: in the working tree, or the pages of a commit."""

    selection: Selection
    place: ComparedPlace
    at_commit: RevisionPages | None = None

    def tree(self) -> Tree:
        """Return the tree with the pages of this version."""
        return self.at_commit.tree() if self.at_commit else DISK

    @property
    def note(self) -> str:
        """The sources in which the commit has no page, as a sentence; empty without any."""
        sources = self.at_commit.without_pages if self.at_commit else ()
        if not sources:
            return ""
        listed = ", ".join(f"`{one}`" for one in sources)
        message = f"`{self.place.label}` has no page in {listed}"
        if ":" in self.place.label:
            return message
        return (
            f"{message}; if the pages were in another folder, name both: "
            f"docgen diff {self.place.label}:FOLDER {sources[0]}"
        )


def compared_pages(
    config: Config, arguments: Sequence[str]
) -> list[tuple[ComparedPages, ComparedPages]]:
    """Return both versions of each page set; raise `UsageError` if there are none."""
    try:
        old, new = _places(config, arguments)
        return [
            _pair(_pages(old, before), _pages(new, after))
            for before, after in zip(
                _selections(config, old), _selections(config, new), strict=True
            )
        ]
    except GitError as error:
        raise UsageError(str(error)) from None


def _places(
    config: Config, arguments: Sequence[str]
) -> tuple[ComparedPlace, ComparedPlace]:
    match arguments:
        case []:
            old, new = _place("HEAD"), ComparedPlace(label="the working tree")
        case [one] if os.path.lexists(one):
            raise UsageError(
                f"`{one}` is a path; name two of them, or a revision and a path: "
                f"docgen diff HEAD {one}"
            )
        case [one]:
            commits = _commits(one)
            if commits:
                old, new = (
                    ComparedPlace(label=commit[:12], commit=commit)
                    for commit in commits
                )
            else:
                old = _place(one)
                new = _in_working_tree(old)
        case [one, other]:
            old, new = _place(one), _place(other)
        case _:
            raise UsageError("at most two versions can be compared")
    path = old.path or new.path
    if not path and not config.targets:
        raise UsageError(
            "no [tool.docgen] was found, so a revision needs a path: docgen diff HEAD docs, "
            "or HEAD~1:docs"
        )
    return _with_path(old, path), _with_path(new, path)


def _in_working_tree(old: ComparedPlace) -> ComparedPlace:
    if old.path and not os.path.lexists(old.path):
        raise UsageError(
            f"`{old.path}` is not in the working tree; name the folder that the pages are in: "
            f"docgen diff {old.label} FOLDER"
        )
    return ComparedPlace(label="the working tree", path=old.path)


def _with_path(place: ComparedPlace, path: str) -> ComparedPlace:
    return replace(place, path=place.path or path)


def _commits(text: str) -> tuple[str, str] | None:
    if ":" in text:
        return None
    try:
        return commits_of_range(text)
    except NoMergeBaseError:
        raise
    except GitError as error:
        raise _unknown(text, error) from None


def _place(text: str) -> ComparedPlace:
    """Return the place of an argument: an existing path, or a revision with or without a path."""
    if os.path.lexists(text):
        return ComparedPlace(label=text, path=text)
    name, colon, path = text.partition(":")
    try:
        commit = commit_named(name)
    except GitError as error:
        raise _unknown(text, error) from None
    location = _written(location_in_checkout(path)) if colon else ""
    return ComparedPlace(label=text, commit=commit, path=location)


def _written(location: str) -> str:
    """Return a location relative to the current folder if it is below it."""
    relative = os.path.relpath(location)
    return location if relative.startswith(os.pardir) else relative


def _unknown(text: str, error: GitError) -> UsageError:
    reason = f": {error}" if str(error) else shallow_clone_hint()
    return UsageError(f"`{text}` is neither an existing path nor a revision{reason}")


def _selections(config: Config, place: ComparedPlace) -> Sequence[Selection]:
    if not place.path:
        return select(config, ())
    found = _configured(config, place.path)
    if found:
        return [found]
    one = separate_selection(config, [place.path])
    return [replace(one, is_whole=bool(place.commit) or one.is_whole)]


def _configured(config: Config, path: str) -> Selection | None:
    """Return the selection of a configured source, or of pages in one."""
    found = (one for one in select(config, ()) if _is_source(path, one.target))
    return next(found, None)


def _is_source(path: str, target: Target) -> bool:
    return [os.path.realpath(one) for one in target.source] == [os.path.realpath(path)]


def _pages(place: ComparedPlace, selection: Selection) -> ComparedPages:
    at_commit = None
    if place.commit:
        at_commit = revision_pages(place.commit, selection.target.source)
        for one in at_commit.without_pages:
            _refuse_submodule(place, one)
    return ComparedPages(selection=selection, place=place, at_commit=at_commit)


def _refuse_submodule(place: ComparedPlace, source: str) -> None:
    submodule = submodule_with(place.commit, source)
    if submodule:
        raise UsageError(
            f"`{place.label}` has no page in `{source}`: `{submodule}` is a submodule; "
            "compare its revisions there"
        )


def _pair(
    old: ComparedPages, new: ComparedPages
) -> tuple[ComparedPages, ComparedPages]:
    """Return both versions; raise `UsageError` if one should have pages but has none."""
    if _is_empty(old) and not _precedes_pages(old, new):
        raise UsageError(old.note)
    if _is_empty(new):
        raise UsageError(new.note)
    return old, new


def _is_empty(pages: ComparedPages) -> bool:
    """Return whether a commit has no pages; those of the working tree are found later."""
    return pages.at_commit is not None and not pages.at_commit.blobs


def _precedes_pages(old: ComparedPages, new: ComparedPages) -> bool:
    """Return whether a commit is older than all pages, of which most are nowhere in it."""
    found = find_target_pages(new.selection.target, new.tree()).value.pages
    names = {os.path.basename(one.location) for one in found}
    moved = names & page_names(old.place.commit)
    return ":" not in old.place.label and 2 * len(moved) < len(names)
