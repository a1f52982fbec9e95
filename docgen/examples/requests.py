"""Compare the request of an example with the request lines and the parameters of its page."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

from docgen.diagnostics import (
    Code,
    Diagnostic,
    Replacement,
    diagnostic,
    quote,
    quote_all,
)
from docgen.diagnostics.quoting import MAX_LENGTH
from docgen.examples.service import Service
from docgen.examples.written import WrittenText
from docgen.regex import Regex
from docgen.schema.http import AUTOMATIC_HEADERS
from docgen.schema.model import (
    ApiOperation,
    ExampleRequest,
    Parameter,
    ParameterPlace,
    RequestLine,
)
from docgen.schema.names import comparable_name
from docgen.schema.url_matching import Address, Match, address, match
from docgen.schema.url_templates import is_incomplete
from docgen.source import Span

Relation: TypeAlias = Literal["documented", "method", "url", "elsewhere"]
"""Whether a request is documented, has another method or another URL, or goes elsewhere."""

_MAX_SHOWN = 5
_LAST_SEGMENT = Regex(r"[^/?]*(?=/?(?:\?.*)?$)")
_SENT_BY_CLIENTS = frozenset(map(comparable_name, AUTOMATIC_HEADERS))
_WITHOUT_ROW = frozenset(
    (
        *("token", "skiptoken", "deltatoken", "select", "expand", "filter", "orderby"),
        *("top", "skip", "count", "search", "format"),
    )
)
"""Query options that need no row: OData allows its own without the dollar sign."""


class CalledRequest(Struct, frozen=True, kw_only=True):
    """A request of an example, and the request line that it matches, if any."""

    request: ExampleRequest
    text: WrittenText
    address: Address
    relation: Relation
    match: Match | None
    line: RequestLine | None


def called_request(
    request: ExampleRequest,
    text: WrittenText,
    lines: Sequence[RequestLine],
    service: Service,
) -> CalledRequest:
    """Find the request line that a request matches."""
    called = address(request.url, service.base)
    relation: Relation = "url"
    best: tuple[Match, RequestLine] | None = None
    for line in lines:
        found = match(called.path, line.path)
        if found is None:
            continue
        is_better = best is None or (
            best[1].method != request.method and line.method == request.method
        )
        if is_better or _names_arguments(found, line, best):
            best = found, line
    if best is not None:
        relation = "documented" if best[1].method == request.method else "method"
    elif (
        text.is_ignored
        or (called.host and called.host != service.host)
        or any(is_incomplete(line.path) for line in lines)
        or is_incomplete(request.url)
    ):
        relation = "elsewhere"
    return CalledRequest(
        request=request,
        text=text,
        address=called,
        relation=relation,
        match=best[0] if best else None,
        line=best[1] if best else None,
    )


def _names_arguments(
    found: Match, line: RequestLine, best: tuple[Match, RequestLine] | None
) -> bool:
    """Return whether a request line of the same method has all arguments of a URL."""
    if best is None or best[1].method != line.method or not found.arguments:
        return False
    return all(one in line.path for one in found.arguments) and not all(
        one in best[1].path for one in found.arguments
    )


def url_mistakes(
    page: str, one: CalledRequest, service: Service
) -> Iterator[Diagnostic]:
    """Report a URL that no request line has, and another host or version."""
    url = one.request.url
    if one.relation == "url":
        message = f"no request line of the page matches the URL {quote(one.address.path or url)}"
        advice = "correct the URL, or add its request line below `## HTTP request`"
        span = one.text.word(url)
        yield diagnostic(Code.UNMATCHED_URL, message, page, span, advice)
    version, host = one.address.version, one.address.host
    if not (service.host and host) or one.relation == "elsewhere":
        return
    if host != service.host:
        message = (
            f"the host is {quote(host)} here, but `{service.host}` in other examples"
        )
        span = one.text.word(host, "://")
        yield diagnostic(
            Code.DIFFERENT_SERVICE,
            message,
            page,
            span,
            f"write `{service.host}`",
            Replacement(service.host, host),
        )
    elif version and service.version.lower() not in {"", version.lower()}:
        message = f"the version is {quote(version)} here, but `{service.version}` in other examples"
        span = one.text.word(version, host)
        yield diagnostic(
            Code.DIFFERENT_SERVICE,
            message,
            page,
            span,
            f"write `{service.version}`",
            Replacement(service.version, version),
        )


def method_mistakes(
    page: str, requests: Sequence[CalledRequest]
) -> Iterator[Diagnostic]:
    """Report the first request with another method, if no example has the documented one."""
    if any(one.relation == "documented" for one in requests):
        return
    first = next((one for one in requests if one.relation == "method"), None)
    if first is not None and first.line is not None:
        method = first.request.method
        message = (
            f"the example sends {quote(method)}, but the request line says "
            f"`{first.line.method}`"
        )
        span = first.text.word(method)
        advice = "write the same method in both"
        new = Replacement(first.line.method, method)
        yield diagnostic(Code.DIFFERENT_METHOD, message, page, span, advice, new)


def parameter_mistakes(
    page: str, operation: ApiOperation, one: CalledRequest
) -> Iterator[Diagnostic]:
    """Report arguments and query options without a row, and required ones that are missing."""
    if one.match is None or one.line is None or one.relation != "documented":
        return
    known = _by_place(operation)
    url = one.request.url
    arguments = {comparable_name(name): name for name in one.match.arguments}
    functions = known.get("function", {})
    unknown = {
        key: name
        for key, name in arguments.items()
        if functions and not any(key in each for each in known.values())
    }
    for name in unknown.values():
        yield _undocumented(page, name, one.text.word(name, "("))
    wanted = {
        key: parameter
        for key, parameter in functions.items()
        if _has_argument(one.line, parameter.name)
    }
    if not one.match.rest and arguments and not unknown:
        for key, parameter in wanted.items():
            if key not in arguments:
                span = one.text.word(url)
                yield _missing(page, parameter.name, "the URL", span)
    options = {comparable_name(name): name for name in _options(one.address.query)}
    for key, name in options.items():
        if not any(key in each for each in known.values()) and key not in _WITHOUT_ROW:
            yield _undocumented(page, name, one.text.word(name, "?"))
    headers = {comparable_name(name) for name, _ in one.request.headers}
    for key, parameter in known.get("query", {}).items():
        is_asked = parameter.required and f"{parameter.name}=" in one.line.path
        if is_asked and key not in options:
            span = one.text.word(url)
            yield _missing(page, parameter.name, "the URL", span)
    for key, parameter in known.get("header", {}).items():
        if parameter.required and key not in headers and key not in _SENT_BY_CLIENTS:
            span = one.text.word(url)
            yield _missing(page, parameter.name, "the headers", span)


def _has_argument(line: RequestLine, name: str) -> bool:
    return Regex(rf"[(,]\s*{name}\s*=").search(line.path) is not None


def _options(query: str) -> Iterator[str]:
    """Return the names of options that are not those of OData."""
    for part in query.split("&"):
        name = part.partition("=")[0].strip()
        if name and name[0] not in "$@%{<[." and "=" in part and name.isidentifier():
            yield name


def _by_place(
    operation: ApiOperation,
) -> Mapping[ParameterPlace, Mapping[str, Parameter]]:
    found: dict[ParameterPlace, dict[str, Parameter]] = {}
    for one in operation.parameters:
        found.setdefault(one.place, {})[comparable_name(one.name)] = one
    return found


def _undocumented(page: str, name: str, span: Span) -> Diagnostic:
    message = f"no table of the page has the parameter {quote(name)}"
    advice = "add a row for it, or correct the example"
    return diagnostic(Code.UNDOCUMENTED_PARAMETER, message, page, span, advice)


def _missing(page: str, name: str, place: str, span: Span) -> Diagnostic:
    verb = "lack" if place.endswith("s") else "lacks"
    message = f"{place} of the example {verb} the required parameter {quote(name)}"
    advice = f"add {quote(name)} to the example"
    return diagnostic(Code.MISSING_PARAMETER, message, page, span, advice)


def missing_parentheses(
    page: str,
    operation: ApiOperation,
    requests: Sequence[CalledRequest],
    optional: frozenset[str],
) -> Iterator[Diagnostic]:
    """Report a function whose arguments a table or an example has, but no request line.

    Parameters whose names are `optional` may be left out, and so may those that an example lacks.
    """
    lines = operation.requests
    called = [one for one in requests if one.match and one.relation == "documented"]
    if any("(" in line.path for line in lines) or any(
        one.match and not one.match.has_parentheses for one in called
    ):
        return
    shown = [one.match.arguments for one in called if one.match]
    names = [one.name for one in operation.parameters if one.place == "function"]
    reads = all(one.method == "GET" for one in lines)
    stated = [one for one in names if one not in optional] if reads else []
    arguments = (names if stated else None) or next(filter(None, shown), None)
    first = lines[0]
    found = _LAST_SEGMENT.search(first.path)
    if arguments is None or found is None or "{" in found[0]:
        return
    start = first.source.end_column - len(first.path) + found.start()
    span = Span(first.source.line, start, start + len(found[0]))
    call = f"{found[0]}({','.join(f'{name}={{{name}}}' for name in arguments)})"
    message = f"the function {quote(found[0])} is shown without its parameters"
    advice = (
        f"write {quote(call)}"
        if len(call) <= MAX_LENGTH
        else f"write {quote_all(arguments, _MAX_SHOWN)} in parentheses after its name"
    )
    new = Replacement(call, found[0])
    yield diagnostic(Code.MISSING_PARENTHESES, message, page, span, advice, new)
