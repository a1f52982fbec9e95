"""The stage itself: the examples of API pages, and the types of the page set, become diagnostics.

Each page is checked by itself. A mistake that a page repeats is reported where it is first.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from docgen.diagnostics import (
    Code,
    Diagnostic,
    Replacement,
    diagnostic,
    sort_diagnostics,
)
from docgen.examples.bodies import BodyChecker
from docgen.examples.known_types import KnownTypes
from docgen.examples.requests import (
    CalledRequest,
    called_request,
    method_mistakes,
    missing_parentheses,
    parameter_mistakes,
    url_mistakes,
)
from docgen.examples.service import Service, most_called_service
from docgen.examples.values import Finding
from docgen.examples.written import WrittenText, unread_block
from docgen.extract.api.declarations import (
    ApiDeclaration,
    ExampleDeclaration,
    WrittenExample,
)
from docgen.extract.declarations import (
    Declarations,
    Encoded,
    decoded_api,
    decoded_examples,
)
from docgen.schema.model import ApiOperation, ExampleResponse, Schema


class ExamplePage(Struct, frozen=True, array_like=True, kw_only=True):
    """An API page: its operation, what it declares, and the texts of its examples."""

    operation: ApiOperation
    encoded_api: Encoded
    encoded_examples: Encoded

    @property
    def memo_key(self) -> tuple[ApiOperation, bytes, bytes]:
        """What the mistakes depend on besides the types and the service."""
        return self.operation, self.encoded_api.digest, self.encoded_examples.digest


Mistakes: TypeAlias = tuple[Diagnostic, ...]
Nothing: TypeAlias = Mapping[str, str]
"""An empty mapping: this stage watches none."""
CheckPage: TypeAlias = Callable[[KnownTypes, Service, Nothing, ExamplePage], Mistakes]
EachExamplePage: TypeAlias = Callable[
    [CheckPage, tuple[KnownTypes, Service], Nothing, Sequence[ExamplePage]],
    list[Mistakes],
]
"""A function that checks each page, or returns the results of an earlier run."""
FindService: TypeAlias = Callable[[str, *tuple[Encoded, ...]], Service]
"""`service_of`, or a cache of it."""


def each_example_page(
    check: CheckPage,
    shared: tuple[KnownTypes, Service],
    nothing: Nothing,
    pages: Sequence[ExamplePage],
) -> list[Mistakes]:
    """Check each page."""
    return [check(*shared, nothing, page) for page in pages]


def service_of(base: str, *encoded_apis: Encoded) -> Service:
    """Return the host and the version that most examples call, with the base path."""
    urls = (
        one.example.request.url
        for encoded in encoded_apis
        for one in decoded_api(encoded).examples
        if one.example.request
    )
    return most_called_service(urls, base)


def check_examples(
    declarations: Sequence[Declarations],
    schema: Schema,
    each: EachExamplePage = each_example_page,
    find_service: FindService = service_of,
    *,
    base: str = "",
) -> Mistakes:
    """Return the mistakes in the examples of all pages; `base` is the base path of the service."""
    operations = {one.api_page: one for one in schema.operations}
    pages = [
        ExamplePage(
            operation=operations[one.path],
            encoded_api=one.encoded_api,
            encoded_examples=one.encoded_examples,
        )
        for one in declarations
        if one.encoded_api and one.path in operations
    ]
    if not pages:
        return ()
    service = find_service(base, *(one.encoded_api for one in pages))
    found = each(check_page, (KnownTypes(schema.types), service), {}, pages)
    return tuple(one for page in found for one in page)


def check_page(
    types: KnownTypes, service: Service, nothing: Nothing, page: ExamplePage
) -> Mistakes:
    """Return the mistakes in the examples of a page, and in its request lines."""
    del nothing
    checker = _PageChecker(types, service, page)
    found = tuple(checker.run())
    return sort_diagnostics(map(checker.with_repetitions, found))


class _PageChecker:
    """Checks the examples of a page in their order."""

    def __init__(self, types: KnownTypes, service: Service, page: ExamplePage) -> None:
        self._page = page.operation.api_page
        self._operation, self._service = page.operation, service
        self._api: ApiDeclaration = decoded_api(page.encoded_api)
        self._written = decoded_examples(page.encoded_examples)
        self._bodies = BodyChecker(types, page.operation, self._api)
        self._topics: set[tuple[str, ...]] = set()
        self._repetitions: dict[tuple[str, ...], list[Replacement]] = {}
        self._reported: dict[Diagnostic, tuple[str, ...]] = {}
        self._shapes: list[tuple[Finding, WrittenText]] = []
        self._has_documented_shape = False

    def run(self) -> Iterator[Diagnostic]:
        for block in self._written.unread:
            yield unread_block(self._page, block)
        requests: list[CalledRequest] = []
        for declared, written in zip(
            self._api.examples, self._written.examples, strict=True
        ):
            request = self._request(declared, written)
            is_new = request is not None and not any(
                one.text is request.text for one in requests
            )
            if request is not None:
                requests.append(request)
            yield from self._example(declared, written, request, is_new=is_new)
        yield from method_mistakes(self._page, requests)
        optional = frozenset(
            one.name
            for one in self._api.parameters
            if one.required is False or "optional" in (one.description or "").lower()
        )
        yield from missing_parentheses(self._page, self._operation, requests, optional)
        yield from self._different_shape()

    def _request(
        self, declared: ExampleDeclaration, written: WrittenExample
    ) -> CalledRequest | None:
        """Return the request of an example; a template without a response explains another one."""
        sent = declared.example.request
        if sent is None or written.request is None:
            return None
        text = WrittenText(self._page, written.request)
        found = called_request(sent, text, self._operation.requests, self._service)
        is_template = not found.address.host and "{" in sent.url
        if is_template and declared.example.response is None:
            return replace(found, relation="elsewhere")
        return found

    def _example(
        self,
        declared: ExampleDeclaration,
        written: WrittenExample,
        request: CalledRequest | None,
        *,
        is_new: bool,
    ) -> Iterator[Diagnostic]:
        if request is not None and is_new:
            yield from request.text.mistakes(request.request)
            yield from self._once(url_mistakes(self._page, request, self._service))
            yield from self._once(
                parameter_mistakes(self._page, self._operation, request)
            )
            if request.relation == "documented":
                found = self._bodies.request(request.request)
                yield from self._located(found, request.text)
        response = declared.example.response
        if response is None or written.response is None:
            return
        text = WrittenText(self._page, written.response)
        yield from text.mistakes(response)
        if request is None or request.relation in ("documented", "method"):
            if self._is_main(request):
                yield from self._once(self._status(response, text))
            if not self._has_other_body(request):
                self._compare_shape(response, text)
                found = self._bodies.response(declared, response)
                yield from self._located(found, text)

    def _compare_shape(self, response: ExampleResponse, text: WrittenText) -> None:
        shape = self._bodies.shape(response)
        if isinstance(shape, Finding):
            self._shapes.append((shape, text))
        elif shape is not None:
            self._has_documented_shape = True

    def _different_shape(self) -> Iterator[Diagnostic]:
        """Report a collection or a single object, if no example shows what the page says."""
        if self._shapes and not self._has_documented_shape:
            finding, text = self._shapes[0]
            yield from self._located(iter((finding,)), text)

    def _is_main(self, request: CalledRequest | None) -> bool:
        """Return whether a URL ends in the word of the first one: the status is that of these."""
        if request is None or request.line is None:
            return True
        lines = (request.line, self._operation.requests[0])
        return (
            len({tuple(word.lower() for word in one.words[-1:]) for one in lines}) == 1
        )

    def _has_other_body(self, request: CalledRequest | None) -> bool:
        """Return whether the URL asks for something else than the operation returns."""
        if request is None or request.match is None:
            return False
        return bool(request.match.rest) or "$apply" in request.address.query

    def _status(
        self, response: ExampleResponse, text: WrittenText
    ) -> Iterator[Diagnostic]:
        stated = self._operation.statuses
        status = response.status
        is_followed = any(300 <= one < 400 for one in stated)
        if not stated or status in stated or is_followed or not 200 <= status < 400:
            return
        names = " or ".join(f"`{one}`" for one in stated)
        message = f"the status is `{status}` here, but {names} in the response section"
        advice = "write the same status in both"
        new = [text.other_status(stated[0])] if len(stated) == 1 else []
        yield diagnostic(
            Code.DIFFERENT_STATUS, message, self._page, text.status, advice, *new
        )

    def _located(
        self, findings: Iterator[Finding], text: WrittenText
    ) -> Iterator[Diagnostic]:
        for one in findings:
            topic = (one.code.id, *one.topic)
            is_repeated = topic in self._topics
            if is_repeated and one.replacement is None:
                continue
            self._topics.add(topic)
            span = text.value(one.path, is_key=one.is_about_key)
            if one.replacement:
                new = replace(one.replacement, span=span)
                self._repetitions.setdefault(topic, []).append(new)
            if not is_repeated:
                found = diagnostic(one.code, one.message, self._page, span, one.help)
                self._reported[found] = topic
                yield found

    def with_repetitions(self, one: Diagnostic) -> Diagnostic:
        """Return a diagnostic with what to write at all places that it is about."""
        topic = self._reported.get(one)
        found = self._repetitions.get(topic, ()) if topic else ()
        return replace(one, replacements=tuple(found)) if found else one

    def _once(self, found: Iterator[Diagnostic]) -> Iterator[Diagnostic]:
        """Return each diagnostic whose message the page does not have yet."""
        for one in found:
            topic = (one.code, one.message)
            if topic not in self._topics:
                self._topics.add(topic)
                yield one
