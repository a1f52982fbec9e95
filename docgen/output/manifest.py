r"""The manifest: the record of what docgen wrote last to an output folder.

    manifest   = "docgen manifest 3" { file { definition } }
    file       = path TAB digest { TAB page }            one line
    definition = one line without a tab, in the compact form of `FileRecord`

Digest and definitions are those of the generated code, not of edits. Edits change few lines of the
manifest, so branches with different edits merge well.

Files are sorted by path and have one line for each definition, so that git merges them line by
line, also with `merge=union`. A backslash, a tab or a line ending in a path is written `\\`, `\t`,
`\n`. Any other line is ignored, and so are conflict markers. A file can be listed more than once if
two branches were merged: docgen wrote each of the digests and definitions.

A missing, damaged or older manifest loses no edits: a file without a record that differs from the
new content counts as edited by hand.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from operator import attrgetter, is_
from typing import TypeAlias

from msgspec.structs import replace

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic
from docgen.edits.decision import FileRecord
from docgen.output.paths import MANIFEST, is_safe
from docgen.regex import Regex
from docgen.source import Span

_HEAD = "docgen manifest 3"
_FILE_LINE = r"[^\t\n]+\t[0-9A-Za-z+/]{11}(?:\t[^\t\n]*)*"
_DEFINITION_LINE = r"(?:(?: [0-9A-Za-z+/]{4}\S+)+|[0-9A-Za-z+/]{5}[^\t\s][^\t\n]*)"
_FILE, _DEFINITION = Regex(_FILE_LINE), Regex(_DEFINITION_LINE)
_BLOCK = Regex(rf"({_FILE_LINE})((?:\n{_DEFINITION_LINE})*)\n")
_MARKERS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_ESCAPED = {escape: char for char, escape in _ESCAPES.items()}
_ESCAPE = Regex(r"\\[\\tnr]")


_path = attrgetter("path")

_CHUNK = 64
"""Records that are compared with a manifest at once."""

_EXPECTED = -1
"""The position of expected records, which is not needed: docgen writes them."""

_Found: TypeAlias = tuple[int, Sequence[FileRecord]]
"""The position of a record and the record, or several expected ones."""


def _lines_of(record: FileRecord) -> str:
    if not _need_no_escapes((record,)):
        record = replace(record, pages=tuple(map(_with_escapes, record.pages)))
    return _plain_lines_of(record)


def _plain_lines_of(record: FileRecord) -> str:
    """Return the lines of a record whose paths need no escapes."""
    pages = "\t".join(("", *record.pages))
    if len(record.digests) == 1:
        return f"{record.path}\t{record.digests[0]}{pages}{record.lines}"
    lines = (f"{record.path}\t{digest}{pages}" for digest in record.digests)
    return "\n".join(lines) + record.lines


def _with_escapes(path: str) -> str:
    return "".join(_ESCAPES.get(char, char) for char in path)


def _need_no_escapes(records: Iterable[FileRecord]) -> bool:
    """Return whether the paths of the pages of all records need no escapes."""
    pages: set[str] = set()
    for record in records:
        pages.update(record.pages)
    paths = "".join(pages)
    return paths.isprintable() and "\\" not in paths


class ManifestLines:
    """The lines of records in a manifest, which are made once and used several times."""

    def __init__(self, records: Iterable[FileRecord] = ()) -> None:
        """Make the lines of records, whose paths are all different."""
        self.records = sorted(records, key=_path)
        lines_of = _plain_lines_of if _need_no_escapes(self.records) else _lines_of
        self.lines = [*map(lines_of, self.records)]

    @cached_property
    def _known(self) -> dict[str, tuple[FileRecord, str]]:
        """The records by path, each with its lines."""
        return {
            record.path: (record, lines)
            for record, lines in zip(self.records, self.lines, strict=True)
        }

    def are_of(self, records: Sequence[FileRecord]) -> bool:
        """Return whether these are the records, in their order."""
        is_same_count = len(records) == len(self.records)
        return is_same_count and all(map(is_, records, self.records))

    def of(self, record: FileRecord) -> str:
        """Return the lines of any record."""
        known = self._known.get(record.path)
        return known[1] if known and known[0] is record else _lines_of(record)

    def chunk(self, number: int) -> str:
        """Return the lines of several records, of which `number` is that of the first."""
        return "\n".join((*self.lines[number : number + _CHUNK], ""))


NO_LINES = ManifestLines()


def manifest_text(
    records: Iterable[FileRecord], known: ManifestLines = NO_LINES
) -> str:
    """Return the content of a manifest; `known` are the lines of some of the records."""
    in_order = sorted(records, key=_path)
    lines = known.lines if known.are_of(in_order) else map(known.of, in_order)
    return "\n".join((_HEAD, *lines, ""))


def read_manifest(
    content: bytes, expected: ManifestLines = NO_LINES
) -> Result[dict[str, FileRecord]]:
    """Read the records of a manifest by path; report and omit unsafe paths.

    `expected` makes no difference to the result: records that are in the manifest as they are
    expected are not parsed, and are the expected ones.
    """
    text = content.decode("utf-8", "replace").replace("\r\n", "\n")
    records: dict[str, FileRecord] = {}
    diagnostics: list[Diagnostic] = []
    for position, found in _unedited_records(text, expected) or _records(text):
        if position == _EXPECTED:
            records.update({one.path: one for one in found})
            continue
        (record,) = found
        if not is_safe(record.path):
            number = text.count("\n", 0, position) + 1
            diagnostics.append(_unsafe(record.path, number))
        elif record.path in records:
            records[record.path] = joined(records[record.path], record)
        else:
            records[record.path] = record
    return Result(records, tuple(diagnostics))


def _unedited_records(text: str, expected: ManifestLines) -> list[_Found]:
    """Return the records of a manifest as docgen writes it, with their positions.

    None where anything else is in the manifest. Most of the expected records are in it, so several
    are compared at once; then one after the other where there is a difference. No record before an
    expected one has its path.
    """
    head = f"{_HEAD}\n"
    if not text.startswith(head):
        return []
    found: list[_Found] = []
    position, number, count = len(head), 0, len(expected.records)
    while position < len(text):
        chunk = expected.chunk(number) if number % _CHUNK == 0 else ""
        lines = f"{expected.lines[number]}\n" if number < count else ""
        if chunk and text.startswith(chunk, position):
            same = expected.records[number : number + _CHUNK]
            found.append((_EXPECTED, same))
            position, number = position + len(chunk), number + len(same)
        elif lines and text.startswith(lines, position):
            found.append((_EXPECTED, expected.records[number : number + 1]))
            position, number = position + len(lines), number + 1
        else:
            match = _BLOCK.match(text, position)
            if match is None or text.startswith(_MARKERS, position):
                return []
            record = _record(match[1], match[2])
            while number < count and expected.records[number].path <= record.path:
                number += 1
            found.append((position, (record,)))
            position = match.end()
    return found


def _records(text: str) -> Iterator[_Found]:
    """Yield the records of any manifest, with their positions."""
    lines = text.split("\n")
    first = next((line for line in lines if not line.startswith(_MARKERS)), "")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    if first == _HEAD:
        for number, (line, *definitions) in _blocks(lines):
            record = _record(line, "\n".join(("", *definitions)))
            yield starts[number - 1], (record,)


_Block = list[str]
"""A file line and its definition lines."""

_Blocks = Mapping[int, _Block]
"""Blocks by the number of their first line."""


def _blocks(lines: Iterable[str]) -> Iterator[tuple[int, _Block]]:
    """Yield each block with the number of its first line.

    Both sides of a conflict continue the block before it, and the lines after it belong to the
    last block of either side.
    """
    found: dict[int, _Block] = {}
    before: _Blocks = {}
    sides: _Blocks = {}
    current: _Blocks = {}
    for number, line in enumerate(lines, 1):
        if _DEFINITION.fullmatch(line):
            for block in current.values():
                block.append(line)
        elif line.startswith(_MARKERS[0]):
            before, sides = current, {}
        elif line.startswith(_MARKERS[1:3]):
            sides, current = {**sides, **current}, before
        elif line.startswith(_MARKERS[3]):
            current = {**sides, **current}
        else:
            current = {number: [line]} if _FILE.fullmatch(line) else {}
            found.update(current)
    return iter(found.items())


def _record(line: str, definitions: str) -> FileRecord:
    path, digest, *pages = line.split("\t")
    return FileRecord(
        path=path,
        digests=(digest,),
        pages=tuple(map(_without_escapes, pages)),
        lines=_without_repetition(definitions),
    )


def _without_repetition(definitions: str) -> str:
    return "\n".join(dict.fromkeys(definitions.split("\n")))


def _without_escapes(path: str) -> str:
    return _ESCAPE.sub(lambda match: _ESCAPED[match[0]], path) if "\\" in path else path


def joined(one: FileRecord, other: FileRecord) -> FileRecord:
    """Join two records of a file: docgen wrote the content of both."""
    return FileRecord(
        path=one.path,
        digests=tuple(sorted({*one.digests, *other.digests})),
        pages=tuple(sorted({*one.pages, *other.pages})),
        lines=_without_repetition(one.lines + other.lines),
    )


def _unsafe(path: str, line: int) -> Diagnostic:
    message = f"the manifest lists `{path}`, which docgen never writes"
    span = Span(line, 1, len(path) + 1)
    return diagnostic(Code.UNSAFE_OUTPUT, message, MANIFEST, span, "delete the line")
