"""What becomes of one file of the output, and what that is decided from.

Data alone, and light: a run in which nothing changed imports it.
"""

from collections.abc import Iterable

from msgspec import Struct


class FileRecord(Struct, frozen=True, array_like=True, kw_only=True):
    """What the manifest says of a file: its digests, its pages, the lines of its definitions.

    `lines` is one string, because most records are only read and written again: each definition
    line follows a newline and a space, as in the manifest.
    """

    path: str
    digests: tuple[str, ...]
    pages: tuple[str, ...]
    lines: str = ""

    @property
    def definitions(self) -> tuple[str, ...]:
        """The definition lines."""
        return tuple(self.lines.split(_NEXT)[1:])


def joined_lines(definitions: Iterable[str]) -> str:
    """Return definition lines as one string."""
    return "".join(_NEXT + line for line in definitions)


_NEXT = "\n "
"""What precedes each definition line."""


class EditPolicy(Struct, frozen=True, kw_only=True):
    """What a run does with files that were edited by hand; by default it merges them.

    `forces` overwrites them. `keeps_new` writes the newly generated content next to a file with a
    conflict. With `accepts` a run changes no other file and takes the content of these as meant.
    """

    forces: bool = False
    keeps_new: bool = False
    accepts: frozenset[str] | None = None


MERGE_EDITS = EditPolicy()
"""The default policy."""


class FileChange(Struct, frozen=True, kw_only=True):
    """A file whose content changes: `before` is `None` for a new one, `after` for a removed one.

    If hand-written code of a removed file moves elsewhere, `moved_to` is its new path.
    """

    path: str
    before: bytes | None
    after: str | None
    moved_to: str | None = None


class Conflict(Struct, frozen=True, kw_only=True):
    """A file with a conflict: the content that stays, and the newly generated content."""

    kept: str
    new: str
