"""The examples of a type's operations: their calls in its tests, and a file with their content."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic, quote
from docgen.python.documented.calls import (
    documented_call,
    named_examples,
    sent_headers,
)
from docgen.python.documented.model import (
    DocumentedCall,
    ExamplePages,
    NamedExample,
    UnmadeCall,
)
from docgen.python.layout import Layout
from docgen.python.literals import PythonCode
from docgen.python.signatures.model import Signature
from docgen.python.type_facts import TypeFacts
from docgen.python.views import ExamplesView
from docgen.schema.model import ApiOperation, ExampleRequest, ExampleResponse
from docgen.schema.url_matching import address, match
from docgen.schema.url_paths import path_segments

_NOT_SHOWN = frozenset(
    {"connection", "content-encoding", "content-length", "transfer-encoding"}
)
"""Headers of responses that belong to a connection, and not to an example."""


class TypeExamples(Struct, frozen=True, kw_only=True):
    """The examples of a type: those of its data, and the calls that send their requests."""

    named: tuple[NamedExample, ...]
    calls: tuple[DocumentedCall, ...]


def type_examples(
    operations: Iterable[ApiOperation],
    signatures: Sequence[Signature],
    pages: ExamplePages,
    layout: Layout,
    facts: TypeFacts,
) -> Result[TypeExamples]:
    """Return the examples of the pages of operations.

    An example is also kept if only the end of its URL is that of a request line. A note reports
    each that matches a request line of its page, but that no call sends.
    """
    kept: list[NamedExample] = []
    calls: list[DocumentedCall] = []
    notes: list[Diagnostic] = []
    for operation in operations:
        page = operation.api_page
        own = [one for one in signatures if one.api_page == page]
        others = [one for one in signatures if one.api_page != page]
        for named in named_examples(page, pages.of(operation)):
            found = documented_call(named, (*own, *others), layout, facts)
            urls = _urls(named, operation) if own else ()
            if isinstance(found, DocumentedCall):
                calls.append(found)
                kept.append(replace(named, members=found.members, urls=urls))
            elif _is_documented(named, operation, layout.base_path):
                kept.append(replace(named, urls=urls))
                notes.append(_unmade(found))
            elif urls and _has_same_end(named, urls):
                kept.append(replace(named, urls=urls))
    return Result(TypeExamples(named=tuple(kept), calls=tuple(calls)), tuple(notes))


def _is_documented(named: NamedExample, operation: ApiOperation, base: str) -> bool:
    """Return whether a request line of the page matches the request of an example."""
    request = named.example.request
    if request is None:
        return False
    path = address(request.url, base).path
    return any(
        one.method == request.method and match(path, one.path) is not None
        for one in operation.requests
    )


def _has_same_end(named: NamedExample, urls: Iterable[str]) -> bool:
    """Return whether the request of an example ends as one of the URLs, `/createLink`."""
    request = named.example.request
    end = _last_word(request.url) if request else ""
    return end[:1] not in {"", "$"} and end in map(_last_word, urls)


def _last_word(url: str) -> str:
    """Return the last word of a URL; empty if it ends with a value."""
    segments = [*path_segments(address(url).path)]
    return segments[-1].word.lower() if segments else ""


def _urls(named: NamedExample, operation: ApiOperation) -> tuple[str, ...]:
    """Return the URLs of an operation with the method of an example, without options."""
    request = named.example.request
    return tuple(
        dict.fromkeys(
            "".join(f"/{each.text}" for each in path_segments(address(one.path).path))
            for one in operation.requests
            if request is not None and one.method == request.method
        )
    )


def _unmade(one: UnmadeCall) -> Diagnostic:
    request, source = one.named.example.request, one.named.example.source
    line = f"{request.method} {request.url}" if request else ""
    message = f"no test sends {quote(line)}: {one.reason}"
    return diagnostic(
        Code.UNTESTED_EXAMPLE, message, source.path, source.span, one.help
    )


def examples_view(examples: Sequence[NamedExample]) -> ExamplesView:
    """Return the view of the file with the content of examples."""
    pages: dict[str, dict[str, object]] = {}
    for one in examples:
        pages.setdefault(one.page, {})[one.name] = dict(_content(one))
    return ExamplesView(document=_document(pages))


def _content(named: NamedExample) -> Iterator[tuple[str, object]]:
    request, response = named.example.request, named.example.response
    if request is not None:
        headers = sent_headers(request.headers)
        first = {"method": request.method, "url": request.url}
        members = {"enums": named.members} if named.members else {}
        urls = {"urls": named.urls} if named.urls else {}
        yield "request", {**first, **_message(headers, request), **members, **urls}
    if response is not None:
        headers = {
            name: value
            for name, value in response.headers
            if name.lower() not in _NOT_SHOWN
        }
        yield "response", {"status": response.status, **_message(headers, response)}


def _message(
    headers: dict[str, str], message: ExampleRequest | ExampleResponse
) -> dict[str, object]:
    found: dict[str, object] = {"headers": headers} if headers else {}
    if message.body and message.is_json:
        found["body"] = msgspec.Raw(message.body.encode())
    elif message.body:
        found["text"] = message.body
    return found


def _document(value: object) -> PythonCode:
    """Return JSON with a line for each value."""
    encoded = msgspec.json.encode(value)
    return PythonCode(msgspec.json.format(encoded, indent=1).decode())
