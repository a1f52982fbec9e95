r"""Markup of Microsoft Learn: mask inclusions, alerts and directives, which markdown does not know.

    markup    := inclusion | extension | directive
    inclusion := "[!" name link "]"?               -- [!INCLUDE[title](path)], [!code-json[x](y)]
               | "!INCLUDE" link "]"?
    extension := "[!" name words? "]"              -- [!NOTE], [!VIDEO address], [!div class="x"]
               | "[!INCLUDE" rest of the line or cell
    directive := ":::" name "-end"? attribute* ":::"?   -- ::: moniker range="x", :::row-end:::
               | ":::" ( "{" attributes "}" )?          -- ::: {.note #id}, of pandoc
               | ":::" container title                  -- ::: tip Title
              | ":::image" … ( 'type="complex"' ) ":::" words ":::image-end:::"
    attribute := name "=" value

Each may be wrapped over lines, and each bracket may be escaped, as formatters write them. The
`text` of a `no-loc` directive is kept. The words of a complex image describe it to those who can't
see it; if they contain a heading or a row, the end of another image closes it. Markup in code is
text.

What is masked does not end a paragraph or a table. A line or row without other content is not part
of the page; an inclusion that is a row, or directly below one, is reported.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic, quote
from docgen.markdown.comments import end_of_code_span, next_fence
from docgen.markdown.masking import FILL, MaskedText, Positions
from docgen.markdown.page import Zone
from docgen.regex import Regex
from docgen.source import Span

ALERTS = (
    *(
        "abstract",
        "attention",
        "bug",
        "caution",
        "check",
        "checklist",
        "cite",
        "danger",
    ),
    *("div", "done", "error", "example", "fail", "failure", "faq", "help", "hint"),
    *("important", "info", "missing", "note", "question", "quote", "success"),
    *("summary", "tip", "tldr", "todo", "video", "warning"),
)
"""Names of extensions in any case. Other names are in upper case, and their words are shown."""

DIRECTIVES = (
    *("code", "column", "form", "image", "moniker", "no-loc", "row", "video", "zone"),
)
"""Names of directives that may be anywhere; other names follow the colons or are alone."""

CONTAINERS = (
    "caution",
    "danger",
    "details",
    "important",
    "info",
    "note",
    "tip",
    "warning",
)
"""Names of directives before a title, which is shown."""

_COLONS = ":::"
_OPENINGS = ("[!", "[\\!", _COLONS, "!INCLUDE", "!include")

# A gap may contain a newline, but not a blank line.
_NEWLINE = r"\n(?![ \t>]*\n)"
_GAP = r"[ \t]*(?:\n[ \t>]*(?=\S))?"
_LABEL = rf"\[(?:[^\[\]\n]|{_NEWLINE}|\[[^\[\]\n]*\]){{0,1000}}\]"
_ADDRESS = rf"\((?:[^()\n]|{_NEWLINE}|\([^()\n]*\)){{0,1000}}\)"
_LINK = rf"{_GAP}\\?{_LABEL}{_GAP}(?:{_ADDRESS}|\[[^\[\]\n]{{0,200}}\])"
_WORDS = rf"(?:[^\[\]\n]|{_NEWLINE}){{0,1000}}"

_EXTENSION = Regex(
    rf"\\?\[\\?!\\?[ \t]*[A-Za-z][\w-]*{_LINK}(?:{_GAP}\\?\])?"
    rf"|\\?!(?i:include){_LINK}(?:{_GAP}\\?\])?"
    rf"|\\?\[\\?![ \t]*(?i:{'|'.join(ALERTS)})(?![\w-])(?:\\?\](?:[-+:](?=\s))?|{_WORDS}\])"
    rf"|\\?\[\\?![ \t]*(?!INCLUDE\b)[A-Z]{{3,}}(?![\w-])[ \t]*(?P<words>{_WORDS}?)\\?\]"
    rf"|\\?\[\\?![ \t]*(?i:include)\b(?:{_WORDS}\](?:{_ADDRESS})?|[^\n|]*)"
)
_INCLUDE = Regex(r"\\?\[?\\?!\\?[ \t]*include", re.IGNORECASE)

_NAMES = rf"(?i:(?:{'|'.join(DIRECTIVES)})(?:-end)?)(?![\w-])"
_ATTRIBUTE = (
    rf"{_GAP}[\w-]+[ \t]*=[ \t]*(?:\"(?:[^\"\n]|{_NEWLINE})*\"|'(?:[^'\n]|{_NEWLINE})*'"
    rf"|\u201c(?:[^\u201d\n]|{_NEWLINE})*\u201d|(?:(?!:::)[^\s\"'|])+)"
)
_DIRECTIVE = Regex(
    rf"\\?:{{3,}}(?:{_GAP}(?P<name>{_NAMES})|\{{?[A-Za-z][\w-]*\}}?"
    r"|[ \t]+[A-Za-z][\w-]*(?=[ \t]*(?:\n|\Z))|[ \t]*\{[^{}\n]{0,200}\}"
    rf"|[ \t]+(?i:{'|'.join(CONTAINERS)})(?![\w-]))?"
    rf"(?:{_ATTRIBUTE})*(?:{_GAP}\\?:{{3,}}(?!{_GAP}(?:{_NAMES})))?"
)
_COMPLEX = Regex(r"\btype[ \t]*=[ \t]*[\"'\u201c]?complex\b", re.IGNORECASE)
_IMAGE_END = Regex(
    rf"\\?:{{3,}}{_GAP}(?i:image(?P<is_end>-end)?)(?![\w-])(?:{_GAP}\\?:{{3,}})?"
)
_OTHER_CONTENT = Regex(
    r"^[ \t>]*(?:#{1,6}[ \t]|\||<t[rd]\b)", re.IGNORECASE | re.MULTILINE
)
_CELL_END = Regex(r"(?<!\\)\|")
_ZONE = Regex(rf"\\?:{{3,}}{_GAP}(?i:moniker|zone)(?P<is_end>(?i:-end))?(?![\w-])")
_TEXT = Regex(r"\btext[ \t]*=[ \t]*[\"'\u201c]([^\"'\u201d]*)[\"'\u201d]")

_NOTHING = "\0"
_NOT_NEWLINE = Regex(r"[^\n]+")
_EDGES = " \t\n|>"
_PUNCTUATION = ".,;:!?)"
_ONLY_CELLS = " \t|\x1f"


def mask_learn_markup(path: str, masked: MaskedText) -> Result[MaskedText]:
    """Mask the markup of a page, and report the rows that are in an included file."""
    starts = _candidates(masked.text)
    found = tuple(_markup(masked.text, starts)) if starts else ()
    if not found:
        return Result(masked)
    text = _without(masked.text, found)
    lines = text.split("\n")
    is_row = {line: "|" in lines[line] for line in _lines_without_content(text, found)}
    for line in is_row:
        lines[line] = _without_pipes(lines[line])
    rest = replace(
        masked,
        text="\n".join(lines),
        ignored_lines=masked.ignored_lines | set(is_row),
        zones=_zones(masked.text, found) if ":::" in masked.text else (),
    )
    return Result(rest, tuple(_included_rows(path, masked.text, found, is_row)))


def _markup(text: str, starts: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Return the start and the end of all markup at `starts` outside code, in order."""
    fence = next_fence(text, 0)
    done = searched = 0
    for start in starts:
        if start < done:
            continue
        while fence is not None and fence.end <= start:
            fence = next_fence(text, fence.end)
        if fence is not None and fence.start <= start:
            done = fence.end
            continue
        code_end = end_of_code_span(text, max(done, searched), start)
        if code_end is not None:
            done = code_end
            continue
        searched = start
        for begin, end in _match(text, start):
            if begin >= done:
                yield begin, end
            done = max(done, end)


def _candidates(text: str) -> list[int]:
    """Return where markup may start, in order."""
    starts: list[int] = []
    for opening in _OPENINGS:
        start = text.find(opening)
        while start >= 0:
            if opening != _COLONS or not text.startswith(":", start - 1, start):
                starts.append(start)
            start = text.find(opening, start + 1)
    return sorted(starts)


def _match(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Return the ranges of the markup at `start`, without the text that a reader sees in it."""
    if text[start] != ":":
        begin = start - text.startswith("\\", start - 1, start)
        if found := _EXTENSION.match(text, begin):
            yield from _parts(found, found.span("words"))
        return
    begin = start - text.startswith("\\", start - 1, start)
    found = _DIRECTIVE.match(text, begin)
    if found is None or not (found["name"] or _may_be_directive(text, begin)):
        return
    name = (found["name"] or "").lower()
    if name == "image" and _COMPLEX.search(text, *found.span()):
        yield begin, _end_of_image(text, begin, found.end())
        return
    is_shown = name == "no-loc"
    shown = _TEXT.search(text, *found.span()) if is_shown else None
    yield from _parts(found, shown.span(1) if shown else (-1, -1))


def _end_of_image(text: str, begin: int, start: int) -> int:
    """Return the end of a complex image whose words are at `start`, or `start` without any."""
    found = _IMAGE_END.search(text, start)
    if found is None or not found["is_end"]:
        return start
    before = text[text.rfind("\n", 0, begin) + 1 : begin]
    is_in_cell = "|" in before
    other = (_CELL_END if is_in_cell else _OTHER_CONTENT).search(
        text, start, found.start()
    )
    return start if other else found.end()


def _parts(found: re.Match[str], shown: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Return the ranges of a match before and after what a reader sees of it, if anything."""
    start, end = found.span()
    if shown[0] < shown[1]:
        yield start, shown[0]
        start = shown[1]
    yield start, end


def _may_be_directive(text: str, start: int) -> bool:
    before = text[start - 1 : start]
    return not (before.isalnum() or before in {"_", "`"})


def _without(text: str, ranges: tuple[tuple[int, int], ...]) -> str:
    parts: list[str] = []
    done = 0
    for start, end in ranges:
        before, after = text[start - 1 : start] or "\n", text[end : end + 1] or "\n"
        begin = start
        if after in _PUNCTUATION and before in " \t":
            begin = done + len(text[done:start].rstrip(" \t"))
            before = text[begin - 1 : begin] or "\n"
        is_apart = before in _EDGES or (after in _EDGES and begin == start)
        parts.append(text[done:begin])
        parts.append(_filled(text[begin:end], FILL if is_apart else _NOTHING))
        done = end
    return "".join([*parts, text[done:]])


def _filled(text: str, fill: str) -> str:
    """Return as many characters as `text` has; newlines are kept."""
    return _NOT_NEWLINE.sub(lambda run: fill * len(run[0]), text)


def _zones(text: str, ranges: tuple[tuple[int, int], ...]) -> tuple[Zone, ...]:
    """Return the zones and monikers; an unclosed one continues to the end of the page."""
    positions = Positions(text)
    last = text.count("\n") + 1
    opened: list[int] = []
    zones: list[Zone] = []
    for start, end in ranges:
        line = positions.at(start)[0] + 1
        found = _ZONE.match(text, start, end)
        if found and not found["is_end"]:
            opened.append(line)
        elif found and opened:
            zones.append(Zone(opened.pop(), line))
    return (*zones, *(Zone(first, last) for first in opened))


def _lines_without_content(
    text: str, ranges: tuple[tuple[int, int], ...]
) -> Iterator[int]:
    """Return the lines (from 0) in which the markup is all that a reader could see."""
    positions = Positions(text)
    lines = text.split("\n")
    done = -1
    for start, end in ranges:
        first, _ = positions.at(start)
        last = first + text.count("\n", start, end)
        for line in range(max(first, done + 1), last + 1):
            if not lines[line].strip(_ONLY_CELLS):
                yield line
        done = last


def _without_pipes(line: str) -> str:
    return line.replace("|", FILL) or FILL


def _included_rows(
    path: str, text: str, ranges: tuple[tuple[int, int], ...], is_row: dict[int, bool]
) -> Iterator[Diagnostic]:
    """Report each inclusion that is a row, or directly below one."""
    positions = Positions(text)
    lines = text.split("\n")
    above: dict[int, int] = {}
    for line in sorted(is_row):
        above[line] = above.get(line - 1, line - 1)
    for start, end in ranges:
        line, column = positions.at(start)
        if line not in is_row or not _INCLUDE.match(text, start):
            continue
        before = above[line]
        if is_row[line] or (before >= 0 and lines[before].lstrip().startswith("|")):
            source = text[start:end].partition("\n")[0]
            message = f"rows of the included file {quote(source)} are not read"
            span = Span(line + 1, column + 1, column + 1 + len(source))
            advice = "write the rows on this page"
            yield diagnostic(Code.HIDDEN_ROW, message, path, span, advice)
