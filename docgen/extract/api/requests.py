r"""Find the request lines of an API page.

line   := verb " "* url [ " HTTP/1.1" ]   -- GET /teams/{id}
verb   := "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "HEAD" | "OPTIONS"
url    := "/"… | "https://"… | "~/"… | segment "/"…

Other lines in a code block (headers, bodies, `or`) are not requests. A paragraph of request lines
alone is a code block whose fence is missing. The lines are searched in the
sections "HTTP request"; if there are none, in the code blocks before the request headers, else in
those outside examples, else in the text of these sections, else in examples: a code block with
several lines is not one. An absolute URL with headers below it is an example, unless the page has
no other request.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise, takewhile

from msgspec import Struct

from docgen.extract.api.declarations import RequestDeclaration
from docgen.extract.api.outline import Role, RoleSection
from docgen.markdown.page import Fence, Paragraph
from docgen.regex import Regex
from docgen.source import Span

VERBS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")
"""The methods of HTTP that a request line may start with."""

_LINE = Regex(
    rf"\s*(?P<method>{'|'.join(VERBS)})(?:\s+|(?=[/~{{]|https?:))(?P<path>\S.*)"
)
_IN_PROSE = Regex(rf"\s*`{{0,3}}(?P<method>{'|'.join(VERBS)})\s+(?P<path>[/~].*)")
_VERSION = Regex(r"(?<!\s)\s+HTTP/[\d.]+$")
"""The version of HTTP at the end of a request line."""
_MESSAGE = Regex(r"\s*(?:[\w-]{2,40}:\s|\{)")
_TASKS = frozenset({Role.INTRODUCTION, Role.OTHER})
_AFTER_TASKS = frozenset({Role.QUERY, Role.HEADERS, Role.BODY, Role.RESPONSE})
_BEFORE_HEADERS = frozenset({Role.HEADERS, Role.BODY, Role.RESPONSE, Role.EXAMPLE})


class _Found(Struct, frozen=True):
    """A request line and whether its code block is a message with headers or a body."""

    request: RequestDeclaration
    is_message: bool


def request_lines(sections: Sequence[RoleSection]) -> tuple[RequestDeclaration, ...]:
    """Return the request lines of a page in their order."""
    for is_searched, search in (
        (_about_requests(sections), _requests),
        (_before_headers(sections), _requests),
        (_no_example, _requests),
        (_no_example, _requests_in_text),
    ):
        found = [
            one
            for section in sections
            if is_searched(section)
            for one in search(section)
        ]
        plain = [one for one in found if not one.is_message]
        if found:
            return tuple(one.request for one in plain or found)
    return _among_examples(sections)


def _among_examples(sections: Sequence[RoleSection]) -> tuple[RequestDeclaration, ...]:
    """Return the lines of code blocks with several request lines, or else the first line."""
    blocks = [
        [one.request for one in fence_requests(block)]
        for section in sections
        for block in section.section.blocks
        if isinstance(block, Fence)
    ]
    several = [one for requests in blocks if len(requests) > 1 for one in requests]
    return tuple(several or [one for requests in blocks for one in requests][:1])


def _about_requests(sections: Sequence[RoleSection]) -> Callable[[RoleSection], bool]:
    """Return whether a section is about requests, or is one of several tasks that have some.

    Some pages have a section for each task, and not below each a section "HTTP request".
    """
    tasks: list[RoleSection] = []
    level = 0
    for before, section in pairwise(sections):
        if before.role in _TASKS and _depth(before) > 1:
            tasks.append(before)
            is_below = section.role is Role.REQUEST and _depth(section) > _depth(before)
            level = level or is_below * _depth(before)
        if section.role in _AFTER_TASKS:
            break
    wanted = {id(one) for one in tasks if _depth(one) == level}
    return lambda section: section.role is Role.REQUEST or id(section) in wanted


def _depth(section: RoleSection) -> int:
    heading = section.section.heading
    return heading.level if heading else 0


def _before_headers(sections: Sequence[RoleSection]) -> Callable[[RoleSection], bool]:
    first = takewhile(lambda one: one.role not in _BEFORE_HEADERS, sections)
    wanted = {id(one) for one in first}
    return lambda section: id(section) in wanted


def _no_example(section: RoleSection) -> bool:
    return section.role not in (Role.EXAMPLE, Role.RESPONSE)


def _requests(section: RoleSection) -> Iterator[_Found]:
    for block in section.section.blocks:
        if isinstance(block, Fence):
            yield from fence_requests(block)
        elif isinstance(block, Paragraph):
            found = [*_prose_requests(block)]
            is_whole = len(found) > len(block.content.lines)
            if section.role is Role.REQUEST or is_whole:
                yield from found


def _requests_in_text(section: RoleSection) -> Iterator[_Found]:
    for block in section.section.blocks:
        if isinstance(block, Paragraph):
            yield from _prose_requests(block)


def fence_requests(fence: Fence) -> Iterator[_Found]:
    """Return the request lines of a code block."""
    lines = fence.body.split("\n")
    found = [(number, _LINE.match(line)) for number, line in enumerate(lines)]
    matches = [(number, one) for number, one in found if one]
    others = (line for line, (_, one) in zip(lines, found, strict=True) if not one)
    is_message = (
        len(matches) == 1
        and "://" in matches[0][1]["path"]
        and not "".join(lines[: matches[0][0]]).strip()
        and any(map(_MESSAGE.match, others))
    )
    for number, match in matches:
        line = fence.span.line + 1 + number
        yield _Found(_request(match, line, fence.column(number)), is_message)


def _prose_requests(paragraph: Paragraph) -> Iterator[_Found]:
    """Return request lines outside a code block, whose fence may be missing."""
    content = paragraph.content
    starts = [(0, content.span.line, content.span.column)]
    starts += [(one.start, one.line, one.column) for one in content.lines]
    ends = [start for start, _, _ in starts[1:]] + [len(content.source)]
    for (start, line, column), end in zip(starts, ends, strict=True):
        match = _IN_PROSE.fullmatch(content.source[start:end].strip())
        if match:
            yield _Found(_request(match, line, column), is_message=False)


def _request(match: re.Match[str], line: int, column: int) -> RequestDeclaration:
    path = _VERSION.sub("", match["path"].strip().strip("`").strip())
    start = column + match.start("method")
    return RequestDeclaration(
        method=match["method"],
        path=path,
        span=Span(line, start, column + match.start("path") + len(path)),
    )
