r"""The decision about a file of the output, and the record that the manifest keeps of it.

A record has one line for each definition, in a compact form:

    lines   = [ main ] { imports | line }     each after a newline
    main    = word class                      the names below are relative to this class
    line    = word name                       word = 5 characters
    imports = { " " word name }               word = 4 characters

A name that begins with `.` or `@` is appended to that of the main class; `"` at the end means
`__doc__`, and `#` the key of a comment, which contains the word. `!` after the word of an import
means that it is below `if TYPE_CHECKING`. Names and words are those of `definition_lines`.

A run in which nothing changed imports this module, so it has data only and imports little.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from msgspec import Struct

from docgen.diagnostics import Diagnostic, Result
from docgen.regex import Regex

WORD = 5
"""Characters of a fingerprint or digest in a definition line; one fewer for an import."""

DELETED = "0" * WORD
"""The word for a part that docgen wrote and that was deleted by hand."""

_DELETED_LINE = f"\n{DELETED}"

_IMPORT = Regex(r"import (\S+)\t([^\t]{4})(!?)")


class FileRecord(Struct, frozen=True, array_like=True, kw_only=True):
    """What the manifest records of a file: digests of its content, its pages, its definitions.

    `lines` are the definitions in their compact form, because most records are only read and
    written again.
    """

    path: str
    digests: tuple[str, ...]
    pages: tuple[str, ...]
    lines: str = ""

    @property
    def definitions(self) -> tuple[str, ...]:
        """The definition lines."""
        return tuple(sorted({*_expanded(self.lines)})) if self.lines else ()

    @property
    def has_notes(self) -> bool:
        """Whether edits are recorded that can't be seen in the content of the file.

        Such a file is merged even if docgen wrote all of its content: the record must be kept.
        """
        lines = self.lines
        return _DELETED_LINE in lines or "^\n" in lines or lines.endswith("^")


def compact(definitions: Iterable[str]) -> str:
    """Return definition lines in their compact form."""
    lines = sorted(definitions)
    main = _main_class(lines)
    imports: list[str] = []
    others: list[str] = []
    for line in lines:
        match = _IMPORT.fullmatch(line)
        if match:
            imports.append(f" {match[2]}{match[3]}{match[1]}")
            continue
        name, _, word = line.partition("\t")
        if name == main:
            others.insert(0, f"\n{word}{name}")
        else:
            others.append(f"\n{word}{_short(name, word, main)}")
    head, rest = others[:1], others[1:]
    return "".join((*head, *(("\n", *imports) if imports else ()), *rest))


def _main_class(lines: Iterable[str]) -> str:
    """Return the first class that has members, if there is a line for it."""
    names = [line.partition("\t")[0] for line in lines]
    known = {*names}
    scopes = (name.partition(".")[0] for name in names if "." in name)
    return next((scope for scope in scopes if scope in known), "")


def _short(name: str, word: str, main: str) -> str:
    if main and name.startswith((f"{main}.", f"{main}@")):
        name = name[len(main) :]
    if name.endswith("__doc__"):
        return name[: -len("__doc__")] + '"'
    return name[: -len(word)] if name.endswith(f"#{word}") else name


def _expanded(lines: str) -> Iterator[str]:
    main = ""
    for line in lines.split("\n")[1:]:
        if line.startswith(" "):
            yield from map(_expanded_import, line.split())
            continue
        word, name = line[:WORD], line[WORD:]
        main = main or name
        if name[:1] in {".", "@"}:
            name = main + name
        if name.endswith('"'):
            name = name[:-1] + "__doc__"
        elif name.endswith("#"):
            name += word
        yield f"{name}\t{word}"


def _expanded_import(item: str) -> str:
    word, name = item[: WORD - 1], item[WORD - 1 :]
    plain = name.removeprefix("!")
    return f"import {plain}\t{word}{'!' if plain != name else ''}"


class EditPolicy(Struct, frozen=True, kw_only=True):
    """What a run does with files that were edited by hand; by default it merges them.

    `forces` overwrites them. `keeps_new` writes the newly generated content next to a file with a
    conflict. With `accepts` a run only marks the conflicts in these files as resolved.
    """

    forces: bool = False
    keeps_new: bool = False
    accepts: frozenset[str] | None = None


MERGE_EDITS = EditPolicy()
"""The default policy."""


class FileChange(Struct, frozen=True, kw_only=True):
    """A file whose content changes: `before` is `None` for a new one, `after` for a removed one.

    If the hand-written code of a removed file is moved, `moved_to` is its new path. A stub that
    only `follows` hand-written code of its module is not out of date with its pages.
    """

    path: str
    before: bytes | None
    after: str | None
    moved_to: str | None = None
    follows: bool = False


class Conflict(Struct, frozen=True, kw_only=True):
    """A file with a conflict: the content that is kept, and the newly generated content."""

    kept: str
    new: str


class Decision(Struct, frozen=True, kw_only=True):
    """What a run does with the file at a path; without a `record` the manifest won't list it.

    The file `is_current` if it has the newly generated content, and `is_edited` if it keeps other
    content. It has a `conflict` if code that was edited by hand changed in the new content as well.
    """

    record: FileRecord | None
    change: FileChange | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    is_current: bool = False
    is_edited: bool = False
    conflict: Conflict | None = None


class OperationsModule(Struct, frozen=True, kw_only=True):
    """The module of the operations that a test file is about.

    `path` is its path, `last` are the definition lines of what docgen wrote there last, `content`
    is what it contains, and `new` what docgen would write now.
    """

    path: str
    last: tuple[str, ...]
    content: str
    new: str


class EditedFile(Struct, frozen=True, kw_only=True):
    """A file that was edited: its content, its record, and what docgen would write now.

    `last` is `None` if docgen never wrote it, `wanted` and `new` are `None` if no page defines it.
    `operations` is the module that a test file is about, if docgen would change it now.
    """

    path: str
    content: bytes
    last: FileRecord | None
    wanted: FileRecord | None
    new: str | None
    operations: OperationsModule | None = None

    @property
    def source(self) -> str | None:
        """The content, if it is UTF-8."""
        try:
            return self.content.decode()
        except UnicodeDecodeError:
            return None

    @property
    def base(self) -> tuple[str, ...]:
        """The definition lines of what docgen wrote last."""
        return self.last.definitions if self.last else ()


class MergeResult(Struct, frozen=True, kw_only=True):
    """The merged content of a file, and its definition lines in the manifest.

    The content is empty if no page defines the file any more and nothing in it was edited.
    """

    source: str
    definitions: tuple[str, ...]


Merge: TypeAlias = Callable[
    [str, tuple[str, ...], str, str | None], Result[MergeResult]
]
"""`docgen.edits.merge.merge`, or a cache of it."""


class Moves(Struct, frozen=True, kw_only=True):
    """The decisions about moved files, by old and new paths, and the ambiguous renames."""

    decisions: Mapping[str, Decision] = {}
    ambiguous: tuple[Diagnostic, ...] = ()
