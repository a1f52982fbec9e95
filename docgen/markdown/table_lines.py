"""Table lines: the block rule for markdown-it-py that finds the lines of a table.

    table     := header delimiter row*      -- as in GFM, but with any number of columns each
               | header row+                -- without a delimiter row
               | delimiter row*             -- without a header
               | row+                       -- without both
    row       := "|" anything | anything "|" anything
    more      := a line after a row without a last pipe, in a table whose rows begin with one

A delimiter row between rows is ignored, unless the row above it is the header of another table: its
columns have known names, or their number differs. Below a header, rules of other characters
(`|===|===|`) are a delimiter row as well, and cells after those of a delimiter row are the first
row. A table continues across ignored lines and borders (`+---+---+`). If borders separate the rows
of a table, a line that lacks its first or second cell continues the row above. This module only
finds the lines; `tables` parses them.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import zip_longest

from markdown_it.rules_block import StateBlock
from msgspec import Struct
from msgspec.structs import replace

from docgen.markdown.fragments import Fragment, fragment, fragment_at
from docgen.markdown.html_tables import (
    HtmlSection,
    has_two_tables,
    html_section,
    html_table,
    next_html_cell,
    starts_html_table,
)
from docgen.markdown.joined_lines import (
    JoinedLine,
    begins_with_delimiter,
    split_delimiter,
    split_header,
)
from docgen.markdown.joined_tables import (
    JoinedTable,
    NextDelimiter,
    ParagraphLines,
    joined_rows,
    joined_table,
    may_have_table,
    next_delimiter,
    paragraph_lines,
)
from docgen.markdown.tabbed_tables import (
    TAB,
    TABS,
    is_tabbed_header,
    tab_separator,
    tabbed_lines,
)
from docgen.regex import Regex
from docgen.vocabulary import KIND_OF_HEADER, KNOWN_HEADERS, RULE_CHARACTERS

TABLE = "pipe_table"
HTML_TABLE = "html_table"
IGNORED_LINES = "ignored_lines"
MAX_COLUMNS = 100

_HTML_CELL = "html_cell"
"""The key of the offset of the next cell in HTML, so that it is searched for only once."""
_HTML_SECTION = "html_section"
_PARAGRAPH = "paragraph"
_NEXT_DELIMITER = "next_delimiter"
"""The keys of what several tables are searched for in, so that it is read only once."""
_SPLITS = "splits"
"""The key of the number of joined tables of a paragraph below which another block begins."""
_MAX_SPLITS = 100
"""The rest of a paragraph is read again below each; below more, its rows are reported only."""
_SPLITTING_PIPE = Regex(r"(?<!\\)\|")
_FIRST_TAB = Regex(r"(?<!\t)\t")
_MIN_PIPES = 2
_DELIMITER = "|:- \t\u00a0"
_RULE = Regex(rf"[{RULE_CHARACTERS}|\\#` \t\u00a0]*+")
_MARKER = Regex(r">|(?:[-*+]|\d{1,9}[.)])[ \t]")
"""The beginning of a quote or of an item of a list."""
_QUOTED_ROW = Regex(r">(?:[ \t]+\||\|[^|\n]*+\|[^|\n]*+\|)")
_ASCIIDOC_BORDER = "|==="
_BORDER = Regex(r"(?:\+(?>(?:[-=:]++\+)+)|\|===)[ \t]*+")
"""`+---+---+`, or a line above and below a table of AsciiDoc."""


class TableLines(Struct, frozen=True, kw_only=True):
    """The lines of a table; `header` and `delimiter` are None if it has none.

    `strays` are delimiter rows between rows, `continued` the numbers of lines whose cells continue
    those of the line above, and `of_header` the lines that continue the header. With `is_adjacent`
    another table ends on the line above. `joined` is the paragraph that the lines are from, if it
    is one. `separator` is between their cells: a pipe, a tab, or any number of tabs.
    """

    header: Fragment | None
    delimiter: Fragment | None
    rows: tuple[Fragment, ...]
    strays: tuple[Fragment, ...]
    continued: frozenset[int] = frozenset()
    of_header: tuple[Fragment, ...] = ()
    is_adjacent: bool = False
    joined: JoinedTable | None = None
    separator: str = "|"


def table_rule(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Parse the lines of a table that begins at `line`, if one does."""
    first = fragment_at(state, line)
    if _is_asciidoc_border(state, line):
        state.line = line if silent else line + 1
        return True
    if starts_html_table(first.text) and (silent or push_html_table(state, line, end)):
        return True
    if TAB in first.text and (tabbed := tabbed_lines(state, line, end)):
        if not silent:
            _push_tabbed_table(state, line, tabbed)
        return True
    if "|" not in first.text and not _is_single_header(first.text):
        return False
    head = _head(state, first, line, end)
    if head is None or silent:
        return head is not None
    header, delimiter = head
    has_head = header is not None or delimiter is not None
    if not has_head and push_joined_table(state, line, end):
        return True
    if has_head:
        parts = split_delimiter(delimiter) if delimiter else JoinedLine()
    else:
        after = _after(state, line, end)
        parts = split_header(first, column_count(after) if after else 0)
        header = parts.header
    last = parts.delimiter or header
    begin = line if last is None else last.line
    lines = (*parts.rows, *_rows(state, begin, end, header or first))
    rows = tuple(row for row in lines if not _is_certain_delimiter(row.text))
    joined = joined_rows(rows, column_count(header)) if header else None
    rows = joined.rows if joined else rows
    of_header = _of_header(state, header, rows) if header else ()
    rows = rows[len(of_header) :]
    if not has_head and (parts.delimiter or parts.rows):
        joined = JoinedTable(lines=(first,), rows=rows)
    found = TableLines(
        header=header,
        delimiter=parts.delimiter,
        rows=rows,
        strays=tuple(row for row in lines if _is_certain_delimiter(row.text)),
        continued=frozenset(() if joined else _continued(state, rows)),
        of_header=of_header,
        is_adjacent=_is_adjacent(state, line),
        joined=joined,
    )
    _push(state, line, lines[-1].line if lines else begin, found)
    return True


def _push_tabbed_table(
    state: StateBlock, line: int, lines: tuple[Fragment, ...]
) -> None:
    header, rows = None, lines
    if is_tabbed_header(lines[0]):
        header, rows = lines[0], lines[1:]
    found = TableLines(
        header=header,
        delimiter=None,
        rows=rows,
        strays=(),
        separator=tab_separator(header, rows),
    )
    _push(state, line, line + len(lines), found)


def push_html_table(state: StateBlock, line: int, end: int) -> bool:
    """Parse the HTML table that begins at `line`, if it has rows."""
    if not _may_have_rows(state, line):
        return False
    section = _html_section(state, line, end)
    table = html_table(section, line + 1 - section.lines[0].line)
    if table is None:
        return False
    state.line = line + table.line_count
    token = state.push(HTML_TABLE, "", 0)
    token.map = [line, state.line]
    token.meta = {HTML_TABLE: table}
    return True


def _may_have_rows(state: StateBlock, line: int) -> bool:
    """Return whether a cell of an HTML table is on a line or below it, before another table."""
    start = state.bMarks[line]
    cell: int = state.env.get(_HTML_CELL, -1)
    if cell < start:
        cell = state.env[_HTML_CELL] = next_html_cell(state.src, start)
    return cell < len(state.src) and not has_two_tables(state.src, start, cell)


def _html_section(state: StateBlock, line: int, end: int) -> HtmlSection:
    """Return the lines up to the next heading, which contain `line`."""
    container = (end, state.blkIndent)
    known: dict[object, HtmlSection] = state.env.setdefault(_HTML_SECTION, {})
    if container not in known or not _contains(known[container].lines, state, line):
        known[container] = html_section(tuple(_html_lines(state, line, end)))
    return known[container]


def _html_lines(state: StateBlock, line: int, end: int) -> Iterator[Fragment]:
    """Yield the lines from `line` on, up to the next heading."""
    for following in range(line, end):
        is_outside = state.sCount[following] < state.blkIndent
        each = fragment_at(state, following)
        if each.text.startswith("#") or (is_outside and not state.isEmpty(following)):
            return
        yield each


def push_joined_table(state: StateBlock, line: int, end: int) -> bool:
    """Parse the rest of the paragraph from `line` on as a joined table, if it is one."""
    container = (end, state.blkIndent)
    lines = _paragraph(state, line, container)
    index = line + 1 - lines.lines[0].line if lines.lines else 0
    if not lines.lines or not _may_have_table(state, container, lines, index):
        return False
    joined = joined_table(lines.below(index))
    if joined is None or _begins_below_another_block(state, line, joined, end):
        return False
    last = lines.lines[-1].line
    following = _next_block(state, joined, end)
    if following is not None:
        splits: dict[object, int] = state.env.setdefault(_SPLITS, {})
        splits[container] = splits.get(container, 0) + 1
        if splits[container] > _MAX_SPLITS:
            joined = JoinedTable(lines=joined.lines)
        else:
            last = following
            after = tuple(one for one in joined.after if one.line <= last)
            joined = replace(joined, after=after)
    found = TableLines(
        header=joined.header,
        delimiter=joined.delimiter,
        rows=joined.rows,
        strays=(),
        joined=joined,
    )
    _push(state, line, last, found)
    return True


def _begins_below_another_block(
    state: StateBlock, line: int, joined: JoinedTable, end: int
) -> bool:
    """Return whether a list, a quote or lines with tabs are between `line` and the first row."""
    first = joined.rows[0].line if joined.rows else 0
    between = (fragment_at(state, number) for number in range(line + 1, first - 1))
    return any(
        _MARKER.match(one.text)
        or (TAB in one.text and tabbed_lines(state, one.line - 1, end))
        for one in between
    )


def _next_block(state: StateBlock, joined: JoinedTable, end: int) -> int | None:
    """Return the first line (from 0) below the rows of a joined table that begins a list, say."""
    if not joined.rows:
        return None
    rules = state.md.block.ruler.getRules("paragraph")
    numbers = (one.line - 1 for one in joined.after if one.line > joined.rows[-1].line)
    begins = (
        line for line in numbers if any(rule(state, line, end, True) for rule in rules)
    )
    return next(begins, None)


def _paragraph(
    state: StateBlock, line: int, container: tuple[int, int]
) -> ParagraphLines:
    """Return the lines up to the end of a paragraph, which contain `line`."""
    known: dict[object, ParagraphLines] = state.env.setdefault(_PARAGRAPH, {})
    if container not in known or not _contains(known[container].lines, state, line):
        lines: list[Fragment] = []
        while line < container[0] and not _is_end_of_paragraph(state, line):
            lines.append(fragment_at(state, line))
            line += 1
        known[container] = paragraph_lines(lines)
        for key in (_NEXT_DELIMITER, _SPLITS):
            state.env.setdefault(key, {}).pop(container, None)
    return known[container]


def _may_have_table(
    state: StateBlock, container: tuple[int, int], lines: ParagraphLines, index: int
) -> bool:
    """Return whether the part of a paragraph from a line on may contain a joined table."""
    offset = lines.starts[index]
    known: dict[object, NextDelimiter] = state.env[_NEXT_DELIMITER]
    if container not in known or not known[container].is_next_of(offset):
        known[container] = next_delimiter(lines.text, offset)
    return may_have_table(lines.text, known[container], offset)


def _contains(lines: Sequence[Fragment], state: StateBlock, line: int) -> bool:
    """Return whether a line (from 0) is one of several that follow each other."""
    index = line + 1 - lines[0].line if lines else -1
    return 0 <= index < len(lines) and lines[index] == fragment_at(state, line)


def _is_end_of_paragraph(state: StateBlock, line: int) -> bool:
    """Return whether a line is in no paragraph that begins above it.

    Outside of the list item or quote of the paragraph, this includes other items and quotes.
    """
    start = state.bMarks[line] + state.tShift[line]
    if state.isEmpty(line) or state.src.startswith(("#", "```", "~~~"), start):
        return True
    if _QUOTED_ROW.match(state.src, start) or _is_asciidoc_border(state, line):
        return True
    is_outside = state.sCount[line] < state.blkIndent
    return is_outside and _MARKER.match(state.src, start) is not None


def _push(state: StateBlock, line: int, end: int, lines: TableLines) -> None:
    state.line = end
    token = state.push(TABLE, "", 0)
    token.map = [line, end]
    token.meta = {TABLE: lines}


def _is_adjacent(state: StateBlock, line: int) -> bool:
    last = state.tokens[-1] if state.tokens else None
    if last is None or last.type != TABLE or last.map is None:
        return False
    return last.map[1] == line


def _head(
    state: StateBlock, first: Fragment, line: int, end: int
) -> tuple[Fragment | None, Fragment | None] | None:
    """Return the header and the delimiter row of the table at `line`; None without a table."""
    text = first.text
    if is_delimiter(text) or begins_with_delimiter(text):
        return None, first
    after = _after(state, line, end)
    has_first_pipe = text.startswith("|")
    if after is not None and is_delimiter(after.text):
        if has_first_pipe and "|" not in after.text:
            is_head = column_count(first) == 1 or is_header(text)
            return (first, after) if is_head else (None, None)
        is_head = has_first_pipe or _is_header_without_pipe(first, after)
        return (first, after) if is_head else None
    if after is not None and _is_delimiter_of_header(text, after.text):
        return first, after
    if after is not None and "|" in after.text and is_header(text):
        return first, None
    is_row = (text.endswith("|") and len(text) > 1) or text.count("|") > _MIN_PIPES
    if has_first_pipe and (
        is_row or (after is not None and after.text.startswith("|"))
    ):
        return None, None
    return None


def _is_delimiter_of_header(header: str, text: str) -> bool:
    """Return whether a line below a header separates it from the rows, in whatever characters."""
    has_pipes = header.startswith("|") and "|" in text
    if not has_pipes and not is_header(header):
        return False
    return is_rule(text) or ("|" in text and begins_with_delimiter(text))


def _is_header_without_pipe(first: Fragment, delimiter: Fragment) -> bool:
    """Return whether a line without a first pipe is a header, not a list item or a sentence."""
    if "|" not in delimiter.text:
        return False
    return is_header(first.text) or column_count(first) == column_count(delimiter)


def _after(state: StateBlock, line: int, end: int) -> Fragment | None:
    """Return the next line of the same block that is not ignored, if any."""
    following = _next_line(state, line + 1, end)
    is_outside = state.sCount[following] < state.blkIndent <= state.sCount[line]
    if following >= end or is_outside or state.isEmpty(following):
        return None
    return fragment_at(state, following)


def _next_line(state: StateBlock, line: int, end: int) -> int:
    """Return the first line from `line` on that is not ignored, nor `+---+---+` or `|===`."""
    ignored_lines: frozenset[int] = state.env[IGNORED_LINES]
    while line < end and (line in ignored_lines or _is_border(state, line)):
        line += 1
    return line


def _is_border(state: StateBlock, line: int) -> bool:
    """Return whether a line separates the rows of a table that is drawn with characters."""
    start, end = state.bMarks[line] + state.tShift[line], state.eMarks[line]
    begins = state.src.startswith(("+", _ASCIIDOC_BORDER), start, end)
    return begins and _BORDER.fullmatch(state.src, start, end) is not None


def _is_asciidoc_border(state: StateBlock, line: int) -> bool:
    start = state.bMarks[line] + state.tShift[line]
    return state.src.startswith(_ASCIIDOC_BORDER, start) and _is_border(state, line)


def _of_header(
    state: StateBlock, header: Fragment, rows: Sequence[Fragment]
) -> tuple[Fragment, ...]:
    """Return the lines between the header and the first border that complete known headers."""
    borders = (n for n, row in enumerate(rows) if _is_border(state, row.line - 2))
    more = tuple(rows[: next(borders, 0)])
    lines = [[cell.text for cell in table_line(x).cells] for x in (header, *more)]
    names = map(" ".join, zip_longest(*lines, fillvalue=""))
    return more if more and are_headers(names) else ()


def _continued(state: StateBlock, rows: Sequence[Fragment]) -> Iterator[int]:
    """Yield the numbers of the lines of rows that continue one above, in a table with borders.

    A line with a name and a second cell is a row: borders may also be between groups of rows. If
    only the header has a border below it, each line with a name is a row.
    """
    first = {row.line for row in rows if _is_border(state, row.line - 2)}
    for row in rows[1:] if first else ():
        name, *others = (cell.text for cell in table_line(row).cells)
        is_row = bool(name and (len(first) == 1 or any(others[:1])))
        if row.line not in first and not is_row:
            yield row.line


def _rows(state: StateBlock, line: int, end: int, head: Fragment) -> Iterator[Fragment]:
    has_first_pipes = head.text.startswith("|")
    last: Fragment | None = None
    while (line := _next_row(state, line, end)) < end:
        row = fragment_at(state, line)
        may_continue = (
            has_first_pipes and last is not None and not last.text.endswith("|")
        )
        if not _is_row(state, row, end, may_continue):
            return
        if _is_next_header(state, row, head, end):
            return
        yield row
        last, line = row, line + 1


def _next_row(state: StateBlock, line: int, end: int) -> int:
    """Return the line where a row may be, from `line` on after ignored lines; else `end`."""
    following = _next_line(state, line, end)
    if following >= end or state.isEmpty(following):
        return end
    if state.sCount[following] < state.blkIndent:
        return end
    if following > line and not fragment_at(state, following).text.startswith("|"):
        return end
    return following


def _is_row(state: StateBlock, row: Fragment, end: int, may_continue: bool) -> bool:
    """Return whether a line is in the table; with `may_continue` it may complete the row above."""
    has_pipe = "|" in row.text
    if (
        row.text.startswith("|")
        or row.text.endswith("|")
        or (may_continue and has_pipe)
    ):
        return True
    if not row.text or not (may_continue or has_pipe):
        return False
    return not _is_other_block(state, row.line - 1, end)


def _is_other_block(state: StateBlock, line: int, end: int) -> bool:
    rules = state.md.block.ruler.getRules("blockquote")
    return any(rule(state, line, end, True) for rule in rules if rule is not table_rule)


def _is_next_header(state: StateBlock, row: Fragment, head: Fragment, end: int) -> bool:
    """Return whether `row` is the header of another table, because of its words or what follows.

    A row that repeats the header of its table is another one only above a delimiter row.
    """
    line = row.line
    if _is_other_header(row, head):
        return True
    if line >= end or state.isEmpty(line) or "|" not in row.text:
        return False
    if state.src[state.bMarks[line] + state.tShift[line]] not in _DELIMITER:
        return False
    after = _after(state, line - 1, end)
    if after is None:
        return False
    if is_header(row.text) and _is_delimiter_of_header(row.text, after.text):
        return True
    is_other = column_count(row) != column_count(head)
    return is_other and _is_certain_delimiter(after.text)


def is_border(text: str) -> bool:
    """Return whether a line is above, below or between the rows of a table that is drawn."""
    return _BORDER.fullmatch(text.strip()) is not None


def is_delimiter(text: str) -> bool:
    """Return whether `text` has only the dashes, colons and pipes of a delimiter row."""
    return "-" in text and not text.strip(_DELIMITER)


def is_rule(text: str) -> bool:
    """Return whether `text` is a line of dashes or similar characters, perhaps with pipes.

    A line that begins a code block is not one.
    """
    if text.startswith(("```", "~~~")):
        return False
    is_line = any(not each.isspace() and each not in "|\\#`" for each in text)
    return is_line and _RULE.fullmatch(text) is not None


def _is_certain_delimiter(text: str) -> bool:
    """Return whether a delimiter row can't be a row of cells that contain a dash each."""
    return "--" in text and "|" in text and is_delimiter(text)


def is_header(text: str) -> bool:
    """Return whether all columns of a row have known headers."""
    return are_headers(text.strip("|").split("|"))


def _is_other_header(row: Fragment, head: Fragment) -> bool:
    """Return whether a row is certainly a header, and another one than the known header `head`.

    Rows may have the names of columns too, such as a property `name` and its type `value`. So a
    header has several columns, of which the first is of names and no two are of a kind, and
    capitals.
    """
    if not row.text.lstrip("| ")[:1].isupper():
        return False
    names = _header_names(row)
    kinds = [KIND_OF_HEADER.get(name.casefold()) for name in names]
    is_certain = kinds[0] == "name" and len(set(kinds)) == len(kinds) > _MIN_PIPES
    if not is_certain or None in kinds or not all(name[:1].isupper() for name in names):
        return False
    known = _header_names(head)
    is_other = [*map(str.casefold, known)] != [*map(str.casefold, names)]
    return is_other and len(known) > _MIN_PIPES and are_headers(known)


def _header_names(line: Fragment) -> list[str]:
    return [cell.strip() for cell in _cell_texts(line.text, "|")[1]]


def are_headers(names: Iterable[str]) -> bool:
    """Return whether all of several cells are headers of columns."""
    words = [name.strip().casefold() for name in names]
    return len(words) > 1 and KNOWN_HEADERS.issuperset(words)


def _is_single_header(text: str) -> bool:
    """Return whether `text`, which has no pipes, is the header of a table of one column."""
    return len(text) < 20 and text.casefold() in KNOWN_HEADERS


class TableLine(Struct, frozen=True):
    """A line of a table, its cells, and whether it has a first and a last pipe.

    If it `is_continued`, its cells continue those of the line above.
    """

    line: Fragment
    cells: tuple[Fragment, ...]
    has_first_pipe: bool
    has_last_pipe: bool
    is_continued: bool = False


def table_line(
    line: Fragment, separator: str = "|", continued: Collection[int] = ()
) -> TableLine:
    """Split a line at its pipes, also those in code spans, but not at escaped ones; or at tabs.

    `continued` are the numbers of lines that continue the one above.
    """
    text = _without_break(line.text)
    start, cells = _cell_texts(text, separator)
    has_first = start > 0 or separator != "|"
    has_last = separator != "|" or _has_last_pipe(text, start)
    split = tuple(_split(line, start, cells))
    return TableLine(line, split, has_first, has_last, line.line in continued)


def _without_break(text: str) -> str:
    """Return a line without a backslash after its last pipe, which breaks the line."""
    bare = text[:-1].rstrip() if text.endswith("\\") else ""
    return bare if bare.endswith("|") and not bare.endswith("\\|") else text


def _cell_texts(text: str, separator: str) -> tuple[int, list[str]]:
    """Return the position of the first cell of a line, and the content of each cell."""
    if separator == TABS:
        return 0, _FIRST_TAB.split(text)
    if separator != "|":
        return 0, text.split(separator)
    start = int(text.startswith("|"))
    stop = len(text) - _has_last_pipe(text, start)
    return start, _SPLITTING_PIPE.split(text[start:stop])


def _has_last_pipe(text: str, start: int) -> bool:
    return len(text) > start and text.endswith("|") and not text.endswith("\\|")


def _split(line: Fragment, start: int, cells: list[str]) -> Iterator[Fragment]:
    for cell in cells:
        yield fragment(line.line, line.column + start, cell)
        start += len(cell) + 1


def column_count(line: Fragment, separator: str = "|") -> int:
    """Return the number of columns of a line, at most `MAX_COLUMNS`."""
    return min(MAX_COLUMNS, len(_cell_texts(_without_break(line.text), separator)[1]))
