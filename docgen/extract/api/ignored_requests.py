"""Report each line of an API page that is a request, and that nothing else reads.

It is the second request of a code block with an example, or hidden by a comment that another one
closes, or by an annotation, which has no request on purpose. Other comments that are closed do.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from docgen.diagnostics import Code, Diagnostic, diagnostic, quote
from docgen.extract.api.declarations import RequestDeclaration, WrittenExamples
from docgen.extract.api.outline import Role, RoleSection
from docgen.extract.api.requests import VERBS
from docgen.markdown.page import Fence, Page
from docgen.regex import Regex
from docgen.source import Span

_LINE = Regex(
    rf"^[ \t>\u00ad\u200b\ufeff]*(?:{'|'.join(VERBS)})[ \t]+(?:[/~{{]|https?:)\S+",
    re.MULTILINE,
)
_EXPLAINING = frozenset({Role.INTRODUCTION, Role.OTHER})
_OPENING, _CLOSING = "<!--", "-->"


def ignored_requests(
    page: Page,
    sections: Sequence[RoleSection],
    requests: Iterable[RequestDeclaration],
    examples: WrittenExamples,
) -> Iterator[Diagnostic]:
    """Report the requests of a page that are neither its `requests` nor those of `examples`."""
    messages = chain.from_iterable(
        (one.request, one.response) for one in examples.examples
    )
    known = {one.span.line for one in requests}
    known |= {one.line for one in messages if one}
    known |= {one.span.line for one in examples.unread}
    known |= {*_lines_of_explanations(sections)}
    text = page.text
    hidden: set[int] | None = None
    for found in _LINE.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        if line in known:
            continue
        if hidden is None:
            hidden = {*_lines_in_comments(text, {*_code_lines(sections)})}
        if line not in hidden:
            written = found[0].lstrip(" \t>\u00ad\u200b\ufeff")
            column = found.end() - found.start() - len(written) + 1
            span = Span(line, column, column + len(written))
            yield _ignored(page.path, written, span)


def _ignored(path: str, written: str, span: Span) -> Diagnostic:
    message = f"request {quote(written)} is ignored: only the first line of an example can be one"
    advice = "move it to `## HTTP request`, or to a code block of its own"
    return diagnostic(Code.IGNORED_REQUEST, message, path, span, advice)


def _lines_of_explanations(sections: Sequence[RoleSection]) -> Iterator[int]:
    """Return the lines of code blocks that explain something: nothing but requests is in them."""
    for one in sections:
        for block in one.section.blocks if one.role in _EXPLAINING else ():
            if isinstance(block, Fence):
                lines = [*filter(str.strip, block.body.split("\n"))]
                if all(map(_LINE.match, lines)):
                    yield from _lines_of(block)


def _code_lines(sections: Sequence[RoleSection]) -> Iterator[int]:
    for one in sections:
        for block in one.section.blocks:
            if isinstance(block, Fence):
                yield from _lines_of(block)


def _lines_of(fence: Fence) -> range:
    first = fence.start.line
    return range(first, first + fence.body.count("\n") + 1)


def _lines_in_comments(text: str, code: set[int]) -> Iterator[int]:
    """Return the lines in comments outside of code; one with another in it was not closed."""
    end = 0
    while (start := text.find(_OPENING, end)) >= 0:
        end = text.find(_CLOSING, start)
        end = len(text) if end < 0 else end
        first = text.count("\n", 0, start) + 1
        content = text[start + len(_OPENING) : end]
        if first in code:
            end = start + len(_OPENING)
        elif _OPENING not in content and not content.lstrip().startswith("{"):
            yield from range(first, first + content.count("\n") + 1)
