"""Report rows that are not in a table: lists and lines below titles such as Properties.

    row   := name "(" … ")"? ( separator | type )…      -- at the start of a paragraph or item
           | name ( separator | "(" )? type …           -- at the start of any line or item
           | ( name | link ) ":" word ":" …             -- at the start of any item
           | cell "|" cell "|" …                        -- also escaped, or a character like it
           | cell TAB cell TAB …                        -- at the start of an item next to a table
           | a line after one of known headers          -- "Property, Type", also in columns
           | cell "|"                                   -- at the end of a paragraph
           | a word in lower case, not marked           -- at the start of a paragraph: no sentence
           | name "|" type "|" …                        -- the same with tabs; below any title
           | <Name name="…">                            -- a component
           | <li>, <dt>, <td> …                         -- if the section has no table

A section without a table may say in a sentence that there are no rows, or where they are. One
without any content is reported, if its chapter is about a type. On other pages, lists of values are
not rows unless a title such as Properties says that the page describes something similar.
"""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import pairwise

from docgen.diagnostics import Code, Diagnostic, diagnostic, quote
from docgen.extract.chapter_content import ChapterContent
from docgen.extract.masked import span_at
from docgen.extract.tables import HEADERS, TableKind, table_kind
from docgen.markdown.page import (
    Annotation,
    Block,
    BlockQuote,
    Fence,
    Heading,
    Inline,
    ListBlock,
    Paragraph,
    Section,
    Table,
)
from docgen.regex import Regex
from docgen.schema.edm import PRIMITIVE_NAMES

_NAME = (
    r"(?:(?:\*\*|`)(?P<marked>@?[A-Za-z][\w@]*(?:\.\w+)*)(?:\*\*|`)"
    r"|(?P<name>@?[A-Za-z][\w@]*(?:\.\w+)*))"
)
_TYPE = (
    rf"[`*]{{0,2}}(?:Edm\.\w|Collection\(|(?:{'|'.join(PRIMITIVE_NAMES)})\b"
    rf"|(?:{'|'.join(map(str.lower, PRIMITIVE_NAMES))}) collection\b"
    r"|\[[\w.]+\]\((?!#)[^()\s]*\)(?:[ ,.:;-]+collection)?)"
)
_LOWER_TYPE = (
    r"[`*]{0,2}(?:string|boolean|bool|integer|int|int16|int32|int64|double|float|guid"
    r"|datetime|datetimeoffset|date)[`*]{0,2}(?=\s*(?:$|[\n:.,;)(]|[-\u2013\u2014]\s))"
)
_ROW_START = Regex(
    rf"{_NAME}\s*(?:\([^()\n]{{0,80}}\)\s*)?(?:$|[:=|]\s|[-\u2013\u2014]\s|\s{{2,}}\S|,?\s*{_TYPE})"
)
_TYPED_LINE = Regex(rf"{_NAME}\s*[-\u2013\u2014:,(|]?\s*{_TYPE}")
_WORD_AND_LINK = Regex(r"\w+\s+\[")
_ENDS = ".:;!?|"
"""Characters at the end of a line after which another sentence or row begins."""
_LINK = r"\[[^\[\]]+\]\([^()\s]*\)"
_SEPARATOR = r"\s*(?::|\s[-\u2013\u2014])\s+"
_CELLS_OF_ITEM = Regex(
    rf"(?:{_NAME}|{_LINK}){_SEPARATOR}"
    rf"(?:{_LINK}|[`*]{{0,2}}[\w.()\[\]#-]{{1,80}}[`*]{{0,2}})"
    rf"(?:[ ,]+(?:collection|array))?{_SEPARATOR}\S"
)
_MEMBER_AND_NUMBER = Regex(
    rf"{_NAME}{_SEPARATOR}[`*]{{0,2}}-?\d{{1,10}}[`*]{{0,2}}(?:{_SEPARATOR}\S|\s*$)"
)
_CELLS_OF_PROPERTY = Regex(rf"{_NAME}[ ]*(?:\||\t+)[ ]*{_TYPE}[^|\t\n]*(?:\||\t)")
_PIPE_OR_TAB = Regex(r"[|\t]")
_TABBED_CELLS = Regex(r"[^\t\n]+\t[^\t\n]+\t")
_LOWER_TYPED_ITEM = Regex(
    rf"{_NAME}\s*(?:[:,(]|[-\u2013\u2014]\s)\s*{_LOWER_TYPE}", re.IGNORECASE
)
_NAMED_ITEM = Regex(
    rf"{_NAME}\s*(?:\([^()\n]{{0,80}}\)\s*)?(?::\s|[-\u2013\u2014]\s|\n)"
)
_HTML_NAME = Regex(
    r"<(?:li|dt)\b[^<>]*>\s*(?:<[^<>]*>)*(\w+)\s*(?=[:<(]|[-\u2013\u2014]\s)",
    re.IGNORECASE,
)
_VALUE_LINE = Regex(
    r"\s*+(?:(`{1,2})[^`\n]{1,80}\1|\*\*[^*\n]{1,80}\*\*|[\w.-]{1,80}(?=\s*[=|]))"
    r"\s*[-\u2013\u2014:=|]\s*[^\s|]"
)
"""A value in code or in bold, or before `=` or a pipe, and what it means."""
_ONLY_API_LINK = Regex(
    r"\[[^\[\]]+\]\([^()\s]*\bapi/[^()\s]*\)\s*(?:$|[:.\u2013\u2014-])"
)
_ONLY_NAME = Regex(rf"{_NAME}(?:\s*\(\d{{1,10}}\))?[.,;]?")
_WORD = Regex(r"\w+")
_PIPE = r"(?:\\?\||[\uff5c\u2502\u2503]|&#124;|&vert;)"
_CELLS = Regex(rf"(?:[^`]{{1,300}}?)??{_PIPE}[^`]{{1,300}}?{_PIPE}")
_NAMES_ONLY = Regex(r"[a-z]\w*(?:\s+[a-z]\w*[A-Z]\w*)*")
_NAME_TITLE = Regex(
    rf"{_NAMES_ONLY.pattern}\s*(?:\(.{{1,80}}\)|[:\u2013\u2014-]\s.{{1,80}})?"
)
_TYPE_AND_NAME = Regex(rf"{_TYPE}\s+{_NAME}\s*(?:[;:,-]|$)")
_LINK_START = Regex(r"[-*\s]*\[[^\[\]]+\]\(")
_HTML_START = Regex(r"\s*<(?:div|span|section|article)\b[^<>]*>", re.IGNORECASE)
_BETWEEN_CELLS = Regex(r"\s*[,;|\t]\s*|\s{2,}")
_ALERT = Regex(r"\W*\[!\w+\]")
_HTML_ROW = Regex(
    r"<(?:li|dt|dd|tr|td|th)\b|(?-i:<[A-Z][a-z]\w*)\s[^<>]*\bname\s*=", re.IGNORECASE
)
_FIRST_WORD = Regex(r"(?>(?:<[^<>]*>|(?![`\[]|\*\*)[\W_])*)([a-z]\w*)")
_OTHER_MARKS = "-:\u2022\u00b7\u25e6\u2023\u25aa\u2013\u2014 "
"""Marks of lists that are not those of markdown, before the name in an item."""
_CHECKBOX = Regex(r"\[[ xX]\]\s+")
_NOTHING_SHOWN = Regex(
    r"(?>(?:!\[[^\[\]]*\]\([^()]*\)|\{[%{][^{}]*[%}]\}|<[^<>]*>|[\W_])*)", re.DOTALL
)
"""Images, tags of templates and components: what a paragraph may consist of without words."""
_NOT_NAMES = frozenset(
    {
        *(
            "there",
            "same",
            "please",
            "as",
            "refer",
            "nil",
            "tbd",
            "http",
            "https",
            "www",
        ),
        *("a", "an", "the", "this", "these", "that"),
        *("those", "it", "its", "all", "each"),
        *("note", "notes", "important", "caution"),
        *("tip", "warning", "attention", "hint"),
        *("example", "examples", "namespace"),
        *("remark", "remarks", "see", "todo", "for"),
        *("none", "no", "not", "nothing", "n"),
        *("empty", "if", "in", "use", "only", "and"),
        *("supports", "deprecated", "optional"),
        *("required", "inherits", "inherited", "or"),
        *("properties", "relationships", "methods", "members", "values", "property"),
    }
)
_MAX_WORDS = 4
_TABLES_OF_MEMBERS = frozenset({TableKind.MEMBERS, TableKind.ENUM_SECTION})
_TABLES_OF_NAMES = frozenset(
    {TableKind.PROPERTIES, TableKind.RELATIONSHIPS, TableKind.MEMBERS}
)
_TABLES = frozenset(
    {
        *(TableKind.PROPERTIES, TableKind.RELATIONSHIPS),
        *(TableKind.METHODS, TableKind.MEMBERS),
    }
)


def loose_rows(
    content: ChapterContent, *, is_about_type: bool, has_values: bool
) -> Iterator[Diagnostic]:
    """Report the rows below the titles of a chapter that are in no table, and empty sections.

    Empty sections are reported if the chapter `is_about_type`, values of enums if it `has_values`.
    """
    sections = content.chapter.sections
    for index, section in enumerate(sections):
        kind = table_kind(section.title)
        if kind is None and is_about_type:
            yield from _rows_of_types(content.path, section)
        if kind is None or section.heading is None:
            continue
        if not has_values and kind == TableKind.ENUM_SECTION:
            continue
        nested = _nested(section.heading.level, sections[index + 1 :])
        has_table = _has_table(section) or any(
            _has_table(one)
            for one in nested
            if table_kind(one.title) != TableKind.ENUM_SECTION
        )
        linked = _linked_pages((section, *nested)) if kind == TableKind.METHODS else ()
        found: list[Sequence[Inline]] = []
        for block in section.blocks:
            rows = _rows(block, kind, has_table)
            if has_table and kind == TableKind.METHODS and isinstance(block, ListBlock):
                pages = (one for one in block.items if _is_other_page(one, linked))
                spans = {item.span for item in (*rows, *pages)}
                rows = [item for item in block.items if item.span in spans]
            if rows and _are_lines_of_table(block, rows):
                found += [[row] for row in rows]
            elif rows:
                found.append(rows)
            elif has_table and kind in _TABLES_OF_NAMES:
                found += _unknown_names(block, kind, (section, *nested))
        for rows in found:
            yield _loose(content.path, section, rows)
        if kind in _TABLES and not has_table and not found:
            names = _names_in_headings(section, nested)
            if names:
                yield _loose(content.path, section, names)
            elif is_about_type and all(map(_is_blank, (section, *nested))):
                yield _empty(content.path, section, section.heading)


def _rows_of_types(path: str, section: Section) -> Iterator[Diagnostic]:
    """Report the lines of paragraphs that begin with the cells of a property."""
    for block in section.blocks:
        if isinstance(block, Paragraph) and not block.is_joined_table:
            text = block.content
            if _CELLS_OF_PROPERTY.match(text.source):
                for row in _lines_with_cells(text):
                    yield _loose(path, section, [row])


def _lines_with_cells(text: Inline) -> Iterator[Inline]:
    starts = (0, *(line.start for line in text.lines), len(text.source))
    for begin, end in pairwise(starts):
        if _PIPE_OR_TAB.search(text.source, begin, end):
            yield _line_at(text, begin, end)


def _has_table(section: Section) -> bool:
    """Return whether a section has a table with rows; below a header alone, a list is of rows."""
    return any(isinstance(block, Table) and block.rows for block in section.blocks)


def _nested(level: int, following: Sequence[Section]) -> list[Section]:
    nested: list[Section] = []
    for section in following:
        if section.heading is None or section.heading.level <= level:
            break
        nested.append(section)
    return nested


def _is_blank(section: Section) -> bool:
    return all(
        isinstance(block, Annotation | Fence)
        or (isinstance(block, Paragraph) and _shows_nothing(block.content.source))
        for block in section.blocks
    )


def _shows_nothing(source: str) -> bool:
    """Return whether a paragraph has an image or the tags of a template, and no words."""
    return source[:1] in "!<{" and _NOTHING_SHOWN.fullmatch(source) is not None


def _names_in_headings(section: Section, nested: Sequence[Section]) -> list[Inline]:
    """Return the headings below a section that are the names of its rows."""
    names = [
        one.heading.content
        for one in nested
        if one.heading and _NAME_TITLE.fullmatch(one.title)
    ]
    return names if _is_blank(section) or len(names) > 1 else []


def _rows(block: Block, kind: TableKind, has_table: bool) -> Sequence[Inline]:
    """Return the items or lines of a block that are rows."""
    match block:
        case ListBlock():
            return _rows_of_list(block.items, kind, has_table=has_table)
        case BlockQuote() if block.items and not _ALERT.match(block.content.source):
            return _rows_of_list(
                block.items, kind, has_table=has_table
            ) or _loose_lines(block.content, kind, has_table=has_table)
        case Paragraph(is_joined_table=True):
            return []
        case Paragraph() | BlockQuote():
            if kind == TableKind.ENUM_SECTION:
                return _lines_of_values(block.content)
            return _loose_lines(block.content, kind, has_table=has_table)
        case _:
            return []


def _are_lines_of_table(block: Block, rows: Sequence[Inline]) -> bool:
    """Return whether rows are the lines of a wrapped table, which are reported one by one."""
    return isinstance(block, Paragraph | BlockQuote) and all(
        "|" in row.source for row in rows[1:]
    )


def _lines_of_values(text: Inline) -> list[Inline]:
    """Return the lines of a paragraph if there are several, each a value and what it means."""
    starts = (0, *(line.start for line in text.lines))
    if len(starts) < 2 or not all(_VALUE_LINE.match(text.source, at) for at in starts):
        return []
    ends = (*starts[1:], len(text.source))
    return [_line_at(text, *line) for line in zip(starts, ends, strict=True)]


def _rows_of_list(
    items: Sequence[Inline], kind: TableKind, *, has_table: bool
) -> Sequence[Inline]:
    """Return the items of a list that are rows; without a table, all but those of methods."""
    if not has_table and kind == TableKind.METHODS:
        return [item for item in items if _is_label(item)]
    if not has_table:
        return items
    return [item for item in items if _is_row_beside_table(item.source, kind)]


def _is_row_beside_table(source: str, kind: TableKind) -> bool:
    """Return whether an item of a list next to a table has the cells of a row.

    A member with a number may have any name: `none: 0`. Marks of lists of other kinds, such as
    `•`, may be before the name.
    """
    source = source.lstrip(_OTHER_MARKS)
    if kind in _TABLES_OF_MEMBERS and _MEMBER_AND_NUMBER.match(source):
        return True
    if _TYPED_LINE.match(source) or _LOWER_TYPED_ITEM.match(source):
        return True
    if _TABBED_CELLS.match(source):
        return True
    found = _CELLS_OF_ITEM.match(source)
    return found is not None and (not found["name"] or _is_name(found))


def _linked_pages(sections: Iterable[Section]) -> frozenset[str]:
    """Return the targets of the links in the first column of tables."""
    return frozenset(
        link.target
        for section in sections
        for table in section.blocks
        if isinstance(table, Table)
        for row in table.rows
        for link in row.cells[0].links
    )


def _is_other_page(item: Inline, linked: Container[str]) -> bool:
    """Return whether an item of a list is a link to an API page that is not one of `linked`."""
    if not _ONLY_API_LINK.match(item.source):
        return False
    return any(link.target not in linked for link in item.links[:1])


def _unknown_names(
    block: Block, kind: TableKind, sections: Iterable[Section]
) -> Iterator[Sequence[Inline]]:
    """Return the items of a list next to a table if they are types, or begin with other names.

    Items of a list of members may consist of a name alone. A list that repeats names or values of
    the table explains them.
    """
    match block:
        case ListBlock():
            items = block.items
            names = [name for item in items for name in _first_name(item.source)]
            if kind == TableKind.MEMBERS and not names:
                found = [_ONLY_NAME.fullmatch(item.source.strip()) for item in items]
                names = [one["marked"] or one["name"] for one in found if one]
        case Paragraph() if _HTML_ROW.search(block.content.source):
            items = (block.content,)
            names = _HTML_NAME.findall(block.content.source)
        case _:
            return
    has_names = len(names) >= len(items)
    has_type = any(item.plain in PRIMITIVE_NAMES for item in items)
    if has_type or (has_names and set(names).isdisjoint(_words_of_tables(sections))):
        yield items


def _first_name(source: str) -> Iterator[str]:
    found = _NAMED_ITEM.match(source)
    if found and _is_name(found):
        yield found["marked"] or found["name"]


def _words_of_tables(sections: Iterable[Section]) -> Iterator[str]:
    for section in sections:
        for table in section.blocks:
            if isinstance(table, Table):
                for row in table.rows:
                    for cell in row.cells:
                        yield from _WORD.findall(cell.plain)


def _is_label(item: Inline) -> bool:
    """Return whether an item names an operation, by a link or in few words."""
    source = _CHECKBOX.sub("", item.source, count=1)
    is_short = len(item.plain.split()) <= _MAX_WORDS
    return is_short or _begins_with_row(source, TableKind.METHODS)


def _loose_lines(text: Inline, kind: TableKind, *, has_table: bool) -> list[Inline]:
    """Return the lines of a paragraph from its first row on; none if it has no row."""
    source = text.source
    is_first_row = (
        _begins_with_row(source, kind)
        or _is_column_of_names(text)
        or _begins_in_lower_case(source)
    )
    if not has_table and (is_first_row or _is_html_of_rows(text)):
        return [text, *_lines_with_pipes(text, 0)]
    starts = (0, *(line.start for line in text.lines))
    if not has_table and any(_is_line_of_headers(text, start) for start in starts[:3]):
        return [text, *_lines_with_pipes(text, 0)]
    for start in starts:
        typed = _TYPED_LINE.match(source, start)
        is_row = typed and _is_name(typed) and not _continues(source, typed)
        if is_row or _CELLS.match(source, start):
            return [_line_at(text, start), *_lines_with_pipes(text, start)]
    return [_line_at(text, starts[-1])] if source.endswith("|") else []


def _lines_with_pipes(text: Inline, start: int) -> Iterator[Inline]:
    """Yield the lines after the one at `start` that have a pipe: parts of a wrapped table."""
    starts = [line.start for line in text.lines if line.start > start]
    for begin, end in pairwise((*starts, len(text.source))):
        if "|" in text.source[begin:end]:
            yield _line_at(text, begin, end)


def _is_line_of_headers(text: Inline, start: int) -> bool:
    """Return whether a line is the header of a table whose cells are not between pipes."""
    following = (line.start for line in text.lines if line.start > start)
    line = text.source[start : next(following, None)]
    cells = [
        cell.strip(" `*\"'").lower() for cell in _BETWEEN_CELLS.split(line.strip())
    ]
    words = line.lower().split()
    return any(len(one) > 1 and HEADERS.keys() >= {*one} for one in (cells, words))


def _continues(source: str, typed: re.Match[str]) -> bool:
    """Return whether a line with a word and a link continues the sentence of the line above."""
    before = source[: typed.start()].rstrip()
    is_plain = typed["name"] is not None and typed["name"].islower()
    words = _WORD_AND_LINK.match(typed[0])
    return bool(is_plain and words and before and before[-1] not in _ENDS)


def _line_at(text: Inline, start: int, end: int | None = None) -> Inline:
    line = text.source[start:end].partition("\n")[0][:200].rstrip()
    span = span_at(text, start, start + len(line))
    return Inline(source=line, plain=line, span=span)


def _begins_with_row(source: str, kind: TableKind) -> bool:
    if kind == TableKind.METHODS and _LINK_START.match(source):
        return True
    for pattern in (_ROW_START, _TYPE_AND_NAME):
        found = pattern.match(source)
        if found and _is_name(found):
            return True
    if _NAMES_ONLY.fullmatch(source) and source.split()[0] not in _NOT_NAMES:
        return True
    return _HTML_ROW.search(source) is not None


def _begins_in_lower_case(source: str) -> bool:
    """Return whether the first word is rather a name than the beginning of a sentence."""
    found = _FIRST_WORD.match(source)
    is_tag = source.startswith("@")
    return found is not None and (is_tag or found[1] not in _NOT_NAMES)


def _is_column_of_names(text: Inline) -> bool:
    """Return whether each of several lines is one word."""
    words = text.source.split()
    is_column = len(text.lines) > 0 and len(words) == len(text.lines) + 1
    return is_column and all(word.isidentifier() for word in words)


def _is_html_of_rows(text: Inline) -> bool:
    """Return whether a paragraph is HTML with a name and more, which are not a sentence."""
    name, *others = text.plain.split() or [""]
    is_sentence = text.plain.rstrip().endswith(".")
    may_be_row = bool(others) and name[:1].islower() and not is_sentence
    return may_be_row and _HTML_START.match(text.source) is not None


def _is_name(found: re.Match[str]) -> bool:
    name = found["name"]
    return found["marked"] is not None or name.lower() not in _NOT_NAMES


def _loose(path: str, section: Section, rows: Sequence[Inline]) -> Diagnostic:
    first = rows[0]
    what = f"row {quote(first.plain)} is"
    if len(rows) > 1:
        what = f"{len(rows)} rows from {quote(first.plain)} on are"
    message = f"{what} ignored: rows below {quote(section.title)} must be in a table"
    advice = "write a table with a header, a delimiter row and a line for each row"
    return diagnostic(Code.IGNORED_ROW, message, path, first.span, advice)


def _empty(path: str, section: Section, heading: Heading) -> Diagnostic:
    message = f"section {quote(section.title)} is empty"
    advice = "add a table, or write `None.`"
    span = heading.content.span
    return diagnostic(Code.EMPTY_SECTION, message, path, span, advice)
