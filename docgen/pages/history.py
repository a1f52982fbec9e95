"""The history of files in git: the versions that a file in the working tree may descend from."""

import os
from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct

from docgen.pages.git import GitError, read_blobs, run_git

_HEADS = ("HEAD", "MERGE_HEAD", "CHERRY_PICK_HEAD", "REBASE_HEAD")
"""The commits that the working tree may descend from; the others exist while git merges."""

_MOST_COMMITS = 200


class Revision(Struct, frozen=True, kw_only=True):
    """The contents of some files in a commit, `None` for a missing one, and its parents.

    Parents are the nearest commits in which the first file differs.
    """

    contents: tuple[bytes | None, ...]
    parents: tuple[str, ...] = ()


class History(Struct, frozen=True, kw_only=True):
    """The revisions of files by commit; the working tree descends from the `heads`."""

    heads: tuple[str, ...]
    revisions: dict[str, Revision]


class GitHistory:
    """Reads the history of files; git is run when it is first needed."""

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """The commits that the working tree descends from; none outside of a repository."""
        requests = "".join(f"{name}^{{commit}}\n" for name in _HEADS).encode()
        try:
            output = run_git(["cat-file", "--batch-check"], requests)
        except GitError:
            return ()
        answers = [line.split() for line in output.decode().splitlines()]
        found = (words[0] for words in answers if words[1:2] == ["commit"])
        return tuple(dict.fromkeys(found))

    @cached_property
    def is_merged(self) -> bool:
        """Whether the working tree was merged from several commits, or the last commit was."""
        if len(self.heads) != 1:
            return bool(self.heads)
        line = run_git(["rev-list", "--parents", "--max-count=1", self.heads[0]])
        return len(line.split()) > 2

    @cached_property
    def _top(self) -> str:
        top = run_git(["rev-parse", "--show-toplevel"])
        return os.path.realpath(os.fsdecode(top).removesuffix("\n"))

    def of(self, *locations: str) -> History | None:
        """Return the history of the first file, with the contents of all; `None` if it has none."""
        if not self.heads:
            return None
        try:
            paths = [self._path(location) for location in locations]
            found = self._revisions(paths)
        except (GitError, ValueError):
            return None
        if all(one.contents[0] is None for one in found.values()):
            return None
        return History(heads=self.heads, revisions=found)

    def _path(self, location: str) -> str:
        folder, name = os.path.split(location)
        real_path = os.path.join(os.path.realpath(folder), name)
        path = os.path.relpath(real_path, self._top).replace(os.sep, "/")
        if path.startswith("../") or "\n" in path:
            raise ValueError
        return path

    def _revisions(self, paths: Iterable[str]) -> dict[str, Revision]:
        first, *others = paths
        limit = f"--max-count={_MOST_COMMITS}"
        options = ("--parents", "--full-history", "--simplify-merges", limit)
        output = run_git(
            ["rev-list", *options, *self.heads, "--", f":(top,literal){first}"]
        )
        parents: dict[str, tuple[str, ...]] = dict.fromkeys(self.heads, ())
        for line in output.decode().splitlines():
            commit, *above = line.split()
            parents[commit] = tuple(above)
        for head in self.heads:
            parents[head] = parents[head] or self._nearest(head, first, parents)
        names = [f"{one}:{path}" for one in parents for path in (first, *others)]
        blobs = read_blobs(names)
        return {
            one: Revision(
                contents=tuple(blobs.get(f"{one}:{path}") for path in (first, *others)),
                parents=parents[one],
            )
            for one in parents
        }

    def _nearest(
        self, head: str, path: str, known: dict[str, tuple[str, ...]]
    ) -> tuple[str, ...]:
        """Return the nearest ancestor of a head that changed a file."""
        options = ("--full-history", "--simplify-merges", "--parents", "--max-count=1")
        output = run_git(["rev-list", *options, head, "--", f":(top,literal){path}"])
        found = output.decode().split()[:1]
        return tuple(one for one in found if one != head and one in known)
