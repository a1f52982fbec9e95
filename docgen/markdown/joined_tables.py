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


class ParagraphLines(Struct, frozen=True):
    """Lines that follow each other, where each starts in their text, and the text."""

    lines: tuple[Fragment, ...]
    starts: tuple[int, ...]
    text: str

    def below(self, index: int) -> "ParagraphLines":
        """Return the paragraph that begins at the line with this index."""
        return paragraph_lines(self.lines[index:])

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


class NextDelimiter(Struct, frozen=True):
    """The first delimiter row of a paragraph after `offset`; None if there is none."""

    offset: int
    found: re.Match[str] | None

    def is_next_of(self, offset: int) -> bool:
        """Return whether it is also the first one after another offset."""
        if self.found is None:
            return offset >= self.offset
        return self.offset <= offset < self.found.start()


def next_delimiter(text: str, offset: int) -> NextDelimiter:
    """Return the first delimiter row of a text that begins at `offset`."""
    return NextDelimiter(offset, _DELIMITER.search(text, offset))


def may_have_table(text: str, delimiter: NextDelimiter, offset: int) -> bool:
    """Return whether the text that begins at `offset` may contain a joined table.

    This takes only as long as the lines around the delimiter row, so that a paragraph with many
    tables is not read to its end for each of them.
    """
    if delimiter.found is None:
        return _header_end(text, offset) is not None
    return _is_among_words(text, *delimiter.found.span(), offset)


def joined_table(joined: ParagraphLines) -> JoinedTable | None:
    """Return the table of a paragraph; None if no delimiter row is among other words."""
    text = joined.text
    found = _DELIMITER.search(text)
    if not found:
        return _without_delimiter(joined)
    start, end = found.span()
    if not _is_among_words(text, start, end, 0):
        return None
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


def paragraph_lines(lines: Sequence[Fragment]) -> ParagraphLines:
    """Return lines as a paragraph; a line break between two rows is blank in its text."""
    starts = tuple(accumulate((len(one.text) + 1 for one in lines), initial=0))[:-1]
    text = "\n".join(line.text for line in lines)
    if "<" in text:
        text = _BREAK.sub(lambda found: " " * len(found[0]), text)
    return ParagraphLines(tuple(lines), starts, text)


def _without_delimiter(joined: ParagraphLines) -> JoinedTable | None:
    """Return the table that begins with a known header and a row on the same line."""
    end = _header_end(joined.text, 0)
    if end is None:
        return None
    width = joined.text.count("|", 0, end) - 1
    rows = _row_ranges(joined.text, end, width)
    if not rows or joined.text[rows[-1][1] :].strip():
        return JoinedTable(lines=joined.lines)
    return JoinedTable(
        lines=joined.lines,
        header=joined.fragments(0, end)[0],
        rows=_lines_of_rows(joined, rows),
    )


def _header_end(text: str, offset: int) -> int | None:
    """Return the end of the known header at `offset` that a row follows on its line, if any."""
    found = _HEADER_AND_ROW.match(text, offset)
    names = found[0].strip("|").split("|") if found else []
    words = [name.strip().casefold() for name in names]
    if found is None or len(words) < 2 or not KNOWN_HEADERS.issuperset(words):
        return None
    return found.end()


def joined_rows(lines: Sequence[Fragment], width: int) -> JoinedTable | None:
    """Return rows of `width` cells that are joined below a header; None if no two are."""
    if not any(_is_joined(line.text, width) for line in lines):
        return None
    joined = paragraph_lines(lines)
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


def _is_among_words(text: str, start: int, end: int, offset: int) -> bool:
    """Return whether a delimiter row is not a line, nor the cells of another row.

    The text begins at `offset`.
    """
    before = start
    while before > offset and text[before - 1].isspace():
        before -= 1
    if text[start] == "|" and before > offset and text[before - 1] != "|":
        return False
    line_start = max(offset, text.rfind("\n", offset, start) + 1)
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
    joined: ParagraphLines, rows: Sequence[tuple[int, int]]
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
