"""The baseline: diagnostics that are known, so that a team sees only new ones.

    file  = head { "# " comment } { codes } { entry }
    head  = "# docgen baseline 1"
    codes = "# codes: " code { " " code }             that docgen had when the file was written
    entry = code TAB owner TAB row TAB text TAB count

An entry has no line and no message, so sorted rows, inserted lines and moved pages leave it as it
is. The `owner` is a type, or the page where there is no type; `row` is the name of a row, or the
file name of an API page. `text` is what the page has at the position of the diagnostic, with single
spaces. Entries are sorted, one on each line, so that git merges them; of an entry that is there
twice, the higher count applies. Any other line is ignored.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from docgen.diagnostics import Diagnostic
from docgen.diagnostics.codes import BY_NAME
from docgen.regex import Regex
from docgen.schema.links import stem
from docgen.schema.model import EnumType, QualifiedName, Schema, Source, Type

_HEAD = "# docgen baseline 1"
_COMMENT = (
    "# Known diagnostics: code, type or page, row or API page, text, count.\n"
    "# Written by `docgen lint --write-baseline`."
)
_CODES = "# codes: "
_CODES_WIDTH = 100
_MAX_TEXT = 100
_ENTRY = Regex(r"([a-z0-9-]+)\t([^\t]*)\t([^\t]*)\t([^\t]*)\t([0-9]{1,9})")
_LINK = Regex(r"\[([^\[\]]*)\]\([^()]*\)")
_PIPE = Regex(r"(?<!\\)\|")
_MARKS = "`*_ "


class Entry(Struct, frozen=True, array_like=True, order=True):
    """What identifies a diagnostic on any version of a page."""

    code: str
    owner: str
    row: str
    text: str


class Baseline(Struct, frozen=True, kw_only=True):
    """The number of known diagnostics of each entry, and the codes that docgen had then."""

    counts: Mapping[Entry, int]
    codes: frozenset[str]


class Comparison(Struct, frozen=True, kw_only=True):
    """Diagnostics, compared with a baseline.

    `new` are those that it lacks. `known` is the number of the others. `of_new_codes` are the
    numbers of those whose codes docgen did not have when the baseline was written. `solved` are the
    entries of the baseline that have no diagnostic any more, with the number of those.
    """

    new: tuple[Diagnostic, ...]
    known: int
    of_new_codes: Mapping[str, int]
    solved: Mapping[Entry, int]


class BaselineError(Exception):
    """Raised for content that is not that of a baseline."""


def baseline_of(entries: Iterable[Entry]) -> Baseline:
    """Return the baseline in which all entries are known."""
    return Baseline(counts=Counter(entries), codes=frozenset(BY_NAME))


def baseline_text(baseline: Baseline) -> str:
    """Return the content of the file of a baseline."""
    lines = [_HEAD, _COMMENT, *_code_lines(sorted(baseline.codes))]
    for entry, count in sorted(baseline.counts.items()):
        fields = (entry.code, entry.owner, entry.row, entry.text, str(count))
        lines.append("\t".join(fields))
    return "\n".join((*lines, ""))


def _code_lines(codes: Sequence[str]) -> Iterator[str]:
    line = _CODES.rstrip()
    for code in codes:
        if len(line) + len(code) >= _CODES_WIDTH:
            yield line
            line = _CODES.rstrip()
        line += f" {code}"
    yield line


def read_baseline(content: str) -> Baseline:
    """Return the baseline in the content of a file; raises `BaselineError`."""
    lines = content.removeprefix("\ufeff").splitlines()
    if _HEAD not in lines:
        raise BaselineError(f"it has no line `{_HEAD}`")
    counts: dict[Entry, int] = {}
    codes: set[str] = set()
    for line in lines:
        found = _ENTRY.fullmatch(line)
        if line.startswith(_CODES):
            codes.update(line.removeprefix(_CODES).split())
        elif found:
            entry = Entry(*found.groups()[:-1])
            counts[entry] = max(counts.get(entry, 0), int(found[5]))
    return Baseline(counts=counts, codes=frozenset(codes))


def compared_with(
    baseline: Baseline, found: Sequence[tuple[Diagnostic, Entry]]
) -> Comparison:
    """Compare the diagnostics of a run, each with its entry, with a baseline."""
    left = dict(baseline.counts)
    new: list[Diagnostic] = []
    of_new_codes: Counter[str] = Counter()
    known = 0
    for one, entry in found:
        if left.get(entry, 0):
            left[entry] -= 1
            known += 1
        elif one.code not in baseline.codes:
            of_new_codes[one.code] += 1
        else:
            new.append(one)
    return Comparison(
        new=tuple(new),
        known=known,
        of_new_codes=of_new_codes,
        solved={entry: count for entry, count in left.items() if count},
    )


def without_solved(baseline: Baseline, solved: Mapping[Entry, int]) -> Baseline:
    """Return a baseline without the diagnostics that are solved."""
    left = {
        entry: count - solved.get(entry, 0) for entry, count in baseline.counts.items()
    }
    counts = {entry: count for entry, count in left.items() if count}
    return Baseline(counts=counts, codes=baseline.codes)


class _Part(NamedTuple):
    """The lines of a page from the name of a type to its last member; the first for others."""

    start: int
    end: int
    type: QualifiedName

    def contains(self, line: int) -> bool:
        """Return whether a line is one of several lines; one line is a row of another type."""
        return self.start < self.end and self.start <= line <= self.end


def _end(type_: Type, source: Source) -> int:
    members = type_.members if isinstance(type_, EnumType) else ()
    lines = (one.source.line for one in members if one.source.path == source.path)
    return max(lines, default=source.line)


class PageEntries:
    """Returns the entry of each diagnostic on the pages of a schema."""

    def __init__(
        self, schema: Schema, line_of: Callable[[str, int], str | None]
    ) -> None:
        """Use `line_of` to read a line of a page; paths are those of the page set."""
        self._line_of = line_of
        self._types: dict[str, list[_Part]] = {}
        self._enums: dict[str, list[_Part]] = {}
        for type_ in schema.types:
            is_enum = isinstance(type_, EnumType)
            for source in type_.sources:
                part = _Part(source.line, _end(type_, source), type_.name)
                parts = self._enums if is_enum else self._types
                parts.setdefault(source.path, []).append(part)
        for declared in (*self._types.values(), *self._enums.values()):
            declared.sort()
        self._owners = {one.api_page: one.owner for one in schema.operations}

    def of(self, one: Diagnostic) -> Entry:
        """Return the entry of a diagnostic."""
        line = self._line_of(one.path, one.span.line) or ""
        text = line[one.span.column - 1 : one.span.end_column - 1]
        owner, row = self._owner(one, line)
        return Entry(one.code, _plain(owner), _plain(row), _plain(text or line))

    def _owner(self, one: Diagnostic, line: str) -> tuple[str, str]:
        """Return the type and the row that a diagnostic is about.

        An enum type has only the lines of its members, so that the order of rows makes no
        difference to what is below them. An operation is represented by the file name of its page:
        its own name depends on the order of rows.
        """
        number = one.span.line
        enums = self._enums.get(one.path, [])
        types = self._types.get(one.path) or enums
        if types:
            inside = [part for part in enums if part.contains(number)]
            above = [part for part in types if part.start <= number]
            part = (inside or above or types[:1])[-1]
            return part.type, _row_name(line)
        owner = self._owners.get(one.path)
        if owner:
            return owner, stem(one.path)
        return one.path, _row_name(line)


def _row_name(line: str) -> str:
    """Return the first cell of a row of a table, without markup; empty for other lines."""
    cells = _PIPE.split(line.strip())
    is_row = len(cells) > 2
    cell = (cells[0] or cells[1]) if is_row else ""
    return _LINK.sub(r"\1", cell).strip(_MARKS)


def _plain(text: str) -> str:
    """Return a text on one line, with single spaces, of limited length."""
    words = " ".join(text.split())
    return words if len(words) <= _MAX_TEXT else words[: _MAX_TEXT - 1] + "…"
