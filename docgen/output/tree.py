"""The tree: what lies in the output folder at the paths that a run is concerned with.

Links are never followed: one that stands on the way below the output folder bars the path.
"""

import os
import stat
from collections.abc import Iterable
from typing import Literal, TypeAlias

from msgspec import Struct

from docgen.diagnostics import Code, Diagnostic, diagnostic
from docgen.digests import digest
from docgen.output.paths import MANIFEST, STAGED_MANIFEST, is_safe
from docgen.pages.tree import NO_OVERRIDES, Overrides
from docgen.source import START

_NO_WAIT = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | _NO_WAIT


class Missing(Struct, frozen=True):
    """Nothing lies at the path."""


class Folder(Struct, frozen=True):
    """A folder lies at the path."""


class Text(Struct, frozen=True):
    """A regular file; `content` has the line ends of this file, whatever they are."""

    content: bytes

    @property
    def plain(self) -> bytes:
        r"""The content with `\n` for line ends: git may have written others."""
        content = self.content
        return content.replace(b"\r\n", b"\n") if b"\r" in content else content

    @property
    def digest(self) -> str:
        """The digest of the plain content."""
        return digest(self.plain)


class Barred(Struct, frozen=True):
    """The path can't be used, because of what lies at `path`: itself, or a folder on the way."""

    code: Literal[Code.UNSAFE_OUTPUT, Code.UNWRITABLE_OUTPUT]
    path: str
    reason: str


Standing: TypeAlias = Missing | Folder | Text | Barred


def look(
    output: str, paths: Iterable[str], overlay: Overrides = NO_OVERRIDES
) -> dict[str, Standing]:
    """Look at each path below the output folder; where the overlay has it, that counts."""
    folders: dict[str, Standing] = {}
    laid = _laid(output, overlay)
    return {
        path: (
            laid.get(path) or _standing(output, path, folders)
            if is_safe(path)
            else _odd(path)
        )
        for path in paths
    }


def _laid(output: str, overlay: Overrides) -> dict[str, Standing]:
    """Give what an overlay has below the output folder."""
    top = os.path.join(os.path.abspath(output), "")
    return {
        location.removeprefix(top).replace(os.sep, "/"): (
            Missing() if content is None else Text(content)
        )
        for location, content in overlay.items()
        if location.startswith(top)
    }


def _odd(path: str) -> Barred:
    return Barred(Code.UNSAFE_OUTPUT, path, "the path could lead out of the folder")


def look_at_manifests(
    output: str, overlay: Overrides = NO_OVERRIDES
) -> tuple[Standing, Standing]:
    """Look at the manifest, and at the one that a run left which was cut short."""
    folders: dict[str, Standing] = {}
    laid = _laid(output, overlay)
    return (
        laid.get(MANIFEST) or _standing(output, MANIFEST, folders),
        _standing(output, STAGED_MANIFEST, folders),
    )


def _standing(output: str, path: str, folders: dict[str, Standing]) -> Standing:
    """Give what lies at a path; `folders` keeps what is known of the folders on the way."""
    parent = path.rpartition("/")[0]
    if parent:
        if parent not in folders:
            folders[parent] = _standing(output, parent, folders)
        above = folders[parent]
        if not isinstance(above, Folder):
            return _below(above, parent)
    return _at(os.path.join(output, path), path)


def _below(above: Missing | Text | Barred, parent: str) -> Standing:
    if isinstance(above, Text):
        return Barred(Code.UNWRITABLE_OUTPUT, parent, "it is a file, not a folder")
    return above


def _at(location: str, path: str) -> Standing:
    try:
        mode = os.lstat(location).st_mode
        if stat.S_ISLNK(mode):
            return Barred(Code.UNSAFE_OUTPUT, path, "it is a link")
        if stat.S_ISDIR(mode):
            return Folder()
        if not stat.S_ISREG(mode):
            return Barred(Code.UNWRITABLE_OUTPUT, path, "it is no regular file")
        with open(os.open(location, _FLAGS), "rb") as file:
            return Text(file.read())
    except FileNotFoundError:
        return Missing()
    except OSError as error:
        return Barred(Code.UNWRITABLE_OUTPUT, path, reason(error))


def reason(error: OSError) -> str:
    """Give the words of the system for what went wrong, as the end of a sentence."""
    words = error.strerror or type(error).__name__
    return words[:1].lower() + words[1:]


def barred(bar: Barred) -> Diagnostic:
    """Tell what bars a path; many paths may have the same bar."""
    message = f"`{bar.path}` was left alone: {bar.reason}"
    return diagnostic(bar.code, message, bar.path, START)


def decoded(there: Text) -> str | None:
    """Give a file as text, if it is UTF-8."""
    try:
        return there.content.decode()
    except UnicodeDecodeError:
        return None
