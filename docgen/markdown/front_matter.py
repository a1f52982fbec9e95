r"""Front matter: the `key: value` lines at the head of a page, as entries with their places.

    front matter := "---" line* ("---" | "...")
    line         := key ":" value | more | "#" anything | blank
    more         := (" " | "-") anything             -- belongs to the value above it

It is read by lines, as text: quotes around a value are taken off, nothing else is YAML here. A
line that YAML would refuse is told and read all the same.
Front matter that is never closed ends at the first heading or blank line, so it never hides
the page.
"""

import re

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic, quote
from docgen.markdown.draft import Draft
from docgen.markdown.page import FrontMatterEntry
from docgen.source import Span

_FENCE = "---"
_ENDS = (_FENCE, "...")
_ENTRY = re.compile(r"([A-Za-z_][\w.\\-]*)[ \t]*:(?:[ \t]+|$)")
_HEADING = re.compile(r"#{1,6}[ \t]")
_QUOTES = ('"', "'")
_BLOCK_SIGNS = (">", "|", ">-", "|-")
_MORE = (" ", "\t", "-")
_VALUE = re.compile(
    r"""\"(?>(?:[^"\\]|\\.)*)\"|'(?>(?:[^']|'')*)'|\[.*\]|\{.*\}"""
    r"""|(?![\"'\[{*&!%@`])(?>(?:(?!:[ \t]).)*)(?<!:)|"""
)
"""What YAML takes for a value on one line: quoted, a list, a mapping, or plain without a colon."""


def without_front_matter(
    path: str, draft: Draft
) -> tuple[Result[tuple[FrontMatterEntry, ...]], Draft]:
    """Take the front matter away from the head of the page, if there is any."""
    if not draft.text.lstrip().startswith(_FENCE):
        return Result(()), draft
    lines = draft.text.split("\n")
    first = next(index for index, line in enumerate(lines) if line.strip())
    if lines[first].rstrip() != _FENCE:
        return Result(()), draft
    end, is_closed = _end(lines, first + 1)
    entries, odd = _entries(lines, first + 1, end)
    if not is_closed and not entries:
        return Result(()), draft
    told = [] if is_closed else [_unclosed(path, first)]
    told += [_odd_line(path, odd, lines[odd])] if odd is not None else []
    taken = end + 1 if is_closed else end
    rest = [""] * taken + lines[taken:]
    text = "\n".join(rest)
    return Result(entries, tuple(told)), Draft(text=text, passed_over=draft.passed_over)


def _end(lines: list[str], start: int) -> tuple[int, bool]:
    """Give the line that ends the front matter, and whether it closes it."""
    first_blank = None
    for index in range(start, len(lines)):
        line = lines[index].rstrip()
        if line in _ENDS:
            return index, True
        if not line and first_blank is None:
            first_blank = index
        if _begins_page(lines, index, has_blank=first_blank is not None):
            return (index if first_blank is None else first_blank), False
    return (len(lines) if first_blank is None else first_blank), False


def _begins_page(lines: list[str], index: int, *, has_blank: bool) -> bool:
    """Say whether the line is a table's or a heading; a heading may be a remark as well."""
    if lines[index].startswith("|"):
        return True
    if not _HEADING.match(lines[index]):
        return False
    below = lines[index + 1] if index + 1 < len(lines) else ""
    is_remark = _ENTRY.match(below) or below.rstrip() in _ENDS
    return has_blank or not is_remark


def _entries(
    lines: list[str], start: int, end: int
) -> tuple[tuple[FrontMatterEntry, ...], int | None]:
    """Read the lines, and give the first that is none of those of the grammar."""
    entries: list[FrontMatterEntry] = []
    more: list[str] = []
    odd = None
    for index in range(start, end):
        line = lines[index]
        if not line.strip() or line.startswith("#"):
            continue
        if found := _ENTRY.match(line):
            _end_last(entries, more)
            entries.append(_entry(found[1], line, found.end(), index + 1))
            is_last = index + 1 == end or not lines[index + 1].startswith(_MORE)
            is_odd = is_last and not _VALUE.fullmatch(line[found.end() :].strip())
        elif line[0] in _MORE and entries:
            more.append(line.strip())
            is_odd = line.lstrip(" ").startswith("\t")
        else:
            is_odd = True
        odd = index if is_odd and odd is None else odd
    _end_last(entries, more)
    return tuple(entries), odd


def _entry(key: str, line: str, start: int, number: int) -> FrontMatterEntry:
    value = line[start:].strip()
    column = start + 1
    if value.startswith(_QUOTES):
        mark, column = value[0], column + 1
        value = value[1:].removesuffix(mark) if len(value) > 1 else ""
        shown = value.replace('\\"', '"') if mark == '"' else value.replace("''", "'")
    else:
        shown = value
    span = Span(number, column, column + len(value))
    return FrontMatterEntry(key=key.replace("\\", ""), value=shown, span=span)


def _end_last(entries: list[FrontMatterEntry], more: list[str]) -> None:
    """Add the lines that were gathered for the last entry to its value."""
    if not more:
        return
    last = entries.pop()
    begin = [] if last.value in _BLOCK_SIGNS else [last.value]
    value = " ".join([*begin, *more]).strip()
    entries.append(FrontMatterEntry(key=last.key, value=value, span=last.span))
    more.clear()


def _unclosed(path: str, first: int) -> Diagnostic:
    return diagnostic(
        Code.INVALID_FRONT_MATTER,
        "the front matter is never closed",
        path,
        Span(first + 1, 1, 4),
        "write a line of `---` behind its last line",
    )


def _odd_line(path: str, index: int, line: str) -> Diagnostic:
    return diagnostic(
        Code.INVALID_FRONT_MATTER,
        f"the line {quote(line)} is no YAML",
        path,
        Span(index + 1, 1, len(line) + 1),
        "write `key: value`, with quotation marks around a value that holds a colon",
    )
