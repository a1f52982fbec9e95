"""The current content of the output folder at given paths.

Links are never followed: a link in a path below the output folder blocks the path.
"""

import os
import stat
from collections.abc import Iterable
from typing import Literal, TypeAlias

from msgspec import Struct

from docgen.atomic import system_message
from docgen.diagnostics import Code, Diagnostic, diagnostic
from docgen.digests import content_digest
from docgen.output.paths import MANIFEST, STAGED_MANIFEST, is_safe
from docgen.pages.tree import NO_OVERRIDES, READ_FLAGS, Overrides
from docgen.source import START

_FLAGS = READ_FLAGS | getattr(os, "O_NOFOLLOW", 0)


class Missing(Struct, frozen=True):
    """There is nothing at the path."""


class Directory(Struct, frozen=True):
    """There is a directory at the path."""


class RegularFile(Struct, frozen=True):
    """A regular file; `content` has its own line endings."""

    content: bytes

    @property
    def plain(self) -> bytes:
        r"""The content with `\n` for line endings: git may have written others."""
        content = self.content
        return content.replace(b"\r\n", b"\n") if b"\r" in content else content

    @property
    def digest(self) -> str:
        """The digest of the plain content."""
        return content_digest(self.plain)


class Blocked(Struct, frozen=True):
    """The path can't be used because of what is at `path`: itself, or a directory above it."""

    code: Literal[Code.UNSAFE_OUTPUT, Code.UNWRITABLE_OUTPUT]
    path: str
    reason: str


AtPath: TypeAlias = Missing | Directory | RegularFile | Blocked


def read_paths(
    output: str, paths: Iterable[str], overlay: Overrides = NO_OVERRIDES
) -> dict[str, AtPath]:
    """Read each path below the output folder; the content in the overlay takes precedence."""
    directories: dict[str, AtPath] = {}
    replaced = _in_overlay(output, overlay)
    return {
        path: (
            replaced.get(path) or _read(output, path, directories)
            if is_safe(path)
            else _unsafe(path)
        )
        for path in paths
    }


def read_manifests(
    output: str, overlay: Overrides = NO_OVERRIDES
) -> tuple[AtPath, AtPath]:
    """Read the manifest, and the staged one, which exists if the last run was interrupted."""
    directories: dict[str, AtPath] = {}
    replaced = _in_overlay(output, overlay)
    return (
        replaced.get(MANIFEST) or _read(output, MANIFEST, directories),
        _read(output, STAGED_MANIFEST, directories),
    )


def _in_overlay(output: str, overlay: Overrides) -> dict[str, AtPath]:
    """Return the entries of an overlay below the output folder, by relative path."""
    top = os.path.join(os.path.abspath(output), "")
    return {
        location.removeprefix(top).replace(os.sep, "/"): (
            Missing() if content is None else RegularFile(content)
        )
        for location, content in overlay.items()
        if location.startswith(top)
    }


def _unsafe(path: str) -> Blocked:
    reason = "the path could lead out of the folder"
    return Blocked(Code.UNSAFE_OUTPUT, path, reason)


def _read(output: str, path: str, directories: dict[str, AtPath]) -> AtPath:
    """Read a path; `directories` is a cache for its parent folders."""
    parent = path.rpartition("/")[0]
    if parent:
        if parent not in directories:
            directories[parent] = _read(output, parent, directories)
        above = directories[parent]
        if isinstance(above, RegularFile):
            reason = "it is a file, not a directory"
            return Blocked(Code.UNWRITABLE_OUTPUT, parent, reason)
        if not isinstance(above, Directory):
            return above
    return _at(os.path.join(output, path), path)


def _at(location: str, path: str) -> AtPath:
    try:
        mode = os.lstat(location).st_mode
        if stat.S_ISLNK(mode):
            return Blocked(Code.UNSAFE_OUTPUT, path, "it is a symbolic link")
        if stat.S_ISDIR(mode):
            return Directory()
        if not stat.S_ISREG(mode):
            return Blocked(Code.UNWRITABLE_OUTPUT, path, "it is not a regular file")
        with open(os.open(location, _FLAGS), "rb") as file:
            return RegularFile(file.read())
    except FileNotFoundError:
        return Missing()
    except OSError as error:
        return Blocked(Code.UNWRITABLE_OUTPUT, path, system_message(error))


def blocked_message(blocked: Blocked) -> Diagnostic:
    """Report what blocks a path; it may be the same for several paths."""
    message = f"`{blocked.path}` was left unchanged: {blocked.reason}"
    return diagnostic(blocked.code, message, blocked.path, START)
