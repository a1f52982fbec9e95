"""`docgen merge-driver`: merge the versions of a generated file, when git asks for it.

Git passes the files with the versions of the common ancestor, of ours and of theirs, and expects
the result in the second; an exit status of 1 means that it has conflicts. Which parts docgen wrote
is read from the manifests of the branches, where git names them: those of `HEAD` and of the commit
that is merged, picked or rebased. A file that can't be merged by its parts is merged by lines.
"""

import os
import posixpath
from collections.abc import Iterator

from docgen.atomic import write_atomically
from docgen.commands.errors import UsageError
from docgen.commands.report import Report
from docgen.edits.branches import MergedBranches, WrittenParts, merge_branches
from docgen.edits.branches import written_parts as parts_of
from docgen.output.manifest import read_manifest
from docgen.output.manifest_merge import merge_manifests
from docgen.output.paths import MANIFEST
from docgen.pages.git import GitError, read_blobs, run_git
from docgen.pycode import PYTHON_SUFFIXES
from docgen.reporters import counted

_OURS = "HEAD"
_THEIRS = ("MERGE_HEAD", "CHERRY_PICK_HEAD", "REBASE_HEAD")
_NAMED_BY_MERGE = "GITHEAD_"
_LABELS = ("-L", "ours", "-L", "ancestor", "-L", "theirs")


def merge_driver(ancestor: str, ours: str, theirs: str, path: str) -> Report:
    """Merge three files into the one of `ours`; `path` is that of the file in the repository."""
    versions = tuple(map(_content, (ancestor, ours, theirs)))
    merged = _merged(path, *versions)
    if merged is None:
        is_manifest = posixpath.basename(path) == MANIFEST
        return _merge_lines((ours, ancestor, theirs), path, is_union=is_manifest)
    write_atomically(ours, [merged.source.encode()], f"{ours}.docgen")
    count = len(merged.conflicts)
    names = ", ".join(merged.conflicts)
    return Report(
        summary=f"{path}: {counted(count, 'conflict')} in {names}" if count else "",
        differs=bool(count),
    )


def _content(file: str) -> bytes:
    try:
        with open(file, "rb") as opened:
            return opened.read()
    except OSError as error:
        raise UsageError(f"`{file}` can't be read: {error.strerror}") from None


def _merged(
    path: str, ancestor: bytes, ours: bytes, theirs: bytes
) -> MergedBranches | None:
    """Merge by parts; `None` if that is not possible."""
    if posixpath.basename(path) == MANIFEST:
        manifest = merge_manifests(ancestor, ours, theirs)
        return None if manifest is None else MergedBranches(source=manifest)
    if not path.endswith(PYTHON_SUFFIXES):
        return None
    try:
        base, one, other = (text.decode() for text in (ancestor, ours, theirs))
    except UnicodeDecodeError:
        return None
    return merge_branches(path, base, one, other, lambda: _written_parts(path))


def _written_parts(path: str) -> WrittenParts:
    """Return what docgen wrote to a file on each branch, as far as git names these."""
    try:
        manifests = read_blobs(
            f"{commit}:{folder}{MANIFEST}"
            for folder in _folders(path)
            for commit in (_OURS, *_their_commits())
        )
    except GitError:
        return WrittenParts()
    for folder in _folders(path):
        name, below = f":{folder}{MANIFEST}", path.removeprefix(folder)
        lines = {
            commit: _definitions(manifests.get(f"{commit}{name}", b""), below)
            for commit in (_OURS, *_their_commits())
        }
        if any(lines.values()):
            theirs = (line for one in _their_commits() for line in lines[one])
            return parts_of(lines[_OURS], theirs)
    return WrittenParts()


def _folders(path: str) -> Iterator[str]:
    """Yield the folders that may be the output folder of a file, the nearest first."""
    folder = posixpath.dirname(path)
    while folder:
        yield f"{folder}/"
        folder = posixpath.dirname(folder)
    yield ""


def _their_commits() -> tuple[str, ...]:
    """Return the names of the commits that may be merged; git sets a variable for each."""
    named = (
        name.removeprefix(_NAMED_BY_MERGE)
        for name in os.environ
        if name.startswith(_NAMED_BY_MERGE)
    )
    return (*named, *_THEIRS)


def _definitions(manifest: bytes, path: str) -> tuple[str, ...]:
    record = read_manifest(manifest).value.get(path)
    return record.definitions if record else ()


def _merge_lines(files: tuple[str, str, str], path: str, *, is_union: bool) -> Report:
    """Merge by lines, as git does without this driver."""
    options = ("--union",) if is_union else ()
    try:
        run_git(["merge-file", "-q", *options, *_LABELS, *files])
    except GitError:
        return Report(summary=f"{path}: merged by lines, with conflicts", differs=True)
    return Report()
