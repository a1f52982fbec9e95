"""Enum types: all that a page set says of one in, one `EnumType` out."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic, quote
from docgen.extract.declarations import (
    UNKNOWN_FUTURE_VALUE,
    MemberDeclaration,
    RowDeclaration,
)
from docgen.extract.type_expression import TypeName
from docgen.resolve.references import NameIndex, Reference, reference
from docgen.resolve.type_parts import (
    EnumGroup,
    StructuredPart,
    elsewhere,
    spelt_otherwise,
)
from docgen.schema.model import (
    EnumType,
    Member,
    QualifiedName,
    Source,
    Type,
    source_of,
)
from docgen.schema.names import wire_name

MAX_SHOWN_VALUES = 5
"""How many values a message names."""

Listing: TypeAlias = tuple[StructuredPart, RowDeclaration, TypeName]
"""A row that lists values, and the name of its type."""


def united_enum(group: EnumGroup) -> Result[EnumType]:
    """Unite the parts of an enum type: every member once, in the order of the first part."""
    rows: dict[str, list[tuple[str, MemberDeclaration]]] = {}
    for part in group.parts:
        for member in part.declaration.members:
            rows.setdefault(member.name, []).append((part.path, member))
    declarations = [part.declaration for part in group.parts]
    enum = EnumType(
        name=group.name,
        flags=any(d.flags for d in declarations),
        open=any(d.open for d in declarations),
        description=next((d.description for d in declarations if d.description), None),
        deprecated=any(d.deprecated for d in declarations) or None,
        sources=tuple(dict.fromkeys(part.source for part in group.parts)),
        members=tuple(map(_member, rows.values())),
    )
    diagnostics = (
        d for found in rows.values() if len(found) > 1 for d in _reported(found)
    )
    others = (*spelt_otherwise(group), *_other_sections(group))
    return Result(enum, (*diagnostics, *others))


def _other_sections(group: EnumGroup) -> Iterator[Diagnostic]:
    """Report a second section of one name on a page, if it has other members."""
    seen: dict[str, set[str]] = {}
    for part in group.parts:
        members = {member.name for member in part.declaration.members}
        if seen.setdefault(part.path, members) != members:
            message = (
                f"`{part.declaration.name}` has another section with other members on "
                "this page; used the members of both"
            )
            advice = "combine the sections, or rename one of them"
            span = part.declaration.span
            yield diagnostic(Code.CONTRADICTION, message, part.path, span, advice)


def _member(found: list[tuple[str, MemberDeclaration]]) -> Member:
    if len(found) == 1:
        ((path, row),) = found
        return Member(
            name=row.name,
            value=row.value,
            description=row.description or None,
            source=source_of(path, row.name_span),
        )
    sources = tuple(
        dict.fromkeys(source_of(path, row.name_span) for path, row in found)
    )
    rows = [row for _, row in found]
    return Member(
        name=rows[0].name,
        value=next((row.value for row in rows if row.value is not None), None),
        description=next((row.description for row in rows if row.description), None),
        source=sources[0],
        sources=sources if len(sources) > 1 else (),
    )


def _reported(found: list[tuple[str, MemberDeclaration]]) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    numbered = [(path, row) for path, row in found if row.value is not None]
    for path, row in found:
        if path in seen:
            message = f"`{row.name}` is declared twice on this page"
            advice = "combine the rows"
            yield diagnostic(Code.DUPLICATE_ROW, message, path, row.name_span, advice)
        seen.add(path)
    for path, row in numbered:
        if row.value != numbered[0][1].value:
            yield _other_number(path, row, *numbered[0])


def _other_number(
    path: str, row: MemberDeclaration, taken_path: str, taken: MemberDeclaration
) -> Diagnostic:
    place = elsewhere(path, source_of(taken_path, taken.name_span))
    message = (
        f"`{row.name}` is `{row.value}` here, but `{taken.value}` {place}; "
        f"used `{taken.value}`"
    )
    advice = "use the same value in both rows"
    return diagnostic(Code.CONTRADICTION, message, path, row.name_span, advice)


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


def listed_enums(index: NameIndex, rows: Iterable[Listing]) -> tuple[EnumType, ...]:
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
    index: NameIndex, rows: Iterable[Listing], types: Iterable[Type]
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
            values = ", ".join(map(quote, lacking[:MAX_SHOWN_VALUES]))
            message = (
                f"`{row.name}` lists {values}, which `{found.name}` does not declare; "
                "used the declared members"
            )
            advice = "correct the list, or add the missing members"
            span = row.description_span
            yield diagnostic(Code.CONTRADICTION, message, part.path, span, advice)


def _referring(
    index: NameIndex, rows: Iterable[Listing]
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
