"""Git as a program: it runs in the current folder, with the environment that a hook received.

Only this module runs git.
"""

import os
import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class GitError(Exception):
    """Git is missing, or it failed; the message says why."""


class MissingGitError(GitError):
    """Git is not installed."""


def run_git(
    arguments: Sequence[str],
    standard_input: bytes = b"",
    *,
    meanwhile: Callable[[], object] | None = None,
) -> bytes:
    """Return the output of git; raise `GitError`. `meanwhile` is called while git runs."""
    try:
        process = subprocess.Popen(
            ["git", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_environment(os.environ),
        )
    except FileNotFoundError:
        raise MissingGitError("git is not installed") from None
    with process:
        try:
            if meanwhile:
                meanwhile()
            output, errors = process.communicate(standard_input)
        except BaseException:
            process.kill()
            raise
    if process.returncode:
        words = errors.decode(errors="replace").strip().removeprefix("fatal: ")
        raise GitError(words)
    return output


def _environment(environment: Mapping[str, str]) -> Mapping[str, str]:
    """Return the environment of git in this folder, which may be below that of its working tree.

    In a linked worktree, git sets `GIT_DIR` for hooks and nothing else. It would then take the
    current folder for the top of the working tree (git(1), GIT_WORK_TREE).
    """
    git_folder = environment.get("GIT_DIR")
    if not git_folder or "GIT_WORK_TREE" in environment:
        return environment
    from pathlib import Path

    folder = Path.cwd()
    for top in (folder, *folder.parents):
        if _git_folder(top) == (folder / git_folder).resolve():
            return {**environment, "GIT_WORK_TREE": str(top)}
    return environment


def _git_folder(top: "Path") -> "Path | None":
    """Return the folder that `.git` is, or names (gitrepository-layout(5)); None without one."""
    found = top / ".git"
    if found.is_file():
        with open(found, encoding="utf-8", errors="surrogateescape") as file:
            target = file.readline().removeprefix("gitdir:").strip()
        return (top / target).resolve()
    return found.resolve() if found.is_dir() else None


def read_blobs(names: Iterable[str]) -> dict[str, bytes]:
    """Return the contents of blobs by their names, such as `HEAD:a.py`; missing ones are omitted.

    answer = blob " blob " size LF content LF      one for each name
           | name " missing" LF
    """
    wanted = [*dict.fromkeys(names)]
    requests = "".join(f"{name}\n" for name in wanted)
    output = run_git(["cat-file", "--batch"], os.fsencode(requests)) if wanted else b""
    found = {}
    begin = 0
    for name in wanted:
        end = output.index(b"\n", begin)
        _, kind, *size = output[begin:end].rsplit(b" ", 2)
        begin = end + 1
        if size and kind == b"blob":
            length = int(size[0])
            found[name] = output[begin : begin + length]
            begin += length + 1
        elif size and size[0].isdigit():
            begin += int(size[0]) + 1
    return found
