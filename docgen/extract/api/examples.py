"""Find the examples of an API page, and pair each response with its request.

Requests and responses are code blocks, found by their first line; annotations add the type of the
response only, because two of five pairs have none. A response belongs to the last request before
it, and a request without a response is an example of its own. The templates below "HTTP request"
are not examples, unless they have an absolute URL and a message, or a response is the only message.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile, zip_longest

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from docgen.extract.annotation import json_object
from docgen.extract.api.declarations import (
    ExampleDeclaration,
    RequestDeclaration,
    UnreadBlock,
    ValueKind,
    WrittenExample,
    WrittenExamples,
    WrittenMessage,
)
from docgen.extract.api.messages import (
    body_line,
    json_text,
    read_request,
    read_response,
    value_kind,
)
from docgen.extract.api.outline import Role, RoleSection
from docgen.extract.api.separate_bodies import with_separate_body
from docgen.markdown.page import Annotation, Block, Fence
from docgen.regex import Regex
from docgen.schema.links import heading_anchors
from docgen.schema.model import (
    DocumentedExample,
    ExampleRequest,
    ExampleResponse,
    source_of,
)
from docgen.source import Span

TYPE_KEYS = ("@odata.type", "@type")
"""The keys of annotations that name the type of what follows."""
_COLLECTION = Regex(r"collection\((.*)\)", re.IGNORECASE)


class _Block(Struct, frozen=True, kw_only=True):
    """A code block with a message, and the annotation before it."""

    message: ExampleRequest | ExampleResponse
    name: str
    annotation: dict[str, object]
    span: Span
    written: WrittenMessage
    is_template: bool
    anchors: tuple[str, ...]


class FoundExamples(Struct, frozen=True, kw_only=True):
    """The examples of a page, and their texts in the same order."""

    declared: tuple[ExampleDeclaration, ...]
    written: WrittenExamples


def documented_examples(
    path: str,
    sections: Sequence[RoleSection],
    requests: Sequence[RequestDeclaration],
) -> FoundExamples:
    """Return the examples of a page; `requests` are its request lines."""
    lines = {one.span.line for one in requests}
    blocks = [*_blocks(sections, lines)]
    pairs = [*_pairs(one for one in blocks if isinstance(one, _Block))]
    return FoundExamples(
        declared=tuple(_example(path, *pair) for pair in pairs),
        written=WrittenExamples(
            examples=tuple(
                WrittenExample(
                    request=request.written if request else None,
                    response=answer.written if answer else None,
                )
                for request, answer in pairs
            ),
            unread=tuple(one for one in blocks if isinstance(one, UnreadBlock)),
        ),
    )


def _pairs(blocks: Iterable[_Block]) -> Iterator[tuple[_Block | None, _Block | None]]:
    """Return each response with its request, and the requests without a response.

    The request line of the page is the request of a response that has no other, or none after it.
    """
    request: _Block | None = None
    template: _Block | None = None
    is_answered = False
    for block in blocks:
        if block.is_template:
            template = block
            request = None if is_answered else request
        elif isinstance(block.message, ExampleRequest):
            if request and not is_answered:
                yield request, None
            request, is_answered = block, False
        else:
            yield request or template, block
            is_answered = True
    if request and not is_answered:
        yield request, None


def _blocks(
    sections: Sequence[RoleSection], lines: set[int]
) -> Iterator[_Block | UnreadBlock]:
    for one, anchors in zip(sections, _anchors(sections), strict=True):
        annotation: dict[str, object] = {}
        blocks = one.section.blocks
        for block, following in zip_longest(blocks, blocks[1:]):
            if isinstance(block, Annotation):
                annotation = json_object(block.json)
            elif isinstance(block, Fence):
                for found in _messages(one, block, annotation, lines, anchors):
                    yield _complete(found, following)
                annotation = {}


def _complete(
    found: _Block | UnreadBlock, following: Block | None
) -> _Block | UnreadBlock:
    """Return a message with the body that the block after it shows, if that is one."""
    if isinstance(found, UnreadBlock) or found.is_template:
        return found
    message, written = with_separate_body(found.message, found.written, following)
    return replace(found, message=message, written=written)


def _anchors(sections: Sequence[RoleSection]) -> Iterator[tuple[str, ...]]:
    """Return the anchors of the headings above each section, from the top down."""
    above: list[tuple[int, str]] = []
    anchors = heading_anchors(one.section.title for one in sections)
    for one, name in zip(sections, anchors, strict=True):
        heading = one.section.heading
        if heading:
            above = [each for each in above if each[0] < heading.level]
            above.append((heading.level, name))
        yield tuple(each for _, each in above if each)


def _messages(
    one: RoleSection,
    fence: Fence,
    annotation: dict[str, object],
    lines: set[int],
    anchors: tuple[str, ...],
) -> Iterator[_Block | UnreadBlock]:
    content = fence.body.split("\n")
    start = next((n for n, line in enumerate(content) if line.strip()), None)
    if start is None:
        return
    line = fence.span.line + 1 + start
    message = _message(content[start:], annotation)
    column = fence.column(start)
    span = Span(line, column, column + len(content[start].rstrip()))
    if message is None:
        yield from _unread(content[start].strip(), annotation, span)
        return
    is_request = isinstance(message, ExampleRequest)
    is_template = is_request and line in lines and one.role is not Role.EXAMPLE
    if is_template and message.body:
        return
    name = annotation.get("name")
    yield _Block(
        message=message,
        name=name if isinstance(name, str) else "",
        annotation=annotation,
        span=span,
        written=WrittenMessage(
            text="\n".join(content[start:]).rstrip(),
            line=line,
            columns=fence.columns[start:],
            body_line=body_line(content[start:]),
            is_ignored=str(annotation.get("blockType")).lower() == "ignored",
        ),
        is_template=is_template,
        anchors=anchors,
    )


def _unread(
    first_line: str, annotation: dict[str, object], span: Span
) -> Iterator[UnreadBlock]:
    """Return a code block that should be a message, with its first line."""
    match str(annotation.get("blockType")).lower():
        case "request":
            yield UnreadBlock(kind="request", first_line=first_line, span=span)
        case "response":
            yield UnreadBlock(kind="response", first_line=first_line, span=span)


def _message(
    lines: list[str], annotation: dict[str, object]
) -> ExampleRequest | ExampleResponse | None:
    found = read_response(lines) or read_request(lines)
    if found or str(annotation.get("blockType")).lower() != "response":
        return found
    body = json_text("\n".join(lines).strip())
    if body is None:
        return None
    return ExampleResponse(status=200, body=body, is_json=True)


def _example(
    path: str, request: _Block | None, answer: _Block | None
) -> ExampleDeclaration:
    annotation = answer.annotation if answer else {}
    sent = request.message if request else None
    received = answer.message if answer else None
    response = received if isinstance(received, ExampleResponse) else None
    first = request or answer
    name, is_collection = _annotated_type(annotation)
    return ExampleDeclaration(
        example=DocumentedExample(
            name=(request.name if request else "") or (answer.name if answer else ""),
            request=sent if isinstance(sent, ExampleRequest) else None,
            response=response,
            source=source_of(path, first.span if first else Span(1)),
        ),
        type_name=name,
        is_collection=is_collection,
        has_items=_has_items(response) if response else None,
        item_kind=_item_kind(response) if response else "none",
        instance_types=tuple(dict.fromkeys(_instance_types(response))),
        sent=_members(sent) if isinstance(sent, ExampleRequest) else (),
        sent_type=_sent_type(_content(sent)) if sent else None,
        anchors=first.anchors if first else (),
    )


def _annotated_type(annotation: dict[str, object]) -> tuple[str | None, bool | None]:
    values = (annotation.get(key) for key in TYPE_KEYS)
    text = next((one for one in values if isinstance(one, str) and one), None)
    if text is None:
        return None, None
    name = text.strip().lstrip("#")
    found = _COLLECTION.fullmatch(name)
    stated = annotation.get("isCollection")
    is_collection = found is not None or str(stated).lower() == "true"
    return (found[1] if found else name), is_collection


def _has_items(response: ExampleResponse) -> bool | None:
    """Return whether the documented body is a collection; `None` if that is unknown."""
    content = _content(response)
    if isinstance(content, dict):
        return isinstance(content.get("value"), list)
    return True if isinstance(content, list) else None


def _item_kind(response: ExampleResponse) -> ValueKind:
    content = _content(response)
    value = content.get("value", content) if isinstance(content, dict) else content
    return value_kind(value[0] if isinstance(value, list) and value else value)


def _instance_types(response: ExampleResponse | None) -> Sequence[str]:
    """Return the types that all documented items name, or the body; empty if one names none."""
    content = _content(response) if response else None
    value = content.get("value") if isinstance(content, dict) else None
    items: list[object] = value if isinstance(value, list) else [content]
    names = [
        _instance_type(one) or _instance_type(value)
        for one in items
        if isinstance(one, dict)
    ]
    return [one for one in names if one] if all(names) else []


def _instance_type(content: object) -> str | None:
    """Return the type that an object names."""
    name = content.get(TYPE_KEYS[0]) if isinstance(content, dict) else None
    return name.lstrip("#") if isinstance(name, str) and name else None


def _sent_type(content: object) -> str | None:
    """Return the type that an object names before its members; others may be misplaced."""
    name = _instance_type(content)
    keys = takewhile(lambda key: key.startswith("@"), _keys(content))
    return name if TYPE_KEYS[0] in keys else None


def _keys(content: object) -> Iterator[str]:
    return map(str, content) if isinstance(content, dict) else iter(())


def _members(request: ExampleRequest) -> tuple[tuple[str, ValueKind], ...]:
    content = _content(request)
    if not isinstance(content, dict):
        return ()
    return tuple((str(key), value_kind(value)) for key, value in content.items())


def _content(message: ExampleRequest | ExampleResponse) -> object:
    if not message.is_json or not message.body:
        return None
    try:
        content: object = msgspec.json.decode(message.body)
    except (msgspec.DecodeError, RecursionError):
        return None
    return content
