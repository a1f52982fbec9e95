"""The schema as readable text: one line for each type, row and member.

entity microsoft.graph.team : microsoft.graph.entity  key id  # resources/team.md:12
  displayName: Edm.String  read-only  # resources/team.md:30
  -> members: Collection(microsoft.graph.user)  # resources/team.md:36
  list_members() -> Collection(microsoft.graph.user)  # resources/team.md:20
enum microsoft.graph.teamKind  open  # resources/team.md:50
  private = 1  # resources/team.md:54
"""

from collections.abc import Iterator
from typing import assert_never

from docgen.diagnostics import shorten
from docgen.schema.model import (
    EnumType,
    Member,
    Operation,
    Property,
    Schema,
    StructuredType,
    Type,
    TypeReference,
    csdl_type,
)
from docgen.schema.operation_text import operation_text, with_positions


def schema_text(schema: Schema) -> str:
    """Return a schema as text, with a blank line between types and operations."""
    types = map(type_text, schema.types)
    return "\n".join((*types, *map(operation_text, schema.operations)))


def type_text(one: Type) -> str:
    """Return a type as text, its rows indented."""
    match one:
        case StructuredType():
            lines = _structured(one)
        case EnumType():
            lines = _enum(one)
        case _:
            assert_never(one)
    return "".join(f"{line}\n" for line in lines)


def _structured(one: StructuredType) -> Iterator[str]:
    base = f" : {one.base_type}" if one.base_type else ""
    flags = {
        "abstract": one.abstract,
        "open": one.open,
        "deprecated": one.deprecated,
        "key " + ", ".join(one.key): bool(one.key),
    }
    head = f"{one.kind} {one.name}{base}"
    yield with_positions(head, _set_flags(flags), *one.sources)
    if one.description:
        yield f"  {_quoted(one.description)}"
    for row in one.properties:
        yield "  " + _row(row)
    for row in one.navigation_properties:
        yield "  -> " + _row(row)
    for operation in one.operations:
        yield "  " + _operation(operation)


def _set_flags(flags: dict[str, bool | None]) -> list[str]:
    return [name for name, is_set in flags.items() if is_set]


def _row(row: Property) -> str:
    details = [
        *_claims(row),
        *([f"from {row.inherited_from}"] if row.inherited_from else []),
        *([f"default {row.default}"] if row.default else []),
        *(["values " + " ".join(row.values)] if row.values else []),
        *(["filter " + " ".join(row.filter)] if row.filter else []),
        *([_quoted(row.description)] if row.description else []),
    ]
    return with_positions(
        f"{row.name}: {_type(row.type)}", details, *(row.sources or (row.source,))
    )


def _claims(row: Property) -> Iterator[str]:
    claims = {
        "read-only": row.read_only,
        "nullable": row.nullable,
        "required": row.required,
        "key": row.is_key,
        "deprecated": row.deprecated,
        "on select": row.returned_on_select,
    }
    for claim, is_true in claims.items():
        if is_true is not None:
            yield claim if is_true else f"not {claim}"


def _type(one: TypeReference) -> str:
    return csdl_type(one) if one.is_declared else f"{csdl_type(one)}?"


def _operation(operation: Operation) -> str:
    returns = _type(operation.returns) if operation.returns else "None"
    details = [f"by {operation.api_page}"] if operation.api_page else []
    sources = operation.sources or (operation.source,)
    return with_positions(f"{operation.name}() -> {returns}", details, *sources)


def _enum(one: EnumType) -> Iterator[str]:
    flags = {"flags": one.flags, "open": one.open, "deprecated": one.deprecated}
    yield with_positions(f"enum {one.name}", _set_flags(flags), *one.sources)
    if one.description:
        yield f"  {_quoted(one.description)}"
    for member in one.members:
        yield "  " + _member(member)


def _member(member: Member) -> str:
    value = "" if member.value is None else f" = {member.value}"
    details = [_quoted(member.description)] if member.description else []
    return with_positions(
        member.name + value, details, *(member.sources or (member.source,))
    )


def _quoted(text: str) -> str:
    return f'"{shorten(text)}"'
