r"""Parse the messages of HTTP in code blocks.

request  := verb " " url [" HTTP/" version] (newline header)* body
response := "HTTP" ["/" version] " " status [" " reason] (newline header)* body
header   := name ":" value
body     := newline newline anything        -- the blank line may be missing before `{` and `[`

A blank line between the first line and the headers is ignored, and so is a line of dots. Headers
may also follow a body that is JSON.
"""

import json
import re

from msgspec import Struct

from docgen.extract.api.declarations import ValueKind
from docgen.extract.api.requests import VERBS
from docgen.jsontext import read_object
from docgen.regex import Regex
from docgen.schema.model import ExampleRequest, ExampleResponse

MAX_BODY = 1_000_000
"""Maximum number of characters of a body that is parsed as JSON."""

_REQUEST = Regex(
    rf"\s*(?P<method>{'|'.join(VERBS)})"
    r"\s+(?P<url>\S+(?:\s+(?!HTTP/[\d.]+\s*\Z)\S+)*)(?:\s+HTTP/[\d.]+)?\s*"
)
_RESPONSE = Regex(
    r"\s*HTTP(?:/\d(?:\.\d)?)?\s*[:/]?\s*(?P<status>[1-5]\d\d)\b.*", re.IGNORECASE
)
_HEADER = Regex(r"\s*(?P<name>[A-Za-z][\w-]{0,60})\s*:\s?(?P<value>.*)")
_BODY = ("{", "[", "<", '"')


class Message(Struct, frozen=True, kw_only=True):
    """The headers and the body below the first line of a message."""

    headers: tuple[tuple[str, str], ...]
    body: str | None
    is_json: bool


def read_request(lines: list[str]) -> ExampleRequest | None:
    """Parse a request; `lines` begin with its first line."""
    first = _REQUEST.fullmatch(lines[0])
    if first is None:
        return None
    message = _message(lines[1:])
    return ExampleRequest(
        method=first["method"],
        url=first["url"].strip(),
        headers=message.headers,
        body=message.body,
        is_json=message.is_json,
    )


def read_response(lines: list[str]) -> ExampleResponse | None:
    """Parse a response; `lines` begin with its first line."""
    first = _RESPONSE.fullmatch(lines[0])
    if first is None:
        return None
    message = _message(lines[1:])
    return ExampleResponse(
        status=int(first["status"]),
        headers=message.headers,
        body=message.body,
        is_json=message.is_json,
    )


def body_line(lines: list[str]) -> int:
    """Return the number of lines before the body of a message."""
    if _REQUEST.fullmatch(lines[0]) or _RESPONSE.fullmatch(lines[0]):
        return 1 + _end_of_headers(lines[1:], [])
    return 0


def _end_of_headers(lines: list[str], headers: list[tuple[str, str]]) -> int:
    """Add the headers to a list; return the number of lines before what follows them."""
    index = 0
    while index < len(lines):
        line = lines[index]
        header = None if line.lstrip().startswith(_BODY) else _HEADER.fullmatch(line)
        if header:
            headers.append((header["name"], header["value"].strip()))
        elif line.strip() or headers:
            break
        index += 1
    return index


def _message(lines: list[str]) -> Message:
    headers: list[tuple[str, str]] = []
    index = _end_of_headers(lines, headers)
    text = "\n".join(lines[index:]).strip()
    content = json_text(text)
    if content is None:
        text, content = _without_end(lines[index:], headers)
    return Message(
        headers=tuple(headers),
        body=(content if content is not None else text) or None,
        is_json=content is not None,
    )


def _without_end(
    lines: list[str], headers: list[tuple[str, str]]
) -> tuple[str, str | None]:
    """Return a body without what does not belong to it, and its JSON if it is JSON.

    Headers after JSON are added to the headers. A second request is another message.
    """
    end = len(lines)
    found: list[tuple[str, str]] = []
    while end and (header := _HEADER.fullmatch(lines[end - 1])):
        found.insert(0, (header["name"], header["value"].strip()))
        end -= 1
    content = json_text("\n".join(lines[:end]).strip()) if found else None
    if content is not None:
        headers.extend(found)
        return "", content
    text = "\n".join(lines).strip()
    is_request = _REQUEST.fullmatch(text.partition("\n")[0]) is not None
    return ("" if is_request else text), None


def json_text(text: str) -> str | None:
    """Return JSON in canonical form, repaired where that needs no guessing, or `None`."""
    if not text or len(text) > MAX_BODY:
        return None
    if text.startswith("{"):
        return read_object(text).json
    if text.startswith("["):
        found = read_object(f'{{"value":{text}}}').json
        return None if found is None else _value(found)
    return None


def _value(text: str) -> str:
    content: dict[str, object] = json.loads(text)
    return json.dumps(content["value"], ensure_ascii=False)


def value_kind(value: object) -> ValueKind:
    """Return what a JSON value is."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int():
            return "integer"
        case float():
            return "number"
        case str():
            return "string"
        case list():
            return "array"
        case _:
            return "object"
