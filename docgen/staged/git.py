"""The one place that runs git.

It runs in the current folder and with the environment that a hook gave it (`GIT_DIR`,
`GIT_INDEX_FILE`), so it sees the index that is about to be committed. Nothing is written.
"""

import os
import subprocess
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

_DIFFERENT = ("ls-files", "-z", "-t", "-s", "-m", "-d", "-o", "--")
_UNTRACKED = b"?"
_FILES = (b"100644", b"100755")
"""The modes of what is neither a link nor a repository in the repository."""


class GitError(Exception):
    """There is no git, or no repository that holds what was asked for; the message says which."""


class Different(Struct, frozen=True):
    """A file of which index and working tree differ; `blob` is empty for an untracked one."""

    location: str
    blob: str


def different(paths: Sequence[str]) -> Iterator[Different]:
    """Give the files at and below absolute paths that index and working tree do not share.

    record = "?" BLANK path | tag BLANK mode BLANK blob BLANK stage TAB path      one a file
    """
    told = _output(["--literal-pathspecs", *_DIFFERENT, *paths])
    here = os.getcwd()
    for record in told.split(b"\0")[:-1]:
        tag, _, rest = record.partition(b" ")
        about, _, path = (
            (b"", b"", rest) if tag == _UNTRACKED else rest.partition(b"\t")
        )
        mode, blob = about.split()[:2] if about else (_FILES[0], b"")
        if mode in _FILES:
            location = os.path.normpath(os.path.join(here, os.fsdecode(path)))
            yield Different(location, blob.decode())


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
