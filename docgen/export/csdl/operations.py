"""The actions and functions of a document, each with the type to which it is bound.

A request whose URL ends in the name of an action or a function is one of a type; requests of one
page that are bound to different types are overloads. Pages about the same action are united.

What CSDL does not allow is left out and mentioned: a name that is not an identifier or that a type
has, an operation of a type that is not known, an overload with the parameter types of another one.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from docgen.export.arguments import unwritten_arguments, written_arguments
from docgen.export.csdl.binding import Paths
from docgen.export.csdl.content import ExportedTypes, is_simple_identifier
from docgen.export.listed import ListedRows, listed_rows
from docgen.schema.edm import UNTYPED, primitive
from docgen.schema.model import (
    ApiOperation,
    Parameter,
    QualifiedName,
    RequestLine,
    Schema,
    TypeReference,
    csdl_type,
    returned_type,
)
from docgen.schema.names import namespace, short_name
from docgen.schema.url_segments import Segment, url_segments

CallKind = Literal["action", "function"]

_STREAM = "Edm.Stream"


class Call(Struct, frozen=True, kw_only=True):
    """An action or a function; `notes` describe what CSDL can't express.

    `bound` is the type to which it is bound, `None` if that is not known, and `request` the line of
    a page that documents it. `deprecation` is what pages say about that, `None` if it is current.
    """

    kind: CallKind
    name: str
    request: str
    bound: TypeReference | None
    parameters: tuple[Parameter, ...]
    returns: TypeReference | None
    description: str | None
    deprecation: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def types(self) -> Iterator[TypeReference]:
        """The types that it refers to."""
        found = (self.bound, self.returns, *(one.type for one in self.parameters))
        return (one for one in found if one is not None)


class BoundCall(Struct, frozen=True, kw_only=True):
    """An action or a function of a document: all its types resolve there."""

    call: Call
    bound: TypeReference

    @property
    def namespace(self) -> str:
        """The namespace that declares it: that of the type to which it is bound."""
        return namespace(self.bound.name)

    @property
    def key(self) -> tuple[str, str, str]:
        """What overloads have in common: namespace, name and the type that they are bound to."""
        return self.namespace, self.call.name, csdl_type(self.bound)


class ExportedCalls(Struct, frozen=True, kw_only=True):
    """The actions and functions of a document, sorted, and the requests that are left out."""

    calls: tuple[BoundCall, ...]
    omitted: tuple[str, ...]


def documented_calls(schema: Schema) -> tuple[Call, ...]:
    """Return an action or a function for each request that has one at the end of its URL."""
    paths = Paths(schema=schema)
    rows = listed_rows(schema)
    return tuple(_documented(schema, paths, rows))


def _documented(schema: Schema, paths: Paths, rows: ListedRows) -> Iterator[Call]:
    for operation in schema.operations:
        kind = operation.kind
        if kind != "action" and kind != "function":
            continue
        for request in operation.requests:
            segments = url_segments(request.path)
            if not segments or not segments[-1].word or segments[-1].placeholders:
                continue
            bound = paths.bound_type(operation, segments[:-1])
            if bound is None or not _is_property(paths, bound, segments[-1]):
                yield _call(operation, request, kind, segments[-1], bound, rows)


def _is_property(paths: Paths, bound: TypeReference, last: Segment) -> bool:
    """Return whether the last segment is a property: something is added to a collection."""
    return not last.is_call and paths.has_row(bound, last.word)


def _call(
    operation: ApiOperation,
    request: RequestLine,
    kind: CallKind,
    last: Segment,
    bound: TypeReference | None,
    rows: ListedRows,
) -> Call:
    own = rows.get((bound.name, operation.api_page)) if bound else None
    other = rows.get((operation.owner, operation.api_page)) if operation.owner else None
    returns = operation.returns
    if bound and own:
        returns = returned_type(own, bound.name, operation)
    descriptions = (one.description for one in (own, other, operation) if one)
    parameters = [*_parameters(operation, kind, last)]
    return Call(
        kind=kind,
        name=short_name(last.word),
        request=f"{request.method} {request.path}",
        bound=bound,
        parameters=_unique(
            [one for one in parameters if is_simple_identifier(one.name)]
        ),
        returns=returns,
        description=next(filter(None, descriptions), operation.label),
        deprecation=operation.deprecation,
        notes=tuple(_notes(operation, parameters)),
    )


def _parameters(
    operation: ApiOperation, kind: CallKind, last: Segment
) -> Iterator[Parameter]:
    """Return the members of the body of an action, or the arguments of a function."""
    if kind == "function":
        yield from written_arguments(operation, (last,))
        yield from unwritten_arguments(operation)
    else:
        yield from (one for one in operation.parameters if one.place == "body")


def _unique(parameters: Sequence[Parameter]) -> tuple[Parameter, ...]:
    return tuple({one.name: one for one in reversed(parameters)}.values())[::-1]


def _notes(operation: ApiOperation, parameters: Sequence[Parameter]) -> Iterator[str]:
    if operation.body:
        yield f"Sends `{csdl_type(operation.body)}`."
    for one in parameters:
        if not is_simple_identifier(one.name):
            about = f": {one.description}" if one.description else "."
            yield f"Has the parameter `{one.name}` too{about}"


def exported_calls(exported: ExportedTypes, calls: Sequence[Call]) -> ExportedCalls:
    """Return the actions and functions that a document with these types may declare."""
    kinds: dict[str, CallKind] = {}
    found: dict[tuple[str, str, str], list[BoundCall]] = {}
    omitted: dict[str, None] = {}
    for one in calls:
        if one.bound is None or not exported.is_structured(one.bound.name):
            omitted[one.request] = None
            continue
        call = BoundCall(call=_resolved(exported, one), bound=one.bound)
        name = QualifiedName(f"{call.namespace}.{one.name}")
        is_free = exported.kind(name) is None
        is_allowed = is_free and is_simple_identifier(one.name)
        if is_allowed and kinds.setdefault(name, one.kind) == one.kind:
            _add(found.setdefault(call.key, []), call)
        else:
            omitted[one.request] = None
    return ExportedCalls(
        calls=tuple(call for key in sorted(found) for call in found[key]),
        omitted=tuple(omitted),
    )


def _resolved(exported: ExportedTypes, call: Call) -> Call:
    """Return a call whose types resolve; functions must return something."""
    parameters = tuple(
        replace(one, type=_type(exported, one.type, may_be_stream=False))
        for one in call.parameters
    )
    if call.returns is None and call.kind == "action":
        return replace(call, parameters=parameters)
    returns = _type(exported, call.returns, may_be_stream=True)
    return replace(call, parameters=parameters, returns=returns)


def _type(
    exported: ExportedTypes, type: TypeReference | None, *, may_be_stream: bool
) -> TypeReference:
    """Return a type that resolves in the document, else `Edm.Untyped`.

    CSDL allows streams only as a single return value (CSDL 4.0, 4.4).
    """
    if type is None:
        return TypeReference(name=UNTYPED)
    is_stream = type.name == _STREAM and not (may_be_stream and not type.is_collection)
    is_known = exported.kind(type.name) or primitive(type.name) == type.name
    name = type.name if is_known and not is_stream else UNTYPED
    return TypeReference(name=name, is_collection=type.is_collection)


def _add(overloads: list[BoundCall], one: BoundCall) -> None:
    """Add a call to those of its name and bound type, as far as CSDL allows overloads.

    Overloads of a function differ in the names and in the types of their parameters, and return
    the same type (CSDL 4.0, 12.3); an action has one overload for each type (12.1).
    """
    call = one.call
    if not overloads:
        overloads.append(one)
        return
    first = overloads[0].call
    if call.kind == "action":
        united = _unique([*first.parameters, *call.parameters])
        notes = tuple(dict.fromkeys((*first.notes, *call.notes)))
        first = replace(first, parameters=united, notes=notes)
        overloads[0] = replace(overloads[0], call=first)
        return
    names = {each.name for each in call.parameters}
    if any(names == {p.name for p in other.call.parameters} for other in overloads):
        return
    types = _types(call)
    is_new = all(types != _types(other.call) for other in overloads)
    if is_new and call.returns == first.returns:
        overloads.append(one)
        return
    words = ", ".join(f"`{each.name}`" for each in call.parameters) or "no parameters"
    notes = tuple(dict.fromkeys((*first.notes, f"May be called with {words} too.")))
    overloads[0] = replace(overloads[0], call=replace(first, notes=notes))


def _types(call: Call) -> list[str]:
    return [csdl_type(one.type) for one in call.parameters if one.type]
