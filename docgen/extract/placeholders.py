"""Report placeholders such as `**TODO: Add Description**`, and remove them from descriptions.

    placeholder := "**" "TODO:" words "**"       -- words may contain links and a newline

The word TODO alone is not a placeholder, even in bold.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from docgen.diagnostics import Code, Diagnostic, diagnostic, quote
from docgen.extract.masked import masked
from docgen.markdown.page import Inline, Page
from docgen.regex import Regex
from docgen.source import Span

_PLACEHOLDER = Regex(r"\*\*\s*+(?P<words>TODO:(?>(?:[^*|\n]|\n(?![ \t]*+\n))*))\*\*")
_TODO = Regex(r"(?P<bold>\*\* ?)?(?P<word>TODO:)")
_END_OF_BOLD = Regex(r" ?\*\* ?")
_NEWLINE = Regex(r"\n")
_LINK = Regex(r"\[([^\[\]]*+)\](?:\([^()]*+\))?")
_CODE_MARKS = str.maketrans("", "", "`\\")
_HELP = "write the text, or delete the placeholder"


def placeholders(page: Page) -> Iterator[Diagnostic]:
    """Report every placeholder on a page, including its front matter."""
    if "TODO" not in page.text:
        return
    newlines = [-1, *(found.start() for found in _NEWLINE.finditer(page.text))]
    for match in _PLACEHOLDER.finditer(page.text):
        line = bisect_left(newlines, match.start())
        column = match.start() - newlines[line - 1]
        length = len(match[0].partition("\n")[0])
        message = f"placeholder {quote(_plain(match['words']))} was left on the page"
        span = Span(line, column, column + length)
        yield diagnostic(Code.PLACEHOLDER, message, page.path, span, _HELP)


def description(text: Inline) -> str | None:
    """Return plain text without its placeholders; `None` if nothing else is in it."""
    plain = _without_placeholders(text) if "TODO:" in text.plain else text.plain
    return plain.strip() or None


def _without_placeholders(text: Inline) -> str:
    """Remove each placeholder of the source, and the space after it, from the plain text."""
    words_at = {
        m.start("words"): m["words"] for m in _PLACEHOLDER.finditer(text.source)
    }
    marks = zip(_TODO.finditer(masked(text)), _TODO.finditer(text.plain), strict=False)
    parts: list[str] = []
    position = 0
    for in_source, in_plain in marks:
        words = words_at.get(in_source.start("word"))
        if words is not None and in_plain.start() >= position:
            parts.append(text.plain[position : in_plain.start()])
            position = _end(text.plain, in_plain, _plain(words))
    return "".join([*parts, text.plain[position:]])


def _end(plain: str, todo: re.Match[str], words: str) -> int:
    """Return the end of a placeholder in plain text: the end of its line if its words differ."""
    start = todo.start("word")
    end = start + len(words)
    if plain[start:end].replace("\n", " ") != words:
        end = plain.find("\n", start)
        return end if end >= 0 else len(plain)
    if todo["bold"] and (mark := _END_OF_BOLD.match(plain, end)):
        return mark.end()
    return end + plain.startswith(" ", end)


def _plain(words: str) -> str:
    """Return words without markup, on one line."""
    return " ".join(_LINK.sub(r"\1", words).translate(_CODE_MARKS).split())
