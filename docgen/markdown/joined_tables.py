"""Joined tables: separate the rows of a table that a formatter has wrapped as a paragraph.

A formatter that does not recognise a table (its delimiter row has a column too few, say) joins and
wraps its lines as those of prose:

    |Member|Value|Description| |:---|:---| |low|0|The printer saves
    ink.| |high|1|The printer takes its time.|

    joined := text header? delimiter row* text     -- the delimiter is next to other words
            | header row+                          -- a known header; a row on the same line
    row    := "|" cell ( "|" cell )* "|"           -- as many cells as the header

Rows without outer pipes can't be separated: nothing shows where one ends. Where the lines of the
header and the delimiter row were long enough, only the rows below them are joined.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec import Struct

from docgen.markdown.fragments import Fragment, fragment
from docgen.regex import Regex
from docgen.vocabulary import KNOWN_HEADERS

_DASHES = r"(?<![-:])(?=[-:]{2})(?>:?-++:?)"
_DELIMITER = Regex(
    rf"(?>(?:\|\s*+)?){_DASHES}(?>(?:\s*+\|\s*+{_DASHES})+)\s*+\|?"
    rf"|(?<=\|\s)\|\s*+{_DASHES}\s*+\|(?=\s*+(?:\||$))"
)
_BREAK = Regex(r"(?<=\|)[ \t]*<br[ \t]*/?>[ \t]*(?=\s*\||\s*\Z)", re.IGNORECASE)
"""A line break between two rows."""
_PIPE = Regex(r"(?<!\\)\|")
_HEADER_AND_ROW = Regex(r"\|(?>(?:(?!\s*+\|)[^|\n]+\|)+)(?=\s++\|)")
_RULE = "|:- \t\u00a0"


class JoinedTable(Struct, frozen=True, kw_only=True):
    """The parts of a joined table, each as fragments of lines.

    `rows` is empty if they can't be separated. `before` and `after` are the text around the table.
    """

    lines: tuple[Fragment, ...]
    before: tuple[Fragment, ...] = ()
    header: Fragment | None = None
    delimiter: Fragment | None = None
    rows: tuple[Fragment, ...] = ()
    after: tuple[Fragment, ...] = ()


class _Joined(Struct, frozen=True):
    """The lines of a joined table, where each starts in their text, and the text."""

    lines: tuple[Fragment, ...]
    starts: tuple[int, ...]
    text: str

    def fragments(self, start: int, end: int) -> tuple[Fragment, ...]:
        """Return a range of the text as fragments, one for each line that it covers."""
        return tuple(self._fragments(start, end))

    def _fragments(self, start: int, end: int) -> Iterator[Fragment]:
        while start < end:
            index = bisect_right(self.starts, start) - 1
            line, first = self.lines[index], self.starts[index]
            stop = min(end, first + len(line.text))
            part = self.text[start:stop]
            if part.strip():
                yield fragment(line.line, line.column + start - first, part)
            start = first + len(line.text) + 1 if stop < end else end


def joined_table(lines: Sequence[Fragment]) -> JoinedTable | None:
    """Return the table that `lines` contain; None if no delimiter row is among other words."""
    joined = _joined(lines)
    text = joined.text
    found = _DELIMITER.search(text)
    if not found:
        return _without_delimiter(joined)
    if not _is_among_words(text, *found.span()):
        return None
    start, end = found.span()
    pipe = text.find("|", 0, start)
    header = () if pipe < 0 else joined.fragments(pipe, start)
    names = text[pipe:start] if header else found[0]
    width = len(_PIPE.split(names.strip().strip("|")))
    rows = _row_ranges(text, end, width)
    if not rows:
        return JoinedTable(lines=joined.lines)
    return JoinedTable(
        lines=joined.lines,
        before=joined.fragments(0, pipe if header else start),
        header=header[0] if len(header) == 1 else None,
        delimiter=joined.fragments(start, end)[0],
        rows=_lines_of_rows(joined, rows),
        after=joined.fragments(rows[-1][1], len(text)),
    )


def _joined(lines: Sequence[Fragment]) -> _Joined:
    starts = tuple(accumulate((len(one.text) + 1 for one in lines), initial=0))[:-1]
    text = "\n".join(line.text for line in lines)
    if "<" in text:
        text = _BREAK.sub(lambda found: " " * len(found[0]), text)
    return _Joined(tuple(lines), starts, text)


def _without_delimiter(joined: _Joined) -> JoinedTable | None:
    """Return the table that begins with a known header and a row on the same line."""
    found = _HEADER_AND_ROW.match(joined.text)
    names = found[0].strip("|").split("|") if found else []
    words = [name.strip().casefold() for name in names]
    if found is None or len(words) < 2 or not KNOWN_HEADERS.issuperset(words):
        return None
    rows = _row_ranges(joined.text, found.end(), len(names))
    if not rows or joined.text[rows[-1][1] :].strip():
        return JoinedTable(lines=joined.lines)
    return JoinedTable(
        lines=joined.lines,
        header=joined.fragments(0, found.end())[0],
        rows=_lines_of_rows(joined, rows),
    )


def joined_rows(lines: Sequence[Fragment], width: int) -> JoinedTable | None:
    """Return rows of `width` cells that are joined below a header; None if no two are."""
    if not any(_is_joined(line.text, width) for line in lines):
        return None
    joined = _joined(lines)
    rows = _row_ranges(joined.text, 0, width)
    if not rows or joined.text[rows[-1][1] :].strip():
        return None
    if any(not _PIPE.split(joined.text[start:end])[1].strip() for start, end in rows):
        return None  # a pipe too many in one row, and one too few in another
    return JoinedTable(lines=joined.lines, rows=_lines_of_rows(joined, rows))


def _is_joined(line: str, width: int) -> bool:
    """Return whether a row ends and another begins on a line."""
    cells = _PIPE.split(line)
    if line.startswith("|") and len(cells) <= width + 2:
        return False
    return any(not cell.strip() for cell in cells[1:-1])


def _is_among_words(text: str, start: int, end: int) -> bool:
    """Return whether a delimiter row is not a line, nor the cells of another row."""
    if text[start] == "|" and text[:start].rstrip()[-1:] not in ("|", ""):
        return False
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    return line.replace("\n", "").strip(_RULE) != ""


def _row_ranges(text: str, start: int, width: int) -> list[tuple[int, int]]:
    """Return where each row starts and ends; an empty list if that is not certain."""
    pipes = [pipe.start() for pipe in _PIPE.finditer(text, start)]
    if not pipes or len(pipes) % (width + 1) or text[start : pipes[0]].strip():
        return []
    rows: list[tuple[int, int]] = []
    for index in range(0, len(pipes), width + 1):
        first, last = pipes[index], pipes[index + width]
        if rows and text[rows[-1][1] : first].strip():
            return []
        rows.append((first, last + 1))
    return rows


def _lines_of_rows(
    joined: _Joined, rows: Sequence[tuple[int, int]]
) -> tuple[Fragment, ...]:
    return tuple(p for row in rows for p in _row_lines(joined.fragments(*row)))


def _row_lines(parts: Sequence[Fragment]) -> Iterator[Fragment]:
    """Move a pipe at the start of a line to the line before, so that only the first has one."""
    for index, part in enumerate(parts):
        line, column, text = part.line, part.column, part.text
        if index and text.startswith("|"):
            column, text = column + 1, text[1:]
        if parts[index + 1 :] and parts[index + 1].text.startswith("|"):
            text += "|"
        yield fragment(line, column, text)
