"""Work out the call that sends the request of a documented example.

Each example is tried with the methods of its page, then with the other ones of its type, because
several pages may describe one method. Of a method, the first URL that matches is used.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from docgen.diagnostics import quote
from docgen.python.documented.arguments import (
    ArgumentCode,
    option_value,
    text_value,
)
from docgen.python.documented.bodies import body_arguments, extra_keys
from docgen.python.documented.members import member_paths
from docgen.python.documented.model import (
    CallArgument,
    DocumentedCall,
    NamedExample,
    Obstacle,
    UnmadeCall,
)
from docgen.python.documented.responses import number_readability, response_readability
from docgen.python.documented.urls import UrlArguments, url_arguments
from docgen.python.layout import Layout
from docgen.python.literals import PythonCode, string_literal
from docgen.python.names import PythonName
from docgen.python.signatures.model import (
    MethodParameter,
    RequestTemplate,
    Signature,
)
from docgen.python.type_facts import TypeFacts
from docgen.regex import Regex
from docgen.schema.http import AUTOMATIC_HEADERS
from docgen.schema.model import (
    DocumentedExample,
    ExampleRequest,
    ExampleResponse,
)
from docgen.schema.url_matching import Address, address, match

_OWN_HEADERS = AUTOMATIC_HEADERS | {
    *("connection", "cookie", "te", "trailer", "transfer-encoding", "upgrade")
}
"""Headers that the client itself sets, or that a caller can't set."""
_HEADER_VALUE = Regex(r"[\x21-\x7e](?:[\t\x20-\x7e]*[\x21-\x7e])?")
_LENIENT = CallArgument(start="lenient=[]")
_NOTHING = ExampleResponse(status=204)
_NO_METHOD = Obstacle(
    "no method has a URL that equals this one",
    "write the URL as one of the request lines has it",
)
_OWN_PAGE = "describe the request on a page of its own"


def named_examples(
    page: str, examples: Sequence[DocumentedExample]
) -> Iterator[NamedExample]:
    """Yield the examples of a page that have a request and a response, each with a name."""
    names = [one.name for one in examples]
    for number, one in enumerate(examples, 1):
        if one.request is not None and one.response is not None:
            is_unique = one.name and names.count(one.name) == 1
            name = one.name if is_unique else str(number)
            yield NamedExample(page=page, name=name, example=one)


def documented_call(
    named: NamedExample,
    signatures: Iterable[Signature],
    layout: Layout,
    facts: TypeFacts,
) -> DocumentedCall | UnmadeCall:
    """Return the call that sends the request of an example, or the reason why there is none."""
    request = named.example.request
    first = _NO_METHOD
    if request is not None:
        tried = [*signatures]
        for one in tried:
            found = _call(named, request, one, layout, facts)
            if isinstance(found, DocumentedCall):
                return found
            first = found if first is _NO_METHOD else first
        if first is _NO_METHOD:
            first = next(_left_out(request, tried, layout), _NO_METHOD)
    return UnmadeCall(named=named, reason=first.reason, help=first.help)


def _left_out(
    request: ExampleRequest, signatures: Sequence[Signature], layout: Layout
) -> Iterator[Obstacle]:
    """Yield why no method sends a request line, or sends another HTTP method to its URL."""
    called = address(request.url, layout.base_path)
    is_count = called.path.endswith("/$count")
    for signature in signatures:
        name = quote(signature.name)
        if not is_count and _is_documented(request, called, signature):
            yield Obstacle(f"{name} does not send this request line", _OWN_PAGE)
        for one in signature.requests:
            is_other = one.method != request.method
            if is_other and url_arguments(called, one.path) is not None:
                yield Obstacle(
                    f"{name} sends {quote(one.method)} to its URL", _OWN_PAGE
                )


def _call(
    named: NamedExample,
    request: ExampleRequest,
    signature: Signature,
    layout: Layout,
    facts: TypeFacts,
) -> DocumentedCall | Obstacle:
    called = address(request.url, layout.base_path)
    tried = [one for one in signature.requests if one.method == request.method]
    for template, is_alias in (
        *((one, False) for one in tried),
        *((one, True) for one in tried),
    ):
        if is_alias and not _is_documented(request, called, signature):
            break
        url = url_arguments(called, template.path, is_alias=is_alias)
        if url is None or (url.is_count and signature.result.kind != "pages"):
            continue
        body = body_arguments(request, signature.parameters, layout)
        if isinstance(body, Obstacle):
            return body
        response = named.example.response or _NOTHING
        reading = (
            number_readability(response)
            if url.is_count
            else response_readability(response, signature.result, layout, facts)
        )
        if isinstance(reading, Obstacle):
            return reading
        values = {**_of_url(url, template, signature, layout), **body}
        extra = extra_keys(request, signature.parameters)
        options = _options(url, signature.parameters, values, layout)
        headers = _headers(request, signature.parameters, values, layout)
        return DocumentedCall(
            key=named.key,
            members=member_paths(request, signature.parameters, facts),
            method=signature.name,
            arguments=(
                *_arguments(signature.parameters, values),
                *_table("extra", extra),
                *_table("headers", _literals(headers)),
                *_table("query", _literals(options)),
                *((_LENIENT,) if reading == "leniently" else ()),
            ),
            functions=frozenset(
                name for one in values.values() for name in (one.function, one.inner)
            )
            - {""},
            is_count=url.is_count,
            uses_body=any(one.reads_body for one in values.values())
            or any(code != "None" for code in extra.values()),
        )
    return _NO_METHOD


def _is_documented(
    request: ExampleRequest, called: Address, signature: Signature
) -> bool:
    """Return whether a request line of the method has the URL of an example."""
    lines = (one.partition(" ") for one in signature.documented)
    return any(
        method == request.method and match(called.path, path) is not None
        for method, _, path in lines
    )


def _of_url(
    url: UrlArguments, template: RequestTemplate, signature: Signature, layout: Layout
) -> dict[PythonName, ArgumentCode]:
    """Return the arguments in the URL, and the one that selects it."""
    values: dict[PythonName, ArgumentCode] = {}
    for one in signature.parameters:
        if one.name in url.arguments:
            values[one.name] = text_value(url.arguments[one.name], one.type, layout)
        elif one.place == "choice" and template.choice is not None:
            values[one.name] = ArgumentCode(code=string_literal(template.choice))
    return values


def _options(
    url: UrlArguments,
    parameters: Sequence[MethodParameter],
    values: dict[PythonName, ArgumentCode],
    layout: Layout,
) -> dict[str, str]:
    """Add the arguments for query options; return the options without a parameter."""
    by_name = {one.wire_name.lower(): one for one in parameters if one.place == "query"}
    others: dict[str, str] = {}
    for name, text in url.query:
        one = by_name.get(name.lower())
        code = option_value(one, text, layout) if one else None
        if one is None or code is None or one.name in values:
            others[name] = text
        else:
            values[one.name] = code
    return others


def _headers(
    request: ExampleRequest,
    parameters: Sequence[MethodParameter],
    values: dict[PythonName, ArgumentCode],
    layout: Layout,
) -> dict[str, str]:
    """Add the arguments for headers; return the headers without a parameter."""
    by_name = {
        one.wire_name.lower(): one for one in parameters if one.place == "header"
    }
    others: dict[str, str] = {}
    for name, text in sent_headers(request.headers).items():
        one = by_name.get(name.lower())
        if one is None:
            others[name] = text
        else:
            values[one.name] = text_value(text, one.type, layout)
    return others


def sent_headers(headers: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Return the headers of a request that a caller decides on; equal names are joined."""
    found: dict[str, str] = {}
    for name, value in headers:
        if name.lower() in _OWN_HEADERS or not _HEADER_VALUE.fullmatch(value):
            continue
        known = next((one for one in found if one.lower() == name.lower()), name)
        found[known] = f"{found[known]}, {value}" if known in found else value
    return found


def _arguments(
    parameters: Sequence[MethodParameter], values: Mapping[PythonName, ArgumentCode]
) -> Iterator[CallArgument]:
    """Yield the arguments of parameters in their order, the first ones by position."""
    is_positional = True
    for one in parameters:
        is_positional = is_positional and one.is_positional and one.is_required
        if one.name in values:
            name = "" if is_positional else one.name
            yield values[one.name].argument(name)
        else:
            is_positional = False


def _literals(values: Mapping[str, str]) -> dict[str, PythonCode]:
    return {name: string_literal(value) for name, value in values.items()}


def _table(name: str, values: Mapping[str, PythonCode]) -> Iterator[CallArgument]:
    items = tuple(f"{string_literal(key)}: {code}" for key, code in values.items())
    if items:
        yield CallArgument(start=f"{name}={{", items=items, end="}", is_list=True)
