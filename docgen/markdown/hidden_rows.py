"""Hidden rows: report each table row of the text that no table contains.

This check is independent of all other passes. A comment or a fence may hide rows on purpose, but
also because it is unclosed and another one closes it, and then nothing else reports the rows.

    rows := line delimiter-row row*   -- the line and the delimiter row have a pipe
    row  := a line with a pipe        -- comments may be between rows
    lone := "|" cell ("|" cell)+ "|"  -- in a code block, an unclosed comment, or a comment below
                                         a title such as Properties in it
          | a line with a pipe, below a delimiter row in one of these
          | a line of a list, of HTML, with tabs or with pipes, in one of these,
            below a title such as Properties

The check of tables ignores comments and fences, so a wrongly closed one makes no difference.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from docgen.diagnostics import Code, Diagnostic, diagnostic, quote
from docgen.markdown.page import Fence, Section, Table
from docgen.markdown.tabbed_tables import is_exact_title_of_rows
from docgen.markdown.table_lines import is_border, is_delimiter, is_header
from docgen.regex import Regex
from docgen.source import Span

_DELIMITER = Regex(r"^[ \t\u00a0>|]*+:?-[-:| \t\u00a0]*+$", re.MULTILINE)
_OPENING, _CLOSING = "<!--", "-->"
_EMPTY_CELLS = " |\t"
_MARKERS = Regex(r"[ \t>]*+(?>(?:(?:[-*+]|\d{1,9}[.)])(?:[ \t]++|$))*)")
_TAG = Regex(r"<[^<>]*>")
_HEADING = Regex(r"^[ \t>]*+#[^\n]*+$", re.MULTILINE)
_WORD = Regex(r"\S")
_ROW_BELOW_TITLE = Regex(
    r"[ \t>]*(?:<t[rd]\b|(?:[-*+]|\d{1,9}[.)])[ \t]+[*_`]{0,3}[\w\[@]"
    r"|[^\t\n{]+\t+[^\t\n]+\t+\S|[^|\n]*\|[^|\n]*\|)",
    re.IGNORECASE,
)


def hidden_rows(
    path: str,
    text: str,
    without_comments: str,
    sections: Sequence[Section],
    reported: Sequence[Diagnostic],
    ignored_lines: Iterable[int] = (),
) -> tuple[Diagnostic, ...]:
    """Report each row of `text` that is in no section and on the line of no diagnostic.

    `without_comments` is `text` with its comments masked. The `ignored_lines` (from 0) are not
    rows.
    """
    rows = dict(_text_rows(text)) if _DELIMITER.search(text) else {}
    for first, block in (
        *_code_blocks(sections),
        *_unclosed_comments(text, without_comments, reported),
        *_sections_in_comments(text, without_comments),
    ):
        if "|" in block or "#" in block:
            rows.update(_rows_of_block(first, block))
    if not rows:
        return ()
    known = {each.span.line for each in reported} | set(_table_rows(sections))
    known.update(line + 1 for line in ignored_lines)
    return tuple(
        _hidden(path, line, row)
        for line, row in sorted(rows.items())
        if line not in known
    )


def _code_blocks(sections: Iterable[Section]) -> Iterator[tuple[int, str]]:
    """Return the number of the first line of each code block, and its content."""
    for section in sections:
        for block in section.blocks:
            if isinstance(block, Fence):
                yield block.span.line + 1, block.body


def _unclosed_comments(
    text: str, without_comments: str, reported: Iterable[Diagnostic]
) -> Iterator[tuple[int, str]]:
    """Return the number of the first line of each unclosed comment, and its content."""
    code = Code.UNCLOSED_COMMENT.id
    starts = [one.span.line for one in reported if one.code == code]
    if starts:
        lines, masked = text.split("\n"), without_comments.split("\n")
        end = 0
        for start in starts:
            if start < end:  # it is in the comment before it
                continue
            end = start
            while end < len(lines) and not masked[end].strip():
                end += 1
            yield start + 1, "\n".join(lines[start:end])


def _sections_in_comments(
    text: str, without_comments: str
) -> Iterator[tuple[int, str]]:
    """Return each part of a comment from a title of rows on, and the number of its first line."""
    number, counted, end = 1, 0, 0
    for found in _HEADING.finditer(text):
        start, stop = found.span()
        is_hidden = start >= end and without_comments[start:stop].isspace()
        if is_hidden and is_exact_title_of_rows(
            _TAG.sub("", _without_markers(found[0]))
        ):
            after = _WORD.search(without_comments, stop)
            end = after.start() if after else len(text)
            number += text.count("\n", counted, start)
            counted = start
            yield number, text[start:end]


def _rows_of_block(first: int, block: str) -> Iterator[tuple[int, str]]:
    """Return the rows in a code block or comment that are not below a delimiter row."""
    is_below_title = is_below_delimiter = False
    for number, (line, after) in enumerate(pairwise((*block.split("\n"), "")), first):
        bare = _without_markers(line)
        if bare.startswith("#"):
            is_below_title = is_exact_title_of_rows(_TAG.sub("", bare))
        is_below_delimiter = "|" in bare and (is_below_delimiter or is_delimiter(bare))
        is_row = is_below_title and _ROW_BELOW_TITLE.match(line) is not None
        is_row = is_row or is_below_delimiter
        if (is_row or _is_row(bare)) and not _is_head(bare, _without_markers(after)):
            yield number, line


def _without_markers(line: str) -> str:
    """Return a line without the spaces around it and its marks of lists and quotes."""
    start = _MARKERS.match(line)
    return line[start.end() if start else 0 :].rstrip()


def _is_row(line: str) -> bool:
    return line.startswith("|") and line.endswith("|") and line.count("|") > 2


def _is_head(line: str, after: str) -> bool:
    """Return whether a line is a header, a delimiter row or empty."""
    is_empty = not line.strip(_EMPTY_CELLS)
    is_known = is_delimiter(line) or is_header(line) or line.startswith("#")
    return is_empty or is_known or ("|" in after and is_delimiter(after))


def _table_rows(sections: Iterable[Section]) -> Iterator[int]:
    for section in sections:
        for block in section.blocks:
            if isinstance(block, Table):
                for row in block.rows:
                    yield from range(row.span.line, row.span.line + row.line_count)


def _text_rows(text: str) -> Iterator[tuple[int, str]]:
    """Return the rows in `text` with their line numbers."""
    in_table = in_comment = had_pipe = False
    for number, line in enumerate(text.split("\n"), 1):
        has_pipe = "|" in line
        if has_pipe and had_pipe and is_delimiter(line):
            in_table = True
        elif has_pipe and in_table and line.strip(_EMPTY_CELLS) and not is_border(line):
            yield number, line
        in_comment = in_comment or line.lstrip().startswith(_OPENING)
        is_heading = line.lstrip().startswith("#")
        in_table = in_table and (has_pipe or in_comment) and not is_heading
        in_comment = in_comment and _CLOSING not in line
        had_pipe = has_pipe


def _hidden(path: str, line: int, row: str) -> Diagnostic:
    indent = len(row) - len(row.lstrip())
    message = f"row {quote(row)} is hidden by a comment or a code block"
    advice = (
        "close the comment or code block before it; if the row is hidden on purpose, "
        "add `<!-- docgen: ignore-page hidden-row -->`"
    )
    span = Span(line, indent + 1, len(row) + 1)
    return diagnostic(Code.HIDDEN_ROW, message, path, span, advice)
