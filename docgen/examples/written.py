"""Where the parts of a message are on its page, and the mistakes in its text."""

import json
import re
from collections.abc import Iterator
from http import HTTPStatus

from docgen.diagnostics import Code, Diagnostic, Replacement, diagnostic, quote
from docgen.extract.api.declarations import UnreadBlock, WrittenMessage
from docgen.jsontext import (
    DOTS,
    JsonPath,
    ValuePosition,
    read_object,
    value_positions,
)
from docgen.regex import Regex
from docgen.schema.model import ExampleRequest, ExampleResponse
from docgen.source import Span, shifted

_STATUS_LINE = Regex(r"\s*HTTP/\d(?:\.\d)?\s+[1-5]\d\d\b.*")
_PHRASES = {one.value: one.phrase for one in HTTPStatus}
_VERSION = "HTTP/1.1 "
_UNVERSIONED = Regex(r"\s*((?:HTTP\S*\s+|))(?=[1-5]\d\d(?:\s|$))", re.IGNORECASE)
"""What precedes the status: nothing, or a wrong version."""
_STATUS = Regex(r"\b[1-5]\d\d\b")
_ABBREVIATED = Regex(r"\.\.\.|\u2026|<[^<>\n]{1,200}>|\{[\w -]{1,60}\}")
_REPEATED = frozenset(
    {
        *("an unusual space", "a comment", "curly quotes", "single quotes"),
        *("a word of Python", DOTS),
    }
)
"""Repairs of which only the first in a body is reported: one cause makes all of them."""
_JSON = ("{", "[")
_HEADER = Regex(
    r"\s*(?:content-(?:type|length)|accept|authorization|prefer|location|if-match|host)\s*:",
    re.IGNORECASE,
)
"""A header of HTTP; that of a mail or a calendar may be the first line of a body."""
_JSON_TYPE = "application/json"


class WrittenText:
    """The text of a message, and the positions of its parts on the page."""

    def __init__(self, path: str, written: WrittenMessage) -> None:
        self._path, self._written = path, written
        self._lines = written.text.split("\n")
        start = written.body_line
        while start < len(self._lines) and not self._lines[start].strip():
            start += 1
        self._body_line = start
        self._positions: dict[JsonPath, ValuePosition] | None = None

    @property
    def is_ignored(self) -> bool:
        """Whether the annotation says that it is not an example to be tested."""
        return self._written.is_ignored

    @property
    def body(self) -> str:
        """The body as it is written."""
        return "\n".join(self._lines[self._body_line :])

    @property
    def body_start(self) -> Span:
        """The position of the first character of the body."""
        if self._body_line >= len(self._lines):
            return self.word("")
        line = self._lines[self._body_line]
        first = len(line) - len(line.lstrip()) + 1
        return self._on_page(Span(self._first_line, first, first + 1))

    def word(self, text: str, before: str = "") -> Span:
        """Return the position of a text on the first line, after the text `before`."""
        line = self._lines[0]
        start = max(line.find(before), 0) if before else 0
        found = line.find(text, start + len(before)) if text else -1
        if found < 0:
            found, text = len(line) - len(line.lstrip()), line.strip()
        span = Span(self._written.line, found + 1, found + 1 + len(text))
        return self._on_page(span)

    @property
    def status(self) -> Span:
        """The position of the status of a response."""
        found = _STATUS.search(self._lines[0])
        return self.word(found[0] if found else "")

    def other_status(self, status: int) -> Replacement:
        """Return the first line of a response with another status, and its reason phrase."""
        line = self._lines[0].strip()
        found = _STATUS.search(line)
        start = line[: found.start()] if found else f"{_VERSION}"
        new = f"{start}{status} {_PHRASES.get(status, '')}".rstrip()
        return Replacement(new, line, self.word(line))

    def value(self, path: JsonPath, *, is_key: bool) -> Span:
        """Return the position of a value of the body, or of its key."""
        if self._positions is None:
            self._positions = value_positions(self.body, Span(self._first_line))
        found = self._positions.get(path)
        if found is None:
            return self.value(path[:-1], is_key=False) if path else self.body_start
        return self._on_page(found.key if is_key and found.key else found.value)

    @property
    def _first_line(self) -> int:
        """The line of the page on which the body begins."""
        return self._written.line + self._body_line

    def _on_page(self, span: Span) -> Span:
        """Return the position of a span whose columns are those of its line in the text.

        A string with a line break ends on its first line.
        """
        number, columns = span.line - self._written.line, self._written.columns
        length = len(self._lines[number]) if 0 <= number < len(self._lines) else 0
        end = max(length, span.column) + 1
        if length and end < span.end_column:
            span = Span(span.line, span.column, end)
        return shifted(span, columns[number] - 1 if number < len(columns) else 0)

    def mistakes(
        self, message: ExampleRequest | ExampleResponse
    ) -> Iterator[Diagnostic]:
        """Report what is not HTTP or JSON in the text of a message."""
        if isinstance(message, ExampleResponse) and self._written.body_line:
            yield from self._status_line()
        yield from self._blank_line()
        if message.is_json:
            yield from self._repairs()
        elif self._is_json(message):
            problem, span = _error(self.body, Span(self._first_line))
            yield diagnostic(
                Code.INVALID_EXAMPLE,
                f"the body is not JSON: {problem}",
                self._path,
                self._on_page(span),
                "correct the JSON, or the content type",
            )

    def _status_line(self) -> Iterator[Diagnostic]:
        if _STATUS_LINE.fullmatch(self._lines[0]) is None:
            message = f"{quote(self._lines[0])} is not the first line of a response"
            advice = "write `HTTP/1.1` before the status"
            span = self.word(self._lines[0].strip())
            written = _UNVERSIONED.match(self._lines[0])
            new = [Replacement(_VERSION, written[1])] if written else []
            yield diagnostic(
                Code.MALFORMED_MESSAGE, message, self._path, span, advice, *new
            )

    def _blank_line(self) -> Iterator[Diagnostic]:
        """Report a blank line before the headers, and a body without one before it."""
        lines, body = self._lines, self._body_line
        if self._written.body_line == 0:
            return
        headers = lines[1 : self._written.body_line]
        first = next((line for line in headers if line.strip()), "")
        if headers and not headers[0].strip() and _HEADER.match(first):
            span = Span(self._written.line + 1)
            message = "headers after a blank line are part of the body"
            advice = "remove the blank line above the headers"
            blank = next(n for n, line in enumerate(headers) if line.strip())
            removed = (
                Replacement("", "", Span(span.line + number, 1, 1))
                for number in range(blank)
            )
            yield diagnostic(
                Code.MALFORMED_MESSAGE, message, self._path, span, advice, *removed
            )
        elif self.body.lstrip().startswith(_JSON) and lines[body - 1].strip():
            message = "the body has no blank line above it"
            advice = "add a blank line before the body"
            first = self._lines[body].strip()
            yield diagnostic(
                Code.MALFORMED_MESSAGE,
                message,
                self._path,
                self.body_start,
                advice,
                Replacement(f"\n{first}", first),
            )

    def _repairs(self) -> Iterator[Diagnostic]:
        body = self.body
        try:
            json.loads(body)
        except (ValueError, RecursionError):
            start = Span(self._first_line)
            is_array = body.lstrip().startswith("[")
            text = f'{{"":{body}}}' if is_array else body
            shifted = (
                Span(start.line, start.column - len('{"":')) if is_array else start
            )
            reported: set[str] = set()
            repairs = read_object(text, shifted).repairs
            for repair in repairs:
                if repair.problem in reported and repair.problem in _REPEATED:
                    continue
                same = [repair]
                if repair.problem in _REPEATED:
                    same = [r for r in repairs if r.problem == repair.problem]
                reported.add(repair.problem)
                if _ABBREVIATED.search(_line_of(body, repair.span.line - start.line)):
                    continue
                yield diagnostic(
                    Code.REPAIRED_JSON,
                    f"example has {repair.problem} in its JSON; repairing it",
                    self._path,
                    self._on_page(repair.span),
                    "fix the JSON; other tools reject it",
                    *(
                        Replacement(each.text, None, self._on_page(each.span))
                        for one in same
                        for each in one.corrections
                    ),
                )

    def _is_json(self, message: ExampleRequest | ExampleResponse) -> bool:
        """Return whether a body that can't be read should be JSON."""
        body = self.body.strip()
        types = [
            value for name, value in message.headers if name.lower() == "content-type"
        ]
        is_stated = any(_JSON_TYPE in one.lower() for one in types)
        if not body.startswith(_JSON) or (types and not is_stated):
            return False
        return _ABBREVIATED.search(body) is None


def _line_of(text: str, number: int) -> str:
    lines = text.split("\n")
    return lines[number] if 0 <= number < len(lines) else ""


def _error(text: str, start: Span) -> tuple[str, Span]:
    """Return what is wrong with JSON that can't be repaired, and where."""
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        line = start.line + error.lineno - 1
        problem = error.msg[:1].lower() + error.msg[1:]
        return problem, Span(line, error.colno, error.colno + 1)
    except RecursionError:
        pass
    return "it is too deep", start


def unread_block(path: str, block: UnreadBlock) -> Diagnostic:
    """Report a code block whose annotation says that it is a request or a response."""
    begins = "a method and a URL" if block.kind == "request" else "`HTTP/1.1 200 OK`"
    message = (
        f"the {block.kind} begins with {quote(block.first_line)}, which is not HTTP"
    )
    advice = f"begin the code block with {begins}, or correct its annotation"
    return diagnostic(Code.INVALID_EXAMPLE, message, path, block.span, advice)
