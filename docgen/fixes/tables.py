"""Edits of tables: their head, and the cells of a row."""

from collections.abc import Mapping

from docgen.diagnostics import Diagnostic
from docgen.fixes.fix import Edit, Position
from docgen.fixes.page_text import PageText
from docgen.natural_order import natural_key
from docgen.regex import Regex
from docgen.schema.links import stem
from docgen.vocabulary import SECTIONS

_PIPE = Regex(r"(?<!\\)\|")
_DELIMITER = Regex(r"\s*\|?(?>(?:\s*:?-+:?\s*\|)+)\s*(?::?-+:?)?\s*")
_LINK = Regex(r"\[([^\[\]]*)\]\(([^()]*)\)")
_MIN_COLUMNS = 3
_COLLECTION = " collection"
_HEADERS: Mapping[tuple[str, int], str] = {
    ("properties", 3): "|Property|Type|Description|",
    ("relationships", 3): "|Relationship|Type|Description|",
    ("methods", 3): "|Method|Return type|Description|",
    ("members", 2): "|Member|Description|",
    ("members", 3): "|Member|Value|Description|",
}
"""Kind of table and number of its columns → its usual header."""


def joined_to_table_above(one: Diagnostic, page: PageText) -> tuple[Edit, ...]:
    """Delete the blank lines between a row and the table above it, and a second delimiter row."""
    last = one.span.line - 1
    above = last
    while above > 0 and not page.line(above).strip():
        above -= 1
    if above == last or "|" not in page.line(above):
        return ()
    is_delimiter = _DELIMITER.fullmatch(page.line(one.span.line)) is not None
    end = one.span.line + 1 if is_delimiter else one.span.line
    return (Edit(Position(above + 1, 1), Position(end, 1), ""),)


def completed_row(one: Diagnostic, page: PageText) -> tuple[Edit, ...]:
    """Add the missing cells of a row; its replacement has their pipes."""
    if not one.replacements:
        return ()
    row = page.line(one.span.line).rstrip()
    if "|" not in row:
        return ()
    end = Position(one.span.line, len(row) + 1)
    is_closed = row.endswith("|") and not row.endswith("\\|")
    return (Edit(end, end, ("" if is_closed else " |") + one.replacements[0].new),)


def added_header(one: Diagnostic, page: PageText) -> tuple[Edit, ...]:
    """Add the usual header of a section above a delimiter row."""
    line = page.line(one.span.line)
    if not _DELIMITER.fullmatch(line):
        return ()
    width = len(_PIPE.split(line.strip().strip("|")))
    header = _HEADERS.get((_kind(one.span.line, page), width))
    indent = line[: len(line) - len(line.lstrip())]
    place = Position(one.span.line, 1)
    return (Edit(place, place, f"{indent}{header}\n"),) if header else ()


def _kind(line: int, page: PageText) -> str:
    """Return what the section of a line declares; empty if that is not known."""
    title = page.title_above(line).lower()
    return next((kind for kind, titles in SECTIONS.items() if title in titles), "")


def escaped_pipes(one: Diagnostic, page: PageText) -> tuple[Edit, ...]:
    """Escape the pipes of a row from the one before the diagnostic on, except for the last.

    In a table of few columns, a column may lack its header instead. Pipes in code of an earlier
    column are left to the author.
    """
    line = page.line(one.span.line).rstrip()
    pipes = [found.start() + 1 for found in _PIPE.finditer(line)]
    inner = [column for column in pipes if column < len(line)]
    before = [column for column in inner if column < one.span.column][-1:]
    after = [column for column in inner if column >= one.span.column]
    if len(inner) - len(after) <= _MIN_COLUMNS:
        return ()
    cells = _PIPE.split(line[: before[0]] if before else "")
    if any(cell.count("`") % 2 for cell in cells):
        return ()
    places = (Position(one.span.line, column) for column in (*before, *after))
    return tuple(Edit(place, place, "\\") for place in places)


def written_return_type(one: Diagnostic, page: PageText) -> tuple[Edit, ...]:
    """Write another return type in the second cell of a methods table; a link to it is kept."""
    line = page.line(one.span.line)
    pipes = [found.start() for found in _PIPE.finditer(line)]
    after = [pipe for pipe in pipes if pipe >= one.span.end_column - 1]
    if not one.replacements or len(after) < 2:
        return ()
    start, end = after[0] + 1, after[1]
    cell = line[start:end]
    new = _cell_with(one.replacements[0].new, cell.strip())
    first = start + len(cell) - len(cell.lstrip()) if cell.strip() else start
    last = first + len(cell.strip())
    number = one.span.line
    return (Edit(Position(number, first + 1), Position(number, last + 1), new),)


def written_type(one: Diagnostic, page: PageText) -> tuple[Edit, ...]:
    """Write another type in the type cell of a row; a link to it is kept."""
    line, start, end = (
        page.line(one.span.line),
        one.span.column - 1,
        one.span.end_column - 1,
    )
    if not one.replacements or not line[start:end].strip():
        return ()
    new = _cell_with(one.replacements[0].new, line[start:end])
    number = one.span.line
    return (Edit(Position(number, start + 1), Position(number, end + 1), new),)


def _cell_with(type_: str, cell: str) -> str:
    name = type_.removesuffix(_COLLECTION)
    suffix = type_.removeprefix(name)
    link = _LINK.search(cell)
    if link and link[1].strip().lower() == name.lower():
        return link[0] + suffix
    if link and stem(link[2]).lower() == name.lower():
        return f"[{name}]({link[2]}){suffix}"
    return type_


def sorted_rows(one: Diagnostic, page: PageText) -> tuple[Edit, ...]:
    """Sort the rows of the group of a row by their names, if each row has one.

    A title of a group, a row in which only the first cell has content, stays where it is. Rows
    before another line without a pipe are not sorted, because it may be a part of the last row.
    """
    first = last = one.span.line
    while _has_content(page.line(first - 1)):
        first -= 1
    while _has_content(page.line(last + 1)):
        last += 1
    after = page.line(last + 1).strip()
    if after and not after.startswith("|"):
        return ()
    rows = [page.line(number) for number in range(first, last + 1)]
    ordered = sorted(rows, key=lambda row: natural_key(_name_of_row(row)))
    if not all(map(_name_of_row, rows)) or ordered == rows:
        return ()
    return (Edit(Position(first, 1), page.end_of(last), "\n".join(ordered)),)


def _has_content(line: str) -> bool:
    """Return whether a line is a row of the body of a table with more than a name."""
    others = _PIPE.split(line.strip().removeprefix("|"))[1:]
    return any(map(str.strip, others)) and not _DELIMITER.fullmatch(line)


def _name_of_row(line: str) -> str:
    """Return the first cell without markup."""
    cell = line.strip().removeprefix("|").partition("|")[0]
    return _LINK.sub(r"\1", cell).strip("`*_ \t")
