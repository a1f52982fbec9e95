"""Git as a program: it runs in the current folder, with the environment that a hook received.

Only this module runs git.
"""

import os
import subprocess
from collections.abc import Iterable, Sequence


class GitError(Exception):
    """Git is missing, or it failed; the message says why."""


class MissingGitError(GitError):
    """Git is not installed."""


def run_git(arguments: Sequence[str], standard_input: bytes = b"") -> bytes:
    """Return the output of git; raise `GitError`."""
    try:
        result = subprocess.run(
            ["git", *arguments], input=standard_input, capture_output=True
        )
    except FileNotFoundError:
        raise MissingGitError("git is not installed") from None
    if result.returncode:
        words = result.stderr.decode(errors="replace").strip().removeprefix("fatal: ")
        raise GitError(words)
    return result.stdout


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
