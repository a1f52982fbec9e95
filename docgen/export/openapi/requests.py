"""The requests of a schema by path and method: a path item for each template of a path.

Templates that differ only in the names of placeholders are the same path in OpenAPI: the names of
the first page are used. A request that several pages document has all of them, in their order.
Query strings are not part of a path; the host and the version of a URL are in the server.
"""

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from msgspec import Struct

from docgen.export.arguments import (
    argument_key,
    unwritten_arguments,
    written_arguments,
)
from docgen.regex import Regex
from docgen.schema.model import ApiOperation, Parameter, RequestLine, Schema
from docgen.schema.url_segments import Segment, url_segments

METHODS = ("GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE")
"""The methods of a path item, in the order of the specification."""

_SAFE = "/:()'=,;@$&!*+~-._%"
_NOT_IN_NAME = Regex(r"[^\w.$@-]+")


class Placeholder(Struct, frozen=True, kw_only=True):
    """A placeholder of a path; `parameter` is what the page says about it, if anything."""

    name: str
    parameter: Parameter | None


class DocumentedRequest(Struct, frozen=True, kw_only=True):
    """A request as one page documents it; `key` is its path without names of placeholders."""

    operation: ApiOperation
    request: RequestLine
    number: int
    key: str
    path: str
    placeholders: tuple[Placeholder, ...]


class PathRequest(Struct, frozen=True, kw_only=True):
    """A request with everything that documents it; the first decides where pages differ."""

    path: str
    method: str
    placeholders: tuple[Placeholder, ...]
    documented: tuple[DocumentedRequest, ...]


def requests_by_path(schema: Schema) -> Mapping[str, Sequence[PathRequest]]:
    """Return the requests of a schema, sorted by path, those of a path by method."""
    names: dict[str, DocumentedRequest] = {}
    found: dict[str, dict[str, list[DocumentedRequest]]] = {}
    for one in _documented(schema):
        names.setdefault(one.key, one)
        method = one.request.method.upper()
        if method in METHODS:
            found.setdefault(one.key, {}).setdefault(method, []).append(one)
    by_path = {names[key].path: (names[key], methods) for key, methods in found.items()}
    return {
        path: [
            PathRequest(
                path=path,
                method=method,
                placeholders=_united(first, methods[method]),
                documented=tuple(methods[method]),
            )
            for method in METHODS
            if method in methods
        ]
        for path, (first, methods) in sorted(by_path.items())
    }


def _documented(schema: Schema) -> Iterator[DocumentedRequest]:
    for operation in schema.operations:
        for number, request in enumerate(operation.requests):
            yield _request(operation, request, number)


def _request(
    operation: ApiOperation, request: RequestLine, number: int
) -> DocumentedRequest:
    """Return a request with its path, to which the arguments that it leaves out are added."""
    segments = url_segments(request.path)
    missing: tuple[Parameter, ...] = ()
    if operation.kind == "function" and segments and segments[-1].word:
        missing = tuple(unwritten_arguments(operation))
    arguments = {
        argument_key(one.name): one
        for one in (*written_arguments(operation, segments), *missing)
    }
    known = {argument_key(p.name): p for p in operation.parameters if p.place == "path"}
    names: list[Placeholder] = []
    pieces: list[str] = []
    for index, segment in enumerate(segments):
        is_last = index == len(segments) - 1
        pieces.append("/")
        for literal, name in zip(
            segment.parts[::2], (*segment.parts[1::2], None), strict=True
        ):
            pieces.append(_literal(literal))
            if name is not None:
                pieces.append(_add(names, name, known.get(argument_key(name))))
        pieces.append(_arguments(segment, arguments, missing if is_last else (), names))
    path = "".join(pieces) or "/"
    return DocumentedRequest(
        operation=operation,
        request=request,
        number=number,
        key=_PLACEHOLDER.sub("{}", path),
        path=path,
        placeholders=tuple(names),
    )


_PLACEHOLDER = Regex(r"\{[^{}]*\}")


def _literal(text: str) -> str:
    """Return text of a path as a URL may have it."""
    return quote(text, safe=_SAFE)


def _add(names: list[Placeholder], wanted: str, parameter: Parameter | None) -> str:
    """Add a placeholder with a name that no other of the path has, and return it."""
    base = _NOT_IN_NAME.sub("_", wanted).strip("_") or "parameter"
    taken = {one.name.lower() for one in names}
    name, number = base, 1
    while name.lower() in taken:
        number += 1
        name = f"{base}{number}"
    names.append(Placeholder(name=name, parameter=parameter))
    return f"{{{name}}}"


def _arguments(
    segment: Segment,
    known: Mapping[str, Parameter],
    missing: Sequence[Parameter],
    names: list[Placeholder],
) -> str:
    """Return the parentheses of a function: `(port='{port}',deck={deck})`."""
    parts = []
    for argument in segment.arguments:
        parameter = known.get(argument_key(argument.name))
        is_text = argument.name in segment.quoted or (
            parameter is not None and _is_string(parameter)
        )
        parts.append(_argument(argument.name, parameter, names, is_text=is_text))
    for parameter in missing:
        is_text = parameter.type is None or parameter.type.name == "Edm.String"
        parts.append(_argument(parameter.name, parameter, names, is_text=is_text))
    if parts or (segment.is_call and len(segment.parts) == 1):
        return f"({','.join(parts)})"
    return ""


def _is_string(parameter: Parameter) -> bool:
    """Return whether a row of a table says that an argument is a string."""
    is_described = parameter.description is not None
    return (
        is_described
        and parameter.type is not None
        and parameter.type.name == "Edm.String"
    )


def _argument(
    name: str, parameter: Parameter | None, names: list[Placeholder], *, is_text: bool
) -> str:
    value = _add(names, name, parameter)
    return f"{_literal(name)}='{value}'" if is_text else f"{_literal(name)}={value}"


def _united(
    first: DocumentedRequest, documented: Sequence[DocumentedRequest]
) -> tuple[Placeholder, ...]:
    """Return the placeholders with the names of the path, and what pages say about them."""
    return tuple(
        Placeholder(
            name=one.name,
            parameter=next((p for p in _at(documented, number) if p.description), None)
            or next(_at(documented, number), None),
        )
        for number, one in enumerate(first.placeholders)
    )


def _at(documented: Sequence[DocumentedRequest], number: int) -> Iterator[Parameter]:
    for one in documented:
        parameter = one.placeholders[number].parameter
        if parameter is not None:
            yield parameter
