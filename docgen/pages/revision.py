"""Git's revisions: the pages of a commit, as a tree that never looks at the disk.

Only the contents of pages that an earlier run did not read are fetched from git.

name  = commit                              HEAD~1, v1.2, main
      | commit ":" path                     HEAD~1:docs, relative to the top folder
      | commit ":./" path                   relative to the current folder
range = [ commit ] ".." [ commit ]          a missing one is HEAD
      | [ commit ] "..." [ commit ]         from the merge base of both
"""

import os
import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from docgen.pages.find import (
    Excluded,
    Found,
    Problem,
    SearchedFolder,
    is_page_name,
    page_candidate,
    relative_path,
)
from docgen.pages.git import GitError, read_blobs, run_git
from docgen.pages.statuses import Status
from docgen.pages.tree import Tree

_REGULAR_FILES = ("100644", "100755")
_SUBMODULE = b"160000"


class BlobContents(Mapping[str, bytes]):
    """The contents of files by their locations, read from their blobs when they are needed.

    Each call of git reads twice as many blobs as the one before: few that nobody needs if only some
    pages are new, and few calls if all are.
    """

    def __init__(self, blobs: Mapping[str, str]) -> None:
        """Read the blobs by these names; locations are in the order of use."""
        self._blobs = blobs
        self._names = [*dict.fromkeys(blobs.values())]
        self._numbers = {name: number for number, name in enumerate(self._names)}
        self._contents: dict[str, bytes] = {}
        self._count = 1

    def __getitem__(self, location: str) -> bytes:
        """Return the content of a file; raise `KeyError` if git has no blob of it."""
        blob = self._blobs[location]
        if blob not in self._contents:
            first = self._numbers[blob]
            self._contents |= read_blobs(self._names[first : first + self._count])
            self._count *= 2
        return self._contents[blob]

    def __iter__(self) -> Iterator[str]:
        return iter(self._blobs)

    def __len__(self) -> int:
        return len(self._blobs)


class RevisionTree(Tree, frozen=True):
    """A tree that has the files in `overrides` only; `blobs` are the names of their blobs."""

    blobs: Mapping[str, str] = {}

    def find(self, path: str, excluded: re.Pattern[str], base: str) -> Iterator[Found]:
        """Find the page at an absolute path, or all pages below a folder, as on the disk.

        There may be none: the revision may be older than the folder.
        """
        inside = os.path.join(path, "")
        found = [one for one in self.overrides if one == path or one.startswith(inside)]
        yield SearchedFolder(path)
        for location in found:
            matched = relative_path(location, base)
            if _is_excluded(matched, excluded):
                yield Excluded(location, matched)
            else:
                yield page_candidate(location, location, is_link=False)

    @property
    def is_disk(self) -> bool:
        """Whether all files are as on the disk."""
        return False

    def is_folder(self, path: str) -> bool:
        """Return whether there are files below a path."""
        inside = os.path.join(os.path.abspath(path), "")
        return any(one.startswith(inside) for one in self.overrides)

    def status(self, location: str) -> Status | None:
        """Return the name of the blob, as numbers: it identifies the content."""
        blob = self.blobs.get(location)
        return blob_status(blob) if blob else None

    def read(self, location: str) -> bytes | Problem:
        """Return the content of a file."""
        try:
            content = self.overrides.get(location)
        except GitError as error:
            return Problem(location, str(error))
        return Problem(location, "git has no content") if content is None else content


def blob_status(name: str) -> Status:
    """Return the name of a blob, up to 65 hexadecimal digits, as a status.

    Each number is less than all times of this century in nanoseconds, so the status is reliable.
    """
    a, b, c, d, e = (int(name[at : at + 13] or "0", 16) for at in range(0, 65, 13))
    return a, b, c, d, e


def _is_excluded(path: str, excluded: re.Pattern[str]) -> bool:
    """Return whether a pattern matches a path or a folder that it is in."""
    parts = path.split("/")
    above = ("/".join(parts[:count]) for count in range(1, len(parts) + 1))
    return any(map(excluded.fullmatch, above))


class RevisionPages(Struct, frozen=True, kw_only=True):
    """The pages of a commit: their locations in the working tree, and the names of their blobs.

    `without_pages` are the sources in which the commit has none.
    """

    blobs: tuple[tuple[str, str], ...]
    without_pages: tuple[str, ...] = ()

    def tree(self) -> RevisionTree:
        """Return the tree of the pages, which reads them when they are needed."""
        blobs = dict(self.blobs)
        return RevisionTree(BlobContents(blobs), blobs=blobs)


def commit_named(name: str) -> str:
    """Return the hash of a commit; raise `GitError` if there is none of this name."""
    if name.startswith("-"):
        raise GitError(f"`{name}` is not a commit")
    found = run_git(["rev-parse", "--verify", "--quiet", f"{name}^{{commit}}"])
    return found.decode().strip()


class NoMergeBaseError(GitError):
    """Two commits have no merge base, as far as the clone has their history."""


def commits_of_range(text: str) -> tuple[str, str] | None:
    """Return the two commits of a range; `None` if the text has no dots; raise `GitError`."""
    match = re.fullmatch(r"(?P<old>.*?)(?P<dots>\.{2,3})(?P<new>.*)", text)
    if not match:
        return None
    old, new = (commit_named(one or "HEAD") for one in (match["old"], match["new"]))
    if match["dots"] == "...":
        old = _merge_base(text, old, new)
    return old, new


def _merge_base(text: str, old: str, new: str) -> str:
    try:
        return run_git(["merge-base", old, new]).decode().strip()
    except GitError:
        raise NoMergeBaseError(
            f"the commits of `{text}` have no merge base{shallow_clone_hint()}"
        ) from None


def shallow_clone_hint() -> str:
    """Return the end of a sentence about a missing commit; empty if the clone is complete."""
    try:
        output = run_git(["rev-parse", "--is-shallow-repository"])
    except GitError:
        return ""
    is_shallow = output.strip() == b"true"
    hint = "; this clone is shallow, `git fetch --unshallow` gets its history"
    return hint if is_shallow else ""


def submodule_with(commit: str, path: str) -> str:
    """Return the submodule of a commit that a path of the working tree is in; empty for none."""
    top = os.path.realpath(_top())
    relative = os.path.relpath(os.path.realpath(path), top).replace(os.sep, "/")
    parts = [] if relative.startswith("../") else relative.split("/")
    for count in range(1, len(parts) + 1):
        folder = "/".join(parts[:count])
        output = run_git(["ls-tree", "-z", "--full-tree", commit, "--", folder])
        if output.startswith(_SUBMODULE):
            return folder
    return ""


def names_of_revisions(start: str) -> list[str]:
    """Return the names of branches and tags that begin with `start`; raise `GitError`."""
    kinds = ("refs/heads", "refs/tags", "refs/remotes")
    output = run_git(["for-each-ref", "--format=%(refname:short)", *kinds])
    names = output.decode(errors="replace").splitlines()
    return [one for one in names if one.startswith(start)]


def location_in_checkout(path: str) -> str:
    """Return the absolute location of a path as git names it: below the top folder, or `./`."""
    if path.startswith(("./", "../")) or path in (".", ".."):
        return os.path.abspath(path)
    return os.path.normpath(os.path.join(_top(), path))


def _top() -> str:
    return os.fsdecode(run_git(["rev-parse", "--show-toplevel"])).removesuffix("\n")


def revision_pages(commit: str, sources: Sequence[str]) -> RevisionPages:
    """Return the pages of a commit at and below paths of the working tree; raise `GitError`."""
    top = os.path.realpath(_top())
    found: dict[str, str] = {}
    without_pages: list[str] = []
    for source in sources:
        count = len(found)
        location, real_path = os.path.abspath(source), os.path.realpath(source)
        path = os.path.relpath(real_path, top).replace(os.sep, "/")
        if path.startswith("../"):
            raise GitError(f"`{source}` is outside of the repository")
        inside = "" if path == "." else f"{path}/"
        for file, blob in _files(commit, path):
            below = file.removeprefix(inside)
            is_hidden = below.startswith(".") or "/." in below
            if file == path:
                found[location] = blob
            elif is_page_name(below) and not is_hidden:
                found[os.path.join(location, *below.split("/"))] = blob
        if len(found) == count:
            without_pages.append(source)
    return RevisionPages(
        blobs=tuple(sorted(found.items())), without_pages=tuple(without_pages)
    )


def page_names(commit: str) -> frozenset[str]:
    """Return the names of the files anywhere in a commit that may be pages."""
    names = (os.path.basename(path) for path, _ in _files(commit, "."))
    return frozenset(filter(is_page_name, names))


def _files(commit: str, path: str) -> Iterator[tuple[str, str]]:
    """Yield the regular files at and below a path of a commit, with their blobs.

    record = mode SPACE "blob" SPACE blob TAB path      one for each file
    """
    paths = [] if path == "." else ["--", path]
    output = run_git(["ls-tree", "-r", "-z", "--full-tree", commit, *paths])
    for record in output.split(b"\0")[:-1]:
        details, _, name = record.partition(b"\t")
        mode, _, blob = details.decode().split()
        if mode in _REGULAR_FILES:
            yield os.fsdecode(name), blob
