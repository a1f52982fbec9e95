"""Edits of sections, comments and annotations."""

from msgspec.structs import replace

from docgen.diagnostics import Diagnostic
from docgen.fixes.fix import Edit, Position
from docgen.fixes.lines import deleted, replaced
from docgen.fixes.page_text import PageText
from docgen.regex import Regex
from docgen.source import Span

EMPTY = '""'
_SUPPRESSION = Regex(r"<!--\s*docgen:\s*[\w-]+\s+([^(<>]*?)\s*(?:\(.*?)?-->")
_EMPTY_BASE = Regex(r'"baseType"\s*:\s*(?:""|null)\s*,?[ \t]*')
_PROPERTIES = Regex(r"\s*##+\s*Properties\s*")
_DELIMITER = Regex(r"\s*\|(?>(?:\s*:?-+:?\s*\|)+)\s*")
_PIPE = Regex(r"(?<!\\)\|")


def none_in_section(one: Diagnostic, page: PageText) -> tuple[Edit, ...]:
    """Write `None.` below the heading of an empty section."""
    end = page.end_of(one.span.line)
    return (Edit(end, end, "\n\nNone."),)


def removed_suppression(one: Diagnostic, page: PageText) -> tuple[Edit, ...]:
    """Remove a code from a suppression on one line; the comment if it has no other code."""
    number, line = one.span.line, page.line(one.span.line)
    start, end = one.span.column - 1, one.span.end_column - 1
    for found in _SUPPRESSION.finditer(line):
        if not found.start() <= start < found.end():
            continue
        if found[1] == line[start:end]:
            start, end = found.span()
            if not (line[:start] + line[end:]).strip():
                return (deleted(number, page),)
            start = len(line[:start].rstrip())
        elif start == found.start(1):
            end += len(line[end:]) - len(line[end:].lstrip(", \t"))
        else:
            start = len(line[:start].rstrip(", \t"))
        return (Edit(Position(number, start + 1), Position(number, end + 1), ""),)
    return ()


def written_base(one: Diagnostic, page: PageText) -> tuple[Edit, ...]:
    """Apply the replacements; an empty `baseType` may be anywhere, if the page has only one."""
    edits = replaced(one, page)
    if edits or not one.replacements or one.replacements[0].old != EMPTY:
        return edits
    lines = [n for n, line in enumerate(page.lines, 1) if _EMPTY_BASE.search(line)]
    if len(lines) != 1:
        return ()
    place = Span(lines[0], page.line(lines[0]).index('"baseType"') + 1)
    new = replace(one.replacements[0], span=None)
    return replaced(replace(one, span=place, replacements=(new,)), page)


def added_key_row(one: Diagnostic, page: PageText) -> tuple[Edit, ...]:
    """Add a row for the key as the first one of the properties table."""
    if not one.replacements:
        return ()
    lines = page.lines
    titles = (n for n, line in enumerate(lines, 1) if _PROPERTIES.fullmatch(line))
    first = next(titles, len(lines))
    for number in range(first + 1, len(lines) + 1):
        line = page.line(number)
        if line.startswith("#"):
            break
        if _DELIMITER.fullmatch(line):
            cells = len(_PIPE.findall(line)) - 1 - 2
            row = f"|{one.replacements[0].new}|String|" + "|" * max(cells, 0)
            end = page.end_of(number)
            return (Edit(end, end, f"\n{row}"),) if cells >= 0 else ()
    return ()
