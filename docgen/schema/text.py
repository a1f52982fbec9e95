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
    Source,
    StructuredType,
    Type,
    TypeReference,
    csdl_type,
)


def schema_text(schema: Schema) -> str:
    """Return a schema as text, with a blank line between types."""
    return "\n".join(type_text(one) for one in schema.types)


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
    marks = {
        "abstract": one.abstract,
        "open": one.open,
        "deprecated": one.deprecated,
        "key " + ", ".join(one.key): bool(one.key),
    }
    head = f"{one.kind} {one.name}{base}"
    yield _line(head, [mark for mark, is_so in marks.items() if is_so], *one.sources)
    if one.description:
        yield f"  {_shown(one.description)}"
    for row in one.properties:
        yield "  " + _row(row)
    for row in one.navigation_properties:
        yield "  -> " + _row(row)
    for operation in one.operations:
        yield "  " + _operation(operation)


def _row(row: Property) -> str:
    marks = [
        *_claims(row),
        *([f"from {row.inherited_from}"] if row.inherited_from else []),
        *([f"default {row.default}"] if row.default else []),
        *(["values " + " ".join(row.values)] if row.values else []),
        *(["filter " + " ".join(row.filter)] if row.filter else []),
        *([_shown(row.description)] if row.description else []),
    ]
    return _line(
        f"{row.name}: {_type(row.type)}", marks, *(row.sources or (row.source,))
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
    for claim, is_so in claims.items():
        if is_so is not None:
            yield claim if is_so else f"not {claim}"


def _type(one: TypeReference) -> str:
    return csdl_type(one) if one.is_declared else f"{csdl_type(one)}?"


def _operation(operation: Operation) -> str:
    returns = _type(operation.returns) if operation.returns else "None"
    marks = [f"by {operation.api_page}"] if operation.api_page else []
    sources = operation.sources or (operation.source,)
    return _line(f"{operation.name}() -> {returns}", marks, *sources)


def _enum(one: EnumType) -> Iterator[str]:
    marks = {"flags": one.flags, "open": one.open, "deprecated": one.deprecated}
    set_marks = [mark for mark, is_so in marks.items() if is_so]
    yield _line(f"enum {one.name}", set_marks, *one.sources)
    if one.description:
        yield f"  {_shown(one.description)}"
    for member in one.members:
        yield "  " + _member(member)


def _member(member: Member) -> str:
    value = "" if member.value is None else f" = {member.value}"
    marks = [_shown(member.description)] if member.description else []
    return _line(member.name + value, marks, *(member.sources or (member.source,)))


def _line(head: str, marks: list[str], *sources: Source) -> str:
    places = ", ".join(f"{source.path}:{source.line}" for source in sources)
    return "  ".join([head, *marks, f"# {places}"])


def _shown(text: str) -> str:
    return f'"{shorten(text)}"'
