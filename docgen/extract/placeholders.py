"""Placeholders: the texts such as `**TODO: Add Description**` that began a page.

    placeholder := "**" "TODO:" words "**"       -- the words may hold links, and be on two lines

The word TODO alone, be it bold, is a word.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from docgen.diagnostics import Code, Diagnostic, diagnostic, quote
from docgen.extract.masked import masked
from docgen.markdown.page import Inline, Page
from docgen.source import Span

_PLACEHOLDER = re.compile(
    r"\*\*\s*+(?P<text>TODO:(?>(?:[^*|\n]|\n(?![ \t]*+\n))*))\*\*"
)
_MARK = re.compile(r"(?P<bold>\*\* ?)?(?P<word>TODO:)")
_BEHIND = re.compile(r" ?\*\* ?")
_LINE_END = re.compile(r"\n")
_LINK = re.compile(r"\[([^\[\]]*+)\](?:\([^()]*+\))?")
_CODE_MARKS = str.maketrans("", "", "`\\")
_HELP = "write the text, or delete the placeholder"


def placeholders(page: Page) -> Iterator[Diagnostic]:
    """Report every placeholder on the page, wherever it stands."""
    if "TODO" not in page.text:
        return
    ends = [-1, *(found.start() for found in _LINE_END.finditer(page.text))]
    for match in _PLACEHOLDER.finditer(page.text):
        line = bisect_left(ends, match.start())
        start = match.start() - ends[line - 1]
        length = len(match[0].partition("\n")[0])
        words = quote(_seen(match["text"]))
        message = f"placeholder {words} was left on the page"
        span = Span(line, start, start + length)
        yield diagnostic(Code.PLACEHOLDER, message, page.path, span, _HELP)


def description(text: Inline) -> str | None:
    """Return the plain text of a description, without placeholders; `None` if nothing is left."""
    plain = _without_placeholders(text) if "TODO:" in text.plain else text.plain
    return plain.strip() or None


def _without_placeholders(text: Inline) -> str:
    """Cut each placeholder of the source out of the plain text, with the blank behind it."""
    found = {m.start("text"): m["text"] for m in _PLACEHOLDER.finditer(text.source)}
    marks = zip(_MARK.finditer(masked(text)), _MARK.finditer(text.plain), strict=False)
    parts: list[str] = []
    position = 0
    for written, seen in marks:
        words = found.get(written.start("word"))
        if words is not None and seen.start() >= position:
            parts.append(text.plain[position : seen.start()])
            position = _end(text.plain, seen, _seen(words))
    return "".join([*parts, text.plain[position:]])


def _end(plain: str, mark: re.Match[str], words: str) -> int:
    """Return where the words of a mark end: where its line does, if they look different."""
    start = mark.start("word")
    end = start + len(words)
    if plain[start:end].replace("\n", " ") != words:
        end = plain.find("\n", start)
        return end if end >= 0 else len(plain)
    if mark["bold"] and (behind := _BEHIND.match(plain, end)):
        return behind.end()
    return end + plain.startswith(" ", end)


def _seen(words: str) -> str:
    """Return the words as a reader sees them, in one line."""
    return " ".join(_LINK.sub(r"\1", words).translate(_CODE_MARKS).split())
