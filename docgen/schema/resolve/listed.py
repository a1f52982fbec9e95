"""Enum types that only "Possible values are" declares: rows in, enum types out.

A row that lists the values of a type that no page declares makes it an enum type. All rows that
name the type add their values.
"""

from collections.abc import Iterable, Iterator

from docgen.diagnostics import Code, Diagnostic, diagnostic, quoted
from docgen.schema.declarations import UNKNOWN_FUTURE_VALUE, RowDeclaration
from docgen.schema.model import (
    EnumType,
    Member,
    QualifiedName,
    Source,
    Type,
    source_of,
)
from docgen.schema.names import wire_name
from docgen.schema.resolve.index import Index
from docgen.schema.resolve.parts import StructuredPart
from docgen.schema.resolve.references import Reference, reference

MOST_SHOWN = 5
"""How many values a message names."""


def listed_enums(index: Index, parts: Iterable[StructuredPart]) -> tuple[EnumType, ...]:
    """Give an enum type for each undeclared name whose values a row lists, sorted by name."""
    members: dict[QualifiedName, dict[str, Member]] = {}
    sources: dict[QualifiedName, list[Source]] = {}
    spellings: dict[str, QualifiedName] = {}
    for part, row, found in _listing_rows(index, parts):
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
    index: Index, parts: Iterable[StructuredPart], types: Iterable[Type]
) -> Iterator[Diagnostic]:
    """Tell where a row lists values that the enum type it names doesn't have."""
    members = {
        one.name: {member.name for member in one.members}
        for one in types
        if isinstance(one, EnumType)
    }
    for part, row, found in _listing_rows(index, parts):
        lacking = [
            v for v in row.facts.values if v not in members.get(found.name, (v,))
        ]
        if lacking:
            values = ", ".join(map(quoted, lacking[:MOST_SHOWN]))
            message = (
                f"`{row.name}` lists {values}, which `{found.name}` has not; "
                "its own members were taken"
            )
            advice = "correct the list, or add the members"
            span = row.description_span
            yield diagnostic(Code.CONTRADICTION, message, part.path, span, advice)


def _listing_rows(
    index: Index, parts: Iterable[StructuredPart]
) -> Iterator[tuple[StructuredPart, RowDeclaration, Reference]]:
    """Give each row that lists values and names a type, with what its name refers to."""
    for part in parts:
        declaration = part.declaration
        for row in (*declaration.properties, *declaration.navigation_properties):
            if row.type and row.facts.values:
                name = row.type.name
                found = reference(index, part.path, declaration.namespace, name)
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
