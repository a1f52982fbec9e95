"""Enum types that only "Possible values are" declares: rows in, enum types out.

A row that lists the values of a type that no page declares makes it an enum type. All rows that
name the type add their values.
"""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from docgen.diagnostics import Code, Diagnostic, diagnostic, quote
from docgen.extract.declarations import UNKNOWN_FUTURE_VALUE, RowDeclaration
from docgen.extract.type_expression import TypeName
from docgen.resolve.index import Index
from docgen.resolve.parts import StructuredPart
from docgen.resolve.references import Reference, reference
from docgen.schema.model import (
    EnumType,
    Member,
    QualifiedName,
    Source,
    Type,
    source_of,
)
from docgen.schema.names import wire_name

MOST_SHOWN = 5
"""How many values a message names."""


Listing: TypeAlias = tuple[StructuredPart, RowDeclaration, TypeName]
"""A row that lists values, and the name of its type."""


def listings(parts: Iterable[StructuredPart]) -> tuple[Listing, ...]:
    """Return each row that lists values and names a type."""
    return tuple(
        (part, row, row.type.name)
        for part in parts
        for rows in (
            part.declaration.properties,
            part.declaration.navigation_properties,
        )
        for row in rows
        if row.facts.values and row.type
    )


def listed_enums(index: Index, rows: Iterable[Listing]) -> tuple[EnumType, ...]:
    """Return an enum type for each undeclared name whose values a row lists, sorted by name."""
    members: dict[QualifiedName, dict[str, Member]] = {}
    sources: dict[QualifiedName, list[Source]] = {}
    spellings: dict[str, QualifiedName] = {}
    for part, row, found in _referring(index, rows):
        if found.is_declared:
            continue
        name = spellings.setdefault(found.name.lower(), found.name)
        source = source_of(part.path, row.name_span)
        sources.setdefault(name, []).append(source)
        for value in filter(wire_name, row.facts.values):
            member = Member(name=value, source=source)
            members.setdefault(name, {}).setdefault(value, member)
    return tuple(
        _enum(name, sources[name], tuple(members[name].values()))
        for name in sorted(members)
    )


def contradicted_values(
    index: Index, rows: Iterable[Listing], types: Iterable[Type]
) -> Iterator[Diagnostic]:
    """Report where a row lists values that the enum type it names doesn't have."""
    members = {
        one.name: {member.name for member in one.members}
        for one in types
        if isinstance(one, EnumType)
    }
    for part, row, found in _referring(index, rows):
        lacking = [
            v for v in row.facts.values if v not in members.get(found.name, (v,))
        ]
        if lacking:
            values = ", ".join(map(quote, lacking[:MOST_SHOWN]))
            message = (
                f"`{row.name}` lists {values}, which `{found.name}` does not declare; "
                "used the declared members"
            )
            advice = "correct the list, or add the missing members"
            span = row.description_span
            yield diagnostic(Code.CONTRADICTION, message, part.path, span, advice)


def _referring(
    index: Index, rows: Iterable[Listing]
) -> Iterator[tuple[StructuredPart, RowDeclaration, Reference]]:
    """Return each row with what the name of its type refers to."""
    for part, row, name in rows:
        found = reference(index, part.path, part.declaration.namespace, name)
        yield part, row, found


def _enum(
    name: QualifiedName, sources: list[Source], members: tuple[Member, ...]
) -> EnumType:
    return EnumType(
        name=name,
        open=any(member.name == UNKNOWN_FUTURE_VALUE for member in members),
        sources=tuple(dict.fromkeys(sources)),
        members=members,
    )
