"""Git's index: the staged content of files that differ from the working tree.

Git runs in the current folder with the environment that a hook received (`GIT_DIR`,
`GIT_INDEX_FILE`), so it reads the index that will be committed. Nothing is written.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from docgen.pages.find import is_page_below
from docgen.pages.git import GitError, MissingGitError, read_blobs, run_git
from docgen.pages.tree import Overrides, Tree

_DIFFERENT = ("ls-files", "-z", "-t", "-m", "-d", "-o", "--")
_STAGED = ("ls-files", "-z", "-s", "--")
_UNTRACKED = b"?"
_REGULAR_FILES = (b"100644", b"100755")
_EMPTY_FILE = (_REGULAR_FILES[0], b"")
_MANIFEST = f"{os.sep}.docgen-manifest"


class StagedContent(Struct, frozen=True, kw_only=True):
    """The staged content of pages and of generated files that differ from the working tree."""

    pages: Overrides
    outputs: Overrides

    @property
    def page_tree(self) -> Tree:
        """The tree with staged pages; generated files are those of the working tree."""
        return Tree(self.pages)

    @property
    def tree(self) -> Tree:
        """The tree with staged pages and staged generated files."""
        return Tree({**self.pages, **self.outputs})


class _SearchPath(Struct, frozen=True):
    """A file or folder to search; `real_path` has no links, as in git."""

    path: str
    real_path: str
    has_pages: bool


def staged_content(
    sources: Sequence[str],
    outputs: Sequence[str] = (),
    meanwhile: Callable[[], object] | None = None,
) -> StagedContent:
    """Return the staged content of files at and below paths that differ from the working tree.

    An empty page in the index counts as missing: `git add --intent-to-add` adds such an entry for a
    page that is not part of the commit yet. `meanwhile` is called while git runs. Raises
    `GitError`.
    """
    paths = [
        *_search_paths(sources, has_pages=True),
        *_search_paths(outputs, has_pages=False),
    ]
    different = _different([path.real_path for path in paths], meanwhile)
    found = [
        (blob, location, path)
        for real_location, blob in different
        for location, path in _relevant(real_location, paths)
    ]
    contents = read_blobs(blob for blob, _, _ in found if blob)
    overrides: dict[bool, dict[str, bytes | None]] = {True: {}, False: {}}
    for blob, location, path in found:
        content = contents[blob] if blob else None
        is_missing = path.has_pages and not content
        overrides[path.has_pages][location] = None if is_missing else content
    return StagedContent(pages=overrides[True], outputs=overrides[False])


def unstaged_locations(outputs: Sequence[str]) -> frozenset[str]:
    """Return the locations at and below paths at which index and working tree differ."""
    paths = [*_search_paths(outputs, has_pages=False)]
    found = _changed_paths([path.real_path for path in paths])
    return frozenset(
        location
        for real_location, _ in found
        for location, _ in _relevant(real_location, paths)
    )


def _search_paths(paths: Iterable[str], *, has_pages: bool) -> Iterator[_SearchPath]:
    for path in paths:
        yield _SearchPath(os.path.abspath(path), os.path.realpath(path), has_pages)


def _relevant(
    location: str, paths: Iterable[_SearchPath]
) -> Iterator[tuple[str, _SearchPath]]:
    """Yield the locations by which docgen would read a file, each with its search path."""
    for path in paths:
        if location == path.real_path:
            yield path.path, path
        elif location.startswith(os.path.join(path.real_path, "")):
            below = location[len(path.real_path) :]
            is_page = path.has_pages and is_page_below(path.real_path, location)
            if is_page or (not path.has_pages and _is_output(below)):
                yield path.path + below, path


def _is_output(path: str) -> bool:
    return not path.endswith(".pyc") and f"{os.sep}." not in path.replace(_MANIFEST, "")


def _different(
    paths: Sequence[str], meanwhile: Callable[[], object] | None
) -> Iterator[tuple[str, str]]:
    """Yield the location of each file that differs, and its blob in the index, if it has one."""
    found = [*_changed_paths(paths, meanwhile)]
    staged = _staged_files(paths) if any(path for _, path in found) else {}
    for location, path in found:
        mode, blob = staged.get(path, _EMPTY_FILE)
        if mode in _REGULAR_FILES:
            yield location, blob.decode()


def _changed_paths(
    paths: Sequence[str], meanwhile: Callable[[], object] | None = None
) -> Iterator[tuple[str, bytes]]:
    """Yield each file at and below absolute paths that differs between index and working tree.

    Each has its path in git, which is empty for an untracked file.

    record = tag SPACE path      one for each file; the tag of untracked files is "?"
    """
    folder = os.getcwd()
    output = _git(["--literal-pathspecs", *_DIFFERENT, *paths], meanwhile)
    for record in output.split(b"\0")[:-1]:
        tag, _, path = record.partition(b" ")
        location = os.path.normpath(os.path.join(folder, os.fsdecode(path)))
        yield location, b"" if tag == _UNTRACKED else path


def _staged_files(paths: Sequence[str]) -> dict[bytes, tuple[bytes, bytes]]:
    """Return mode and blob of each file of the index, by its path in git.

    record = mode SPACE blob SPACE stage TAB path      one for each file
    """
    output = _git(["--literal-pathspecs", *_STAGED, *paths])
    found = {}
    for record in output.split(b"\0")[:-1]:
        details, _, path = record.partition(b"\t")
        mode, blob, _ = details.split()
        found[path] = (mode, blob)
    return found


def _git(
    arguments: Sequence[str], meanwhile: Callable[[], object] | None = None
) -> bytes:
    try:
        return run_git(arguments, meanwhile=meanwhile)
    except MissingGitError:
        raise GitError("`--staged` needs git, which is not installed") from None
    except GitError as error:
        raise GitError(
            f"`--staged` needs the index of a git repository: {error}"
        ) from None
