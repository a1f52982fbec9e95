"""Enum types: merge all that pages declare of one into an `EnumType`."""

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import repeat
from typing import TypeAlias

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic, quote_all
from docgen.extract.declarations import (
    UNKNOWN_FUTURE_VALUE,
    MemberDeclaration,
    are_flags,
)
from docgen.extract.type_expression import TypeName
from docgen.extract.type_tables import RowDeclaration, TypeTables
from docgen.resolve.references import NameIndex, Reference, reference
from docgen.resolve.type_parts import (
    EnumGroup,
    StructuredPart,
    duplicate_rows,
    elsewhere,
    misspelled_parts,
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

_MAX_SHOWN_VALUES = 5
"""The number of values that a message names."""

ValueList: TypeAlias = tuple[StructuredPart, RowDeclaration, TypeName]
"""A row that lists values, or says that they are flags, and the name of its type."""

_Rows: TypeAlias = list[tuple[str, MemberDeclaration]]
"""The rows of one member, each with the path of its page."""


def merged_enum(group: EnumGroup, flags: Container[QualifiedName]) -> Result[EnumType]:
    """Merge the parts of an enum type: every member once, in the order of the first part.

    `flags` are the types that rows describe as enums of flags.
    """
    rows: dict[str, _Rows] = {}
    for part in group.parts:
        for member in part.declaration.members:
            rows.setdefault(member.name, []).append((part.path, member))
    repeated = {p.path for p in group.parts if p.declaration.is_repeated}
    declarations = [part.declaration for part in group.parts]
    enum = EnumType(
        name=group.name,
        flags=group.name in flags or any(d.flags for d in declarations),
        open=any(d.open for d in declarations),
        description=next((d.description for d in declarations if d.description), None),
        deprecated=any(d.deprecated for d in declarations) or None,
        sources=tuple(dict.fromkeys(part.source for part in group.parts)),
        members=tuple(map(_member, rows.values())),
    )
    conflicts = (
        d
        for found in rows.values()
        if len(found) > 1
        for d in _conflicts(found)
        if d.path not in repeated
    )
    others = (*misspelled_parts(group), *_different_sections(group))
    return Result(enum, (*conflicts, *others))


def _different_sections(group: EnumGroup) -> Iterator[Diagnostic]:
    """Report a second section with the same name on a page, if it has other members."""
    first: dict[str, set[str]] = {}
    for part in group.parts:
        members = {member.name for member in part.declaration.members}
        if first.setdefault(part.path, members) != members:
            message = (
                f"`{part.declaration.name}` has another section with other members on "
                "this page; using the members of both"
            )
            advice = "combine the sections, or rename one of them"
            span = part.declaration.span
            yield diagnostic(Code.CONTRADICTION, message, part.path, span, advice)


def _sources(found: _Rows) -> tuple[Source, ...]:
    return tuple(source_of(path, row.name_span) for path, row in found)


def _member(found: _Rows) -> Member:
    if len(found) == 1:
        path, row = found[0]
        return Member(
            name=row.name,
            value=row.value,
            description=row.description or None,
            source=source_of(path, row.name_span),
        )
    sources = tuple(dict.fromkeys(_sources(found)))
    rows = [row for _, row in found]
    return Member(
        name=rows[0].name,
        value=next((row.value for row in rows if row.value is not None), None),
        description=next((row.description for row in rows if row.description), None),
        source=sources[0],
        sources=sources if len(sources) > 1 else (),
    )


def _conflicts(found: _Rows) -> Iterator[Diagnostic]:
    """Report duplicate rows of a member, and rows with different values."""
    yield from duplicate_rows(
        (f"`{row.name}`", source_of(path, row.name_span), row.zone)
        for path, row in found
    )
    numbered = [(path, row) for path, row in found if row.value is not None]
    for path, row in numbered:
        first_path, first = numbered[0]
        if row.value != first.value:
            place = elsewhere(path, source_of(first_path, first.name_span))
            message = (
                f"`{row.name}` is `{row.value}` here, but `{first.value}` {place}; "
                f"using `{first.value}`"
            )
            advice = "use the same value in both rows"
            yield diagnostic(Code.CONTRADICTION, message, path, row.name_span, advice)


def value_lists(parts: Iterable[StructuredPart]) -> tuple[ValueList, ...]:
    """Return each row that lists values, or says that they are flags, and names a type."""
    return tuple(
        (part, row, row.type.name)
        for part in parts
        for row in _rows_with_values(part.declaration.tables)
        if row.type and (row.facts.values or _is_of_flags(row))
    )


def _rows_with_values(tables: TypeTables) -> Sequence[RowDeclaration]:
    return (*tables.with_values, *tables.navigation_with_values)


def _is_of_flags(row: RowDeclaration) -> bool:
    """Return whether a value of a row combines members; several items of a collection do not."""
    is_collection = row.type is not None and row.type.is_collection
    return bool(row.facts.flags) and not is_collection


def flag_enums(index: NameIndex, rows: Iterable[ValueList]) -> frozenset[QualifiedName]:
    """Return the types that rows describe as enums of flags."""
    flags = (one for one in rows if _is_of_flags(one[1]))
    return frozenset(found.name for _, _, found in _with_references(index, flags))


def listed_enums(index: NameIndex, rows: Iterable[ValueList]) -> tuple[EnumType, ...]:
    """Return an enum type for each undeclared type whose values a row lists, sorted by name.

    A relationship leads to an entity, whatever its description lists.
    """
    members: dict[QualifiedName, dict[str, Member]] = {}
    sources: dict[QualifiedName, list[Source]] = {}
    spellings: dict[str, QualifiedName] = {}
    flags: set[QualifiedName] = set()
    for part, row, found in _with_references(index, rows):
        is_relationship = row in part.declaration.tables.navigation_with_values
        if found.is_declared or is_relationship or not row.facts.values:
            continue
        name = spellings.setdefault(found.name.lower(), found.name)
        source = source_of(part.path, row.name_span)
        sources.setdefault(name, []).append(source)
        if _is_of_flags(row) or are_flags(row.facts.numbers):
            flags.add(name)
        numbers = row.facts.numbers or repeat(None)
        for value, number in zip(row.facts.values, numbers, strict=False):
            if wire_name(value):
                member = Member(name=value, value=number, source=source)
                members.setdefault(name, {}).setdefault(value, member)
    return tuple(
        _enum(name, sources[name], tuple(members[name].values()), flags=name in flags)
        for name in sorted(members)
    )


def undeclared_values(
    index: NameIndex, rows: Iterable[ValueList], types: Iterable[Type]
) -> Iterator[Diagnostic]:
    """Report where a row lists values that the enum type it names doesn't have."""
    members = {
        one.name: {member.name for member in one.members}
        for one in types
        if isinstance(one, EnumType)
    }
    for part, row, found in _with_references(index, rows):
        missing = [
            v for v in row.facts.values if v not in members.get(found.name, (v,))
        ]
        if missing:
            values = quote_all(missing, _MAX_SHOWN_VALUES)
            message = (
                f"`{row.name}` lists {values}, but `{found.name}` has no such members; "
                "using the members of the type"
            )
            advice = "correct the list, or add the missing members"
            span = row.description_span
            yield diagnostic(Code.CONTRADICTION, message, part.path, span, advice)


def _with_references(
    index: NameIndex, rows: Iterable[ValueList]
) -> Iterator[tuple[StructuredPart, RowDeclaration, Reference]]:
    """Yield each row with what the name of its type refers to."""
    for part, row, name in rows:
        found = reference(index, part.path, part.declaration.namespace, name)
        yield part, row, found


def _enum(
    name: QualifiedName,
    sources: list[Source],
    members: tuple[Member, ...],
    *,
    flags: bool,
) -> EnumType:
    return EnumType(
        name=name,
        flags=flags,
        open=any(member.name == UNKNOWN_FUTURE_VALUE for member in members),
        sources=tuple(dict.fromkeys(sources)),
        members=members,
    )
