r"""Edits of lines: replaced, inserted, joined and deleted text.

New lines have what precedes the text on its line: spaces and the `>` of quotes.
"""

from docgen.diagnostics import Diagnostic, Replacement
from docgen.fixes.fix import Edit, Position
from docgen.fixes.page_text import PageText
from docgen.regex import Regex
from docgen.source import Span

_NOT_QUOTE = Regex(r"[^>\s]")
_DEFINITION = Regex(r"\s{0,3}\[[^\[\]]+\]:\s*<?([^\s<>]+)")
_IN_WORDS = Regex(r"[ \t]+objects?\b")
_TAG = Regex(r"<[^<>]*>")
_PIPES = Regex(r"\s*\|\s*")
_ONLY_CELL = Regex(r"\|[ \t]*+((?>(?:[^|\\]|\\.)+))\|?[ \t|]*+")


def replaced(one: Diagnostic, page: PageText) -> tuple[Edit, ...]:
    """Apply the replacements of a diagnostic; no edit if one of them is not possible."""
    edits: list[Edit] = []
    line, searched = 0, 0
    for each in one.replacements:
        span = each.span or one.span
        start = max(span.column, searched) if span.line == line else span.column
        span = Span(span.line, start, span.end_column)
        edit = _replaced(each, span, page) or _in_definition(each, page)
        if edit is None:
            return ()
        edits.append(edit)
        line, searched = edit.end.line, edit.end.column
    return tuple(edits)


def respelled(one: Diagnostic, page: PageText) -> tuple[Edit, ...]:
    """Write a name in the case of its declaration, unless that has probably the mistake.

    A declaration that joins the words of a name (`timeslots` for `timeSlots`), or capitalises all
    letters of one (`printerID`), is rather to be corrected itself. Names of files are as they are.
    In `json object`, the name is a word of a description.
    """
    names = [each for each in one.replacements if each.old and each.old[0] != "("]
    is_word = _IN_WORDS.match(page.line(one.span.line), one.span.end_column - 1)
    if names and is_word:
        return ()
    if any(_joins_words(each.old or "", each.new) for each in names):
        return ()
    return replaced(one, page)


def _joins_words(written: str, declared: str) -> bool:
    """Return whether a word begins in a name where none begins in its declaration."""
    return len(written) == len(declared) and any(
        declared[start].islower() or declared[start + 1].isupper()
        for start in range(1, len(written) - 1)
        if written[start].isupper()
        and written[start + 1].islower()
        and written[start - 1] != "."
    )


def _replaced(each: Replacement, span: Span, page: PageText) -> Edit | None:
    line = page.line(span.line)
    if not 0 < span.line <= len(page.lines) or span.column > len(line) + 1:
        return None
    start, end = span.column - 1, span.end_column - 1
    if each.old is not None:
        start = line.find(each.old, start)
        end = start + len(each.old)
    if start < 0 or end > len(line) or (line[start:end] == each.new != ""):
        return None
    before, after = line[:start], line[end:]
    if not each.new and not (before + after).strip():
        return deleted(span.line, page)
    first, *others = each.new.split("\n")
    is_insertion = start == end
    prefix = "" if is_insertion else _NOT_QUOTE.sub(" ", before)
    column = start + 1
    if others and not first and prefix == before:
        first, column = prefix.rstrip(), 1
    new = "\n".join((first, *(f"{prefix}{one}".rstrip() for one in others)))
    return Edit(Position(span.line, column), Position(span.line, end + 1), new)


def _in_definition(each: Replacement, page: PageText) -> Edit | None:
    """Write the address of a link, which begins with a parenthesis, in the definition of it."""
    if each.old is None or each.old[:1] != "(":
        return None
    old, new = each.old[1:], each.new[1:]
    for number, line in enumerate(page.lines, 1):
        found = _DEFINITION.match(line)
        if found and found[1].partition("#")[0] == old:
            start, end = found.start(1) + 1, found.start(1) + 1 + len(old)
            return Edit(Position(number, start), Position(number, end), new)
    return None


def deleted(line: int, page: PageText) -> Edit:
    """Delete a line with its newline; the last line with the one before it."""
    if line < len(page.lines):
        return Edit(Position(line, 1), Position(line + 1, 1), "")
    start = page.end_of(line - 1) if line > 1 else Position(line, 1)
    return Edit(start, page.end_of(line), "")


def deleted_line(one: Diagnostic, page: PageText) -> tuple[Edit, ...]:
    """Delete the line of a diagnostic, which must be a row without words."""
    return (deleted(one.span.line, page),) if _is_empty_row(one.span.line, page) else ()


def _is_empty_row(line: int, page: PageText) -> bool:
    text = page.line(line).strip()
    is_row = text.startswith("|") and (text.endswith("|") or not text.strip("| "))
    return is_row and not any(map(str.isalnum, _TAG.sub("", text)))


def deleted_repetition(one: Diagnostic, page: PageText) -> tuple[Edit, ...]:
    """Delete a row that says the same as the related one of its table, apart from spaces.

    Below the title of a group of rows, it may be a row of that group.
    """
    if one.related is None:
        return ()
    first, last = one.related.line, one.span.line
    if first >= last or not 0 < page.first_row(last) <= first:
        return ()
    rows = [_PIPES.sub("|", page.line(line).strip()) for line in (first, last)]
    return (deleted(last, page),) if rows[0] == rows[1] else ()


def space_before(one: Diagnostic, page: PageText) -> tuple[Edit, ...]:
    """Insert a space before the position of a diagnostic."""
    del page
    place = Position(one.span.line, one.span.column)
    return (Edit(place, place, " "),)


def joined_to_line_above(one: Diagnostic, page: PageText) -> tuple[Edit, ...]:
    """Join a line to the one above, with a space between; or the only cell of its row."""
    number, column = one.span.line, one.span.column
    above, line = page.line(number - 1).rstrip(), page.line(number).rstrip()
    if not above:
        return ()
    start, end = Position(number - 1, len(above) + 1), Position(number, column)
    cell = _ONLY_CELL.fullmatch(line, column - 1)
    if cell is None or not above.endswith("|"):
        return (Edit(start, end, " "),)
    start = Position(number - 1, len(above[:-1].rstrip()) + 1)
    words = Position(number, cell.start(1) + 1)
    rest = Position(number, cell.start(1) + len(cell[1].rstrip()) + 1)
    return Edit(start, words, " "), Edit(rest, Position(number, len(line) + 1), "|")
