"""Enum sections: decide which sections such as `### riskLevel values` declare an enum type.

A section may have the name of an enum type, or that of a property of its page; any other section
("Supported values") declares nothing. If the type of that property is a primitive, the section
declares nothing; if it is another type, the section declares the members of that type, unless a
page declares it. A navigation property leads to an entity, so a section that has its name is not
one of an enum type.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic, quote
from docgen.extract.declarations import (
    DeclaredTypes,
    EnumDeclaration,
    StructuredDeclaration,
)
from docgen.extract.type_tables import RowDeclaration
from docgen.resolve.type_parts import EnumPart, StructuredPart, type_parts
from docgen.schema.edm import primitive
from docgen.schema.links import anchor, page_path
from docgen.schema.names import is_identifier, short_name


def resolve_enum_sections(
    pages: Sequence[DeclaredTypes],
    types: Iterable[StructuredPart],
    structured: frozenset[str],
) -> Result[tuple[EnumPart, ...]]:
    """Return the parts that declare an enum type, each with the name of that type.

    `types` are the structured types that pages declare, `structured` their names in lower case.
    """
    renamed = _with_type_names(pages)
    named = _without_unnamed(renamed.value, types)
    labelled = _without_mislabelled(named.value, types)
    kept = _without_structured(labelled.value, structured)
    passes = (renamed, named, labelled, kept)
    return Result(kept.value, tuple(d for one in passes for d in one.diagnostics))


def _without_unnamed(
    parts: Sequence[EnumPart], types: Iterable[StructuredPart]
) -> Result[tuple[EnumPart, ...]]:
    """Drop the sections whose names are those of no enum type.

    The name is that of a type if the page says so, if there is a page about that enum type, or if a
    row has a type of that name or a link to the section. A relationship with the name of its type,
    or with a link to a page, names no enum type. A title begins with a capital, so that the row has
    the spelling of the name.
    """
    if not any(_needs_name(part) for part in parts):
        return Result(tuple(parts))
    in_cells: dict[str, None] = {}
    sections: set[tuple[str, str]] = set()
    for part in types:
        tables = part.declaration.tables
        in_cells |= dict.fromkeys(tables.cell_names)
        for target in tables.cell_targets:
            path = page_path(part.path, target) or ""
            sections.add((path.lower(), anchor(target)))
    spellings: dict[str, str] = {}
    for name in map(short_name, in_cells):
        spellings.setdefault(name.lower(), name)
    declared = (part.declaration.name for part in parts if not _needs_name(part))
    short_names = {*spellings, *(short_name(name).lower() for name in declared)}
    kept: list[EnumPart] = []
    diagnostics: list[Diagnostic] = []
    for one in parts:
        declaration = one.declaration
        is_linked = (one.path.lower(), declaration.anchor) in sections
        spelling = spellings.get(declaration.name.lower())
        if spelling and _needs_name(one) and _is_title_of(declaration.name, spelling):
            kept.append(one.with_declaration(replace(declaration, name=spelling)))
        elif is_linked or declaration.name.lower() in short_names:
            kept.append(one)
        elif not declaration.is_stray:
            diagnostics += _unnamed(one)
    return Result(tuple(kept), tuple(diagnostics))


def _is_title_of(title: str, name: str) -> bool:
    """Return whether a title is a name that begins with a capital because it is a title."""
    return title[1:] == name[1:] and title[0].isupper() and name[0].islower()


def _needs_name(part: EnumPart) -> bool:
    return bool(part.declaration.anchor) and not part.declaration.is_named


def _unnamed(part: EnumPart) -> Iterator[Diagnostic]:
    name = part.declaration.name
    for member in part.declaration.members:
        message = f"row `{member.name}` is ignored: no row names an enum type `{name}`"
        advice = "name the type in the type cell of a property"
        span = member.name_span
        yield diagnostic(Code.IGNORED_ROW, message, part.path, span, advice)


def _with_type_names(pages: Sequence[DeclaredTypes]) -> Result[tuple[EnumPart, ...]]:
    """Rename sections of properties to the types of these; drop those of primitives."""
    declared = frozenset(one.name.lower() for page in pages for one in page.types)
    parts: list[EnumPart] = []
    diagnostics: list[Diagnostic] = []
    for page in pages:
        page_parts = type_parts((page,), EnumDeclaration)
        rows = _properties_by_name(page) if page_parts else {}
        for part in page_parts:
            row = rows.get(part.declaration.name.lower())
            if not part.declaration.anchor or not row or not row.type:
                parts.append(part)
            elif primitive(row.type.name.text):
                diagnostics += _values_of_primitive(part, row, row.type.name.text)
            else:
                parts.append(_renamed(part, row.type.name.text, declared))
    return Result(tuple(parts), tuple(diagnostics))


def _properties_by_name(page: DeclaredTypes) -> Mapping[str, RowDeclaration]:
    found: dict[str, RowDeclaration] = {}
    for declaration in page.types:
        if isinstance(declaration, StructuredDeclaration):
            for row in declaration.properties:
                found.setdefault(row.name.lower(), row)
    return found


def _renamed(part: EnumPart, type_name: str, declared: frozenset[str]) -> EnumPart:
    short = short_name(type_name)
    if short.lower() in declared or not is_identifier(short):
        return part
    return part.with_declaration(replace(part.declaration, name=short))


def _values_of_primitive(
    part: EnumPart, row: RowDeclaration, type_name: str
) -> Iterator[Diagnostic]:
    for member in part.declaration.members:
        message = (
            f"row `{member.name}` is ignored: it is a value of `{row.name}`, "
            f"whose type is {quote(type_name)} and not an enum type"
        )
        advice = f"use an enum type as the type of `{row.name}`"
        span = member.name_span
        yield diagnostic(Code.IGNORED_ROW, message, part.path, span, advice)


def _without_mislabelled(
    parts: Iterable[EnumPart], types: Iterable[StructuredPart]
) -> Result[tuple[EnumPart, ...]]:
    """Drop the sections that have none of the values that rows list for their type."""
    listed = _listed_values(types)

    def problems(part: EnumPart) -> Iterable[Diagnostic]:
        values = listed.get(part.declaration.name.lower(), set())
        members = {member.name.lower() for member in part.declaration.members}
        is_mislabelled = values and members and values.isdisjoint(members)
        return _mislabelled(part) if part.declaration.anchor and is_mislabelled else ()

    return _without_problems(parts, problems)


def _listed_values(types: Iterable[StructuredPart]) -> dict[str, set[str]]:
    """Return the values that rows list by the short name of their type, all in lower case."""
    found: dict[str, set[str]] = {}
    for part in types:
        for row in part.declaration.tables.with_values:
            if row.facts.values and row.type:
                name = short_name(row.type.name.text).lower()
                values = (value.lower() for value in row.facts.values)
                found.setdefault(name, set()).update(values)
    return found


def _without_structured(
    parts: Iterable[EnumPart], structured: frozenset[str]
) -> Result[tuple[EnumPart, ...]]:
    """Drop the parts whose name a resource page declares."""
    return _without_problems(
        parts,
        lambda part: (
            _declared_as_resource(part) if part.name.lower() in structured else ()
        ),
    )


def _without_problems(
    parts: Iterable[EnumPart], problems: Callable[[EnumPart], Iterable[Diagnostic]]
) -> Result[tuple[EnumPart, ...]]:
    found = [(part, tuple(problems(part))) for part in parts]
    return Result(
        tuple(part for part, diagnostics in found if not diagnostics),
        tuple(one for _, diagnostics in found for one in diagnostics),
    )


def _mislabelled(part: EnumPart) -> Iterator[Diagnostic]:
    message = (
        f"none of these members is a value that descriptions list for "
        f"`{part.declaration.name}`; using the values in the descriptions"
    )
    advice = "correct the heading of the section, or its members"
    span = part.declaration.span
    yield diagnostic(Code.CONTRADICTION, message, part.path, span, advice)
    reason = f"no description lists it as a value of `{part.declaration.name}`"
    advice = "put the members below the heading of their type"
    yield from _ignored_members(part, reason, advice)


def _declared_as_resource(part: EnumPart) -> Iterator[Diagnostic]:
    message = (
        f"`{part.declaration.name}` is declared as a resource and as an enum type; "
        "using the resource"
    )
    advice = "rename one of them"
    span = part.declaration.span
    yield diagnostic(Code.CONTRADICTION, message, part.path, span, advice)
    reason = f"`{part.declaration.name}` is a resource and not an enum type"
    yield from _ignored_members(part, reason, "use a name that no resource has")


def _ignored_members(part: EnumPart, reason: str, advice: str) -> Iterator[Diagnostic]:
    for member in part.declaration.members:
        message = f"row `{member.name}` is ignored: {reason}"
        span = member.name_span
        yield diagnostic(Code.IGNORED_ROW, message, part.path, span, advice)
