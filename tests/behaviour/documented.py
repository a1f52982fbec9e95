"""Schemas with operations, for tests of exports: short constructors, with defaults."""

from collections.abc import Sequence

from docgen.schema.model import (
    ApiOperation,
    Conjunction,
    DocumentedExample,
    ExampleRequest,
    ExampleResponse,
    OperationKind,
    Parameter,
    ParameterPlace,
    Permissions,
    Property,
    QualifiedName,
    Schema,
    Source,
    StructuredType,
    Type,
    TypeReference,
    WireName,
)
from docgen.schema.url_templates import request_line

NO_PERMISSIONS = Permissions()


def reference(type: str) -> TypeReference:
    """Return a type: `a.ship`, or `a.ship*` for a collection of it."""
    name = QualifiedName(type.removesuffix("*"))
    return TypeReference(name=name, is_collection=type.endswith("*"))


def row(name: str, type: str = "Edm.String") -> Property:
    source = Source(path="resources/a.md", line=7)
    return Property(name=WireName(name), type=reference(type), source=source)


def entity(name: str, *rows: Property, base: str | None = None) -> StructuredType:
    return StructuredType(
        kind="entity",
        name=QualifiedName(name),
        key=(WireName("id"),) if base is None else (),
        base_type=QualifiedName(base) if base else None,
        sources=(Source(path="resources/a.md", line=1),),
        properties=(row("id"), *rows) if base is None else rows,
    )


def parameter(
    name: str,
    type: str | None = "Edm.String",
    place: ParameterPlace = "body",
    *,
    required: bool = False,
    description: str | None = None,
) -> Parameter:
    return Parameter(
        name=name,
        place=place,
        type=reference(type) if type else None,
        required=required,
        description=description,
        source=Source(path="api/a.md", line=30),
    )


def example(
    request: ExampleRequest | None = None, response: ExampleResponse | None = None
) -> DocumentedExample:
    source = Source(path="api/a.md", line=50)
    return DocumentedExample(
        name="Example", request=request, response=response, source=source
    )


def operation(
    name: str,
    kind: OperationKind,
    requests: str | Sequence[tuple[str, Permissions | None]],
    *parameters: Parameter,
    page: str = "api/a.md",
    owner: str | None = "a.ship",
    body: str | None = None,
    takes_reference: bool = False,
    returns: str | None = None,
    statuses: tuple[int, ...] = (),
    permissions: Permissions = NO_PERMISSIONS,
    examples: tuple[DocumentedExample, ...] = (),
) -> ApiOperation:
    """Return an operation; its requests are lines such as `GET /ships`."""
    if isinstance(requests, str):
        requests = [(line, None) for line in requests.splitlines()]
    return ApiOperation(
        name=name,
        label=name.replace("_", " ").capitalize(),
        api_page=page,
        owner=QualifiedName(owner) if owner else None,
        is_listed=False,
        is_shared=False,
        agreed_type=None,
        kind=kind,
        requests=tuple(
            request_line(
                line.partition(" ")[0],
                line.partition(" ")[2],
                Source(path=page, line=20 + number),
                own,
            )
            for number, (line, own) in enumerate(requests)
        ),
        parameters=parameters,
        body=reference(body) if body else None,
        takes_reference=takes_reference,
        returns=reference(returns) if returns else None,
        statuses=statuses,
        permissions=permissions,
        examples=examples,
        source=Source(path=page, line=1),
    )


def alternatives(*names: str) -> tuple[Conjunction, ...]:
    """Return permissions: `A+B` are needed together."""
    return tuple(tuple(one.split("+")) for one in names)


def schema(types: Sequence[Type], *operations: ApiOperation) -> Schema:
    return Schema(types=tuple(types), pages=(), operations=operations)
