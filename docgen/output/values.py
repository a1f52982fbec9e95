"""What a run wants of the output folder, what it knows of it, and what it did there."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from docgen.diagnostics import Diagnostic


class Entry(Struct, frozen=True, array_like=True, kw_only=True):
    """A file that docgen wrote: its digests, the pages it came from, its definition lines.

    The `lines` are one text, for most entries are only read and written again: each stands behind
    a line end and a blank, as in the manifest.
    """

    path: str
    digests: tuple[str, ...]
    pages: tuple[str, ...]
    lines: str = ""

    @property
    def definitions(self) -> tuple[str, ...]:
        """The definition lines."""
        return tuple(self.lines.split(_NEXT)[1:])


def in_lines(definitions: Iterable[str]) -> str:
    """Give definition lines as one text."""
    return "".join(_NEXT + line for line in definitions)


_NEXT = "\n "
"""What stands before each definition line."""


class Known(Struct, frozen=True, kw_only=True):
    """What is known of earlier runs.

    `content` is the manifest as it stands, empty where there is none. Where the last run did not
    come to its end, what it was about to write is among the entries. `is_exact` says that the
    entries are all that the content says, in the words of today.
    """

    entries: Mapping[str, Entry]
    content: bytes = b""
    is_exact: bool = False


class Remembered(Struct, frozen=True, kw_only=True):
    """What a manifest with this checksum is known to say, without reading it."""

    checksum: str
    entries: tuple[Entry, ...]


class Terms(Struct, frozen=True, kw_only=True):
    """On which terms docgen meets what people wrote; as a rule it is merged.

    `forces` writes it over. `keeps_new` writes today's text beside a file with a conflict. With
    `accepts` a run touches no file; it takes what stands in these for meant.
    """

    forces: bool = False
    keeps_new: bool = False
    accepts: frozenset[str] | None = None


USUAL = Terms()
"""The terms of a run that nothing was asked of."""


class Scope(Struct, frozen=True, kw_only=True):
    """How much of the output a run is about.

    `pages` narrows the files to those made from these pages. `removes` allows stale files to go.
    What was made from an `unreadable` page is not stale: the page may be back tomorrow.
    """

    pages: frozenset[str] | None = None
    removes: bool = True
    unreadable: tuple[str, ...] = ()
    terms: Terms = USUAL

    def is_about(self, pages: Iterable[str]) -> bool:
        """Tell whether a file made from `pages` is written; one made from none belongs to all."""
        made_from = tuple(pages)
        return (
            self.pages is None or not made_from or not self.pages.isdisjoint(made_from)
        )


class Change(Struct, frozen=True, kw_only=True):
    """A file whose text changes; `before` is `None` for a new one, `after` for one that goes.

    What people wrote in one that goes is then at `moved_to`, if they wrote any.
    """

    path: str
    before: bytes | None
    after: str | None
    moved_to: str | None = None


class Contest(Struct, frozen=True, kw_only=True):
    """A file with a conflict: the text that stays, and today's."""

    kept: str
    new: str


class Plan(Struct, frozen=True, kw_only=True):
    """What is to be done, and what the manifest holds before and after it.

    The files with the text of today are `current`, as far as they were looked at; those with
    another that stays are `edited`. `orphans` are kept though no page gives them. `contests` are
    the files with a conflict, by path.
    """

    changes: tuple[Change, ...] = ()
    unchanged: int
    current: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    orphans: tuple[str, ...] = ()
    contests: Mapping[str, Contest] = {}
    known: Known = Known(entries={})
    entries: tuple[Entry, ...] = ()
    manifest: bytes = b""
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def changes_manifest(self) -> bool:
        """Tell whether the manifest is to be written."""
        return self.manifest != self.known.content


class Applied(Struct, frozen=True, kw_only=True):
    """What was done, and what the system refused."""

    written: int = 0
    removed: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()
