"""Placeholders: the texts such as `**TODO: Add Description**` that began a page."""

import re
from collections.abc import Iterator

from docgen.diagnostics import Code, Diagnostic, diagnostic
from docgen.markdown.page import Inline, Page
from docgen.source import Span

_PLACEHOLDER = re.compile(r"\*\*\s*+TODO\b([^*\n]*+)\*\*")
_LINK = re.compile(r"\[([^\[\]]*+)\](?:\([^()]*+\))?")
_HELP = "write the text, or delete the placeholder"


def placeholders(page: Page) -> Iterator[Diagnostic]:
    """Tell of every placeholder on the page, wherever it stands."""
    if "TODO" not in page.text:
        return
    for number, line in enumerate(page.text.split("\n"), 1):
        for match in _PLACEHOLDER.finditer(line) if "TODO" in line else ():
            span = Span(number, match.start() + 1, match.end() + 1)
            words = " ".join(_without_markup(match[0]).split())
            message = f"a placeholder was left on the page: `{words[:80]}`"
            yield diagnostic(Code.PLACEHOLDER, message, page.path, span, _HELP)


def description(text: Inline) -> str | None:
    """Give the plain text of a description, without placeholders; `None` if nothing is left."""
    plain = text.plain
    if "TODO" in plain:
        for match in _PLACEHOLDER.finditer(text.source):
            plain = plain.replace(_without_markup(match[0]), "")
    return plain.strip() or None


def _without_markup(placeholder: str) -> str:
    return _LINK.sub(r"\1", placeholder.strip("*")).strip()
