"""Tabbed tables: find the lines of a table whose cells are separated by tabs.

Such lines are pasted from a spreadsheet. Markdown displays them as a paragraph.

    table := header row+           -- anywhere
           | header? row+          -- below a title such as Properties, or directly below a table
    row   := a line with a tab between its words; with two cells, the first is one word

Several tabs between two words are empty cells, unless they only align the columns: then rows have
more cells than the header, or a column is empty in each line.
"""

import re
from collections.abc import Iterator, Sequence

from markdown_it.rules_block import StateBlock

from docgen.markdown.fragments import Fragment
from docgen.regex import Regex
from docgen.vocabulary import COLUMNS, SECTIONS, TRANSLATED_SECTIONS, without_zero_width

TAB = "\t"
TABS = "\t\t"
"""The separator of the cells of a table whose columns are aligned by any number of tabs."""
IN_SECTION_OF_ROWS = "in_section_of_rows"

_OTHER_BLOCK = Regex(r"(?:[-*+>]|\d{1,9}[.)])\s|[|#>]|\[!|```|~~~")
_HEADERS = frozenset(word for words in COLUMNS.values() for word in words)
_TITLES = sorted(
    word
    for sections in (SECTIONS, TRANSLATED_SECTIONS)
    for words in sections.values()
    for word in words
)
_TITLE = Regex(rf"(?<!\w)(?:{'|'.join(_TITLES)})(?!\w)", re.IGNORECASE)
_STRAY_MARKS = "`*_~:# \t"
_MIN_CELLS = 3
_TAB_RUN = Regex(r"\t[\t ]*")


def is_title_of_rows(title: str) -> bool:
    """Return whether the words of a heading contain those of a section with a table."""
    return _TITLE.search(without_zero_width(title)) is not None


def is_exact_title_of_rows(title: str) -> bool:
    """Return whether a heading is the title of a section with a table, without other words."""
    words = without_zero_width(title).strip(_STRAY_MARKS)
    return _TITLE.fullmatch(words) is not None


def tabbed_lines(state: StateBlock, line: int, end: int) -> tuple[Fragment, ...]:
    """Return the lines of the tabbed table that begins at `line`; empty if none does."""
    following = _lines(state, line, end)
    first = next(following, None)
    if first is None:
        return ()
    is_row = _may_contain_rows(state, line) and _is_row(first.text)
    if not is_row and not is_tabbed_header(first):
        return ()
    lines = (first, *following)
    return lines if is_row or len(lines) > 1 else ()


def _may_contain_rows(state: StateBlock, line: int) -> bool:
    if state.env.get(IN_SECTION_OF_ROWS):
        return True
    last = state.tokens[-1] if state.tokens else None
    if last is None or last.map is None or not last.type.endswith("_table"):
        return False
    return last.map[1] == line


def is_tabbed_header(line: Fragment) -> bool:
    """Return whether the first two cells of a line are headers of columns."""
    names = [name.strip(" *`").casefold() for name in _TAB_RUN.split(line.text)]
    return len(names) > 1 and _HEADERS.issuperset(names[:2])


def tab_separator(header: Fragment | None, rows: Sequence[Fragment]) -> str:
    """Return what separates the cells of a tabbed table: a tab, or any number of them."""
    lines = [header, *rows] if header else rows
    texts = [line.text.strip() for line in lines]
    if not any(TAB + TAB in text for text in texts):
        return TAB
    cells = [text.split(TAB) for text in texts]
    counts = [len(one) for one in cells]
    aligned = [len(_TAB_RUN.split(text)) for text in texts]
    if header and TAB + TAB not in texts[0]:
        width = counts[0]
        pairs = zip(counts, aligned, strict=True)
        is_aligned = any(one > width >= other for one, other in pairs)
    elif len({*counts}) == 1:
        columns = zip(*cells, strict=True)
        is_aligned = any(not any(map(str.strip, column)) for column in columns)
    else:
        is_aligned = header is not None or len({*aligned}) == 1
    return TABS if is_aligned else TAB


def _lines(state: StateBlock, line: int, end: int) -> Iterator[Fragment]:
    """Return the lines with a tab, up to a blank line or another block."""
    is_indented = state.src.startswith(TAB, state.bMarks[line])
    while line < end and not state.isEmpty(line):
        each = _line(state, line, is_indented=is_indented)
        if TAB not in each.text or _is_other(each.text):
            return
        yield each
        line += 1


def _line(state: StateBlock, line: int, *, is_indented: bool) -> Fragment:
    """Return a line without the spaces around it; empty cells at its ends are kept."""
    start = state.bMarks[line] + (state.tShift[line] if is_indented else 0)
    text = state.src[start : state.eMarks[line]]
    bare = text.lstrip(" ")
    column = start - state.src.rfind("\n", 0, start) + len(text) - len(bare)
    return Fragment(line + 1, column, bare.rstrip(" "))


def _is_other(text: str) -> bool:
    """Return whether a line is another block, or a row with tabs around its pipes."""
    if _OTHER_BLOCK.match(text):
        return True
    cells = [cell.strip() for cell in text.split(TAB)]
    return any(cell.startswith("|") or cell.endswith("|") for cell in cells)


def _is_row(text: str) -> bool:
    cells = text.split(TAB)
    return len(cells) >= _MIN_CELLS or (len(cells) > 1 and " " not in cells[0].strip())
