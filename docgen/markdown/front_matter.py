r"""Front matter: the `key: value` lines at the top of a page, with their positions.

    front matter := "---" line* ("---" | "...")
    line         := key ":" value | continuation | "#" anything | blank
    continuation := (" " | "-") anything             -- belongs to the value above it
    joined       := rule (blank | "#"* entry+)*      -- up to the first heading with "##"

Values are strings: quotes around a value are removed, no other YAML is interpreted. A line that
is not valid YAML is reported and read nevertheless. Unclosed front matter ends at the first heading
or blank line, so that it never hides the page. Formatters that don't know front matter make a rule
and a heading of it, at level 2 because of the line `---` below. All lines may be indented, as
masked invisible characters indent them.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from docgen.diagnostics import (
    Code,
    Diagnostic,
    Replacement,
    Result,
    diagnostic,
    quote,
)
from docgen.markdown.masking import MaskedText
from docgen.markdown.page import FrontMatterEntry
from docgen.regex import Regex
from docgen.source import Span, shifted

_FENCE = "---"
_CLOSINGS = (_FENCE, "...")
_ENTRY = Regex(r"([A-Za-z_][\w.\\-]*)[ \t]*:(?:[ \t]+|$)")
_RULE = Regex(r"[-_*]{3,}")
_JOINED_LINE = Regex(r"(?:#{1,6} )?[A-Za-z][\w.\\-]*: ")
_JOINED_ENTRY = Regex(
    r"(?:^|[ #])([A-Za-z][\w.\\-]*): (\"(?>(?:[^\"\\]|\\.)*)\"|(?>(?:(?! [\w.\\-]+: ).)*))"
)
_HEADING = Regex(r"#{1,6}[ \t]|#{2,6}\w")
_ROW = Regex(r"\s*\|[^|]+\|[^|]+\|.*")
_QUOTES = ('"', "'")
_BLOCK_INDICATORS = (">", "|", ">-", "|-")
_CONTINUATIONS = (" ", "\t", "-")
_VALUE = Regex(
    r"""\"(?>(?:[^"\\]|\\.)*)\"|'(?>(?:[^']|'')*)'|\[.*\]|\{.*\}"""
    r"""|(?![\"'\[{*&!%@`])(?>(?:(?!:[ \t]).)*)(?<!:)|"""
)
"""A YAML value on one line: quote, a list, a mapping, or plain without a colon."""


def mask_front_matter(
    path: str, masked: MaskedText
) -> tuple[Result[tuple[FrontMatterEntry, ...]], MaskedText]:
    """Read the front matter, if there is any, and mask its lines."""
    if not _RULE.match(masked.text.lstrip()):
        return Result(()), masked
    lines = masked.text.split("\n")
    first = next(index for index, line in enumerate(lines) if line.strip())
    if joined := _joined_lines(lines, first):
        return _joined_front_matter(path, masked, lines, joined)
    if lines[first].strip() != _FENCE:
        return Result(()), masked
    end, is_closed = _end(lines, first + 1)
    entries, invalid = _entries(lines, first + 1, end)
    if not is_closed and not entries:
        return Result(()), masked
    diagnostics = [] if is_closed else [_unclosed(path, first, lines[:end])]
    if invalid is not None:
        diagnostics.append(_invalid_line(path, invalid, lines[invalid]))
    count = end + 1 if is_closed else end
    rest = "\n".join([""] * count + lines[count:])
    return Result(entries, tuple(diagnostics)), MaskedText(
        text=rest, ignored_lines=masked.ignored_lines
    )


def _joined_lines(lines: list[str], first: int) -> range:
    """Return the lines of front matter that is a rule and a heading; empty if it is not."""
    if not _RULE.fullmatch(lines[first].rstrip()) or lines[first + 1 : first + 2] != [
        ""
    ]:
        return range(0)
    end = last = first + 1
    while end < len(lines) and (not lines[end] or _JOINED_LINE.match(lines[end])):
        end += 1
        last = end if lines[end - 1] else last
        if lines[end - 1].startswith("##"):
            break
    is_heading = any(lines[index].startswith("#") for index in range(first, last))
    return range(first, last) if is_heading else range(0)


def _joined_front_matter(
    path: str, masked: MaskedText, lines: list[str], joined: range
) -> tuple[Result[tuple[FrontMatterEntry, ...]], MaskedText]:
    entries = tuple(
        _entry(found[1], lines[index][: found.end()], found.start(2), index + 1)
        for index in joined
        for found in _JOINED_ENTRY.finditer(lines[index])
    )
    message = "front matter is a heading: a formatter changed it"
    span = Span(joined[0] + 1, 1, len(lines[joined[0]]) + 1)
    advice = "write `key: value` lines between two lines `---`"
    found = diagnostic(Code.INVALID_FRONT_MATTER, message, path, span, advice)
    text = "\n".join([""] * joined.stop + lines[joined.stop :])
    return Result(entries, (found,)), replace(masked, text=text)


def _end(lines: list[str], start: int) -> tuple[int, bool]:
    """Return the line that ends the front matter, and whether that line closes it."""
    first_blank, is_yaml = None, True
    for index in range(start, len(lines)):
        line = lines[index].rstrip()
        if line.lstrip() in _CLOSINGS:
            return index, True
        if not line and first_blank is None:
            first_blank = index
        is_yaml = is_yaml and _may_be_yaml(line, is_first=index == start)
        if _begins_page(
            lines, index, has_blank=first_blank is not None, is_yaml=is_yaml
        ):
            return (index if first_blank is None else first_blank), False
    return (len(lines) if first_blank is None else first_blank), False


def _may_be_yaml(line: str, *, is_first: bool) -> bool:
    if not line or line.startswith("#") or _ENTRY.match(line):
        return True
    return line.startswith(_CONTINUATIONS) and not is_first


def _begins_page(
    lines: list[str], index: int, *, has_blank: bool, is_yaml: bool
) -> bool:
    """Return whether the line is a table row or a heading and not a YAML comment.

    An indented line is part of a YAML value if no line before it is blank or not YAML, unless it
    has the cells of a row.
    """
    may_be_value = is_yaml and not has_blank
    line = lines[index] if may_be_value else lines[index].lstrip()
    if line.startswith(">"):  # a quote, which is not YAML
        line = line.lstrip("> \t")
    if line.startswith("|") or _ROW.fullmatch(lines[index]):
        return True
    if not _HEADING.match(line):
        return False
    below = lines[index + 1].strip() if index + 1 < len(lines) else ""
    is_comment = _ENTRY.match(below) or below in _CLOSINGS
    return has_blank or not is_comment


def _entries(
    lines: list[str], start: int, end: int
) -> tuple[tuple[FrontMatterEntry, ...], int | None]:
    """Return the entries, and the first line that is not valid."""
    entries: list[FrontMatterEntry] = []
    continuation: list[str] = []
    invalid = None
    indent = len(lines[start]) - len(lines[start].lstrip(" ")) if start < end else 0
    for index in range(start, end):
        line = lines[index]
        if not line.strip() or line.startswith("#", indent):
            continue
        if found := _ENTRY.match(line, indent):
            _append(entries, continuation)
            entries.append(_entry(found[1], line, found.end(), index + 1))
            is_last = index + 1 == end or not lines[index + 1].startswith(
                _CONTINUATIONS, indent
            )
            is_invalid = is_last and not _VALUE.fullmatch(line[found.end() :].strip())
        elif line.startswith(_CONTINUATIONS, indent) and entries:
            continuation.append(line.strip())
            is_invalid = line.lstrip(" ").startswith("\t")
        else:
            is_invalid = True
        if is_invalid and invalid is None:
            invalid = index
    _append(entries, continuation)
    return tuple(entries), invalid


def _entry(key: str, line: str, start: int, number: int) -> FrontMatterEntry:
    value = line[start:].strip()
    column = start + 1
    if value.startswith(_QUOTES):
        mark, column = value[0], column + 1
        value = value[1:].removesuffix(mark) if len(value) > 1 else ""
        escaped, character = ('\\"', '"') if mark == '"' else ("''", "'")
        unquoted = value.replace(escaped, character)
    else:
        unquoted = value
    span = Span(number, column, column + len(value))
    return FrontMatterEntry(key=key.replace("\\", ""), value=unquoted, span=span)


def _append(entries: list[FrontMatterEntry], continuation: list[str]) -> None:
    """Append the continuation lines to the value of the last entry, and clear them."""
    if not continuation:
        return
    last = entries.pop()
    start = [] if last.value in _BLOCK_INDICATORS else [last.value]
    value = " ".join([*start, *continuation]).strip()
    entries.append(FrontMatterEntry(key=last.key, value=value, span=last.span))
    continuation.clear()


def _unclosed(path: str, first: int, lines: Sequence[str]) -> Diagnostic:
    message, span = "front matter is not closed", Span(first + 1, 1, 4)
    advice = "add a line `---` after its last line"
    last = next(n for n in range(len(lines), 0, -1) if lines[n - 1].strip())
    column = len(lines[last - 1]) + 1
    new = Replacement(f"\n{_FENCE}", None, Span(last, column, column))
    return diagnostic(Code.INVALID_FRONT_MATTER, message, path, span, advice, new)


def _invalid_line(path: str, index: int, line: str) -> Diagnostic:
    message = f"line {quote(line)} is not valid YAML"
    advice = (
        "write `key: value`; put the whole value in quotes if it has special characters"
    )
    span = Span(index + 1, 1, len(line) + 1)
    new = []
    found = _ENTRY.match(line)
    value = line[found.end() :].strip() if found else ""
    if found and not _VALUE.fullmatch(value):
        inner = value[1:-1] if value[:1] == value[-1:] == '"' else value
        escaped = inner.replace("'", "''")
        new = [Replacement(f"'{escaped}'", value, shifted(span, found.end()))]
    return diagnostic(Code.INVALID_FRONT_MATTER, message, path, span, advice, *new)
