"""The one place that runs git.

It runs in the current folder and with the environment that a hook gave it (`GIT_DIR`,
`GIT_INDEX_FILE`), so it sees the index that is about to be committed. Nothing is written.
"""

import os
import subprocess
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

_DIFFERENT = ("ls-files", "-z", "-t", "-m", "-d", "-o", "--")
_STAGED = ("ls-files", "-z", "-s", "--")
_UNTRACKED = b"?"
_FILES = (b"100644", b"100755")
"""The modes of what is neither a link nor a repository in the repository."""
_NONE = (_FILES[0], b"")


class GitError(Exception):
    """There is no git, or no repository that holds what was asked for; the message says which."""


class Different(Struct, frozen=True):
    """A file of which index and working tree differ; `blob` is empty for an untracked one."""

    location: str
    blob: str


def unlike(paths: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Give the files at and below absolute paths that index and working tree do not share.

    Each with its path as git tells it, which is empty for an untracked one.

    record = tag BLANK path      one a file; the tag of untracked ones is "?"
    """
    here = os.getcwd()
    told = _output(["--literal-pathspecs", *_DIFFERENT, *paths])
    for record in told.split(b"\0")[:-1]:
        tag, _, path = record.partition(b" ")
        location = os.path.normpath(os.path.join(here, os.fsdecode(path)))
        yield location, b"" if tag == _UNTRACKED else path


def different(paths: Sequence[str]) -> Iterator[Different]:
    """Give them with what the index has of each; only files count there."""
    found = [*unlike(paths)]
    staged = _staged(paths) if any(path for _, path in found) else {}
    for location, path in found:
        mode, blob = staged.get(path, _NONE)
        if mode in _FILES:
            yield Different(location, blob.decode())


def _staged(paths: Sequence[str]) -> dict[bytes, tuple[bytes, bytes]]:
    """Give mode and blob of each file of the index.

    record = mode BLANK blob BLANK stage TAB path      one a file
    """
    told = _output(["--literal-pathspecs", *_STAGED, *paths])
    found = {}
    for record in told.split(b"\0")[:-1]:
        about, _, path = record.partition(b"\t")
        mode, blob, _ = about.split()
        found[path] = (mode, blob)
    return found


def texts(blobs: Iterable[str]) -> dict[str, bytes]:
    """Give what blobs hold.

    answer = blob " blob " size LF content LF      one for each
    """
    wanted = "".join(f"{blob}\n" for blob in dict.fromkeys(blobs))
    told = _output(["cat-file", "--batch"], wanted.encode()) if wanted else b""
    found = {}
    begin = 0
    while begin < len(told):
        end = told.index(b"\n", begin)
        blob, _, size = told[begin:end].split()
        begin = end + 1 + int(size) + 1
        found[blob.decode()] = told[end + 1 : begin - 1]
    return found


def _output(arguments: Sequence[str], given: bytes = b"") -> bytes:
    try:
        ran = subprocess.run(["git", *arguments], input=given, capture_output=True)
    except FileNotFoundError:
        raise GitError("`--staged` needs git, and there is none") from None
    if ran.returncode:
        words = ran.stderr.decode(errors="replace").strip().removeprefix("fatal: ")
        raise GitError(f"`--staged` needs the index of a git repository: {words}")
    return ran.stdout
