"""Sections such as `### riskLevel values`: which of them declare an enum type, and which one.

A section may be named like an enum type, or like a property of its page. A property that is a
primitive keeps its type, and the section declares nothing; a property of another type gives the
section the name of that type, unless a page declares it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic, quote
from docgen.extract.declarations import (
    Declarations,
    RowDeclaration,
    StructuredDeclaration,
)
from docgen.resolve.type_parts import (
    EnumPart,
    StructuredPart,
    declared_name,
    enum_parts,
)
from docgen.schema.edm import primitive
from docgen.schema.names import is_identifier, short_name


def settled_enums(pages: Sequence[Declarations]) -> Result[tuple[EnumPart, ...]]:
    """Return the parts that declare an enum type, each under its own name."""
    taken = _taken(pages)
    parts: list[EnumPart] = []
    diagnostics: list[Diagnostic] = []
    for page in pages:
        parts_here = enum_parts((page,))
        rows = _rows(page) if parts_here else {}
        for part in parts_here:
            row = rows.get(part.declaration.name.lower())
            if not part.declaration.anchor or not row or not row.type:
                parts.append(part)
            elif primitive(row.type.name.text):
                diagnostics += _values_of(part, row)
            else:
                parts.append(_renamed(part, row.type.name.text, taken))
    return Result(tuple(parts), tuple(diagnostics))


def _taken(pages: Sequence[Declarations]) -> frozenset[str]:
    return frozenset(t.name.lower() for page in pages for t in page.types)


def _rows(page: Declarations) -> Mapping[str, RowDeclaration]:
    found: dict[str, RowDeclaration] = {}
    for declaration in page.types:
        if isinstance(declaration, StructuredDeclaration):
            for row in declaration.properties:
                found.setdefault(row.name.lower(), row)
    return found


def _renamed(part: EnumPart, written: str, taken: frozenset[str]) -> EnumPart:
    short = short_name(written)
    if short.lower() in taken or not is_identifier(short):
        return part
    return EnumPart(path=part.path, declaration=replace(part.declaration, name=short))


def _values_of(part: EnumPart, row: RowDeclaration) -> Iterator[Diagnostic]:
    for member in part.declaration.members:
        written = row.type.name.text if row.type else ""
        message = (
            f"row `{member.name}` is ignored: it is a value of `{row.name}`, "
            f"whose type is {quote(written)}"
        )
        advice = f"use an enum type as the type of `{row.name}`"
        span = member.name_span
        yield diagnostic(Code.IGNORED_ROW, message, part.path, span, advice)


def without_structured(
    parts: Iterable[EnumPart], structured: frozenset[str]
) -> Result[tuple[EnumPart, ...]]:
    """Drop the enum parts whose name a resource page declares, and tell of their rows."""
    kept: list[EnumPart] = []
    diagnostics: list[Diagnostic] = []
    for part in parts:
        if declared_name(part).lower() not in structured:
            kept.append(part)
            continue
        diagnostics += _is_resource(part)
    return Result(tuple(kept), tuple(diagnostics))


def _is_resource(part: EnumPart) -> Iterator[Diagnostic]:
    message = (
        f"`{part.declaration.name}` is declared as a resource and as an enum type; "
        "used the resource"
    )
    advice = "rename one of them"
    span = part.declaration.span
    yield diagnostic(Code.CONTRADICTION, message, part.path, span, advice)
    yield from passed_over(part, "use a name that no resource has")


def without_mislabelled(
    parts: Iterable[EnumPart], types: Iterable[StructuredPart]
) -> Result[tuple[EnumPart, ...]]:
    """Drop the sections that share no member with the values that rows list."""
    listed = _listed(types)
    kept: list[EnumPart] = []
    diagnostics: list[Diagnostic] = []
    for part in parts:
        declaration = part.declaration
        values = listed.get(declaration.name.lower(), set())
        members = {member.name.lower() for member in declaration.members}
        if declaration.anchor and values and members and values.isdisjoint(members):
            diagnostics += _reported(part)
        else:
            kept.append(part)
    return Result(tuple(kept), tuple(diagnostics))


def _listed(types: Iterable[StructuredPart]) -> dict[str, set[str]]:
    """Return the values that rows list, by the short name of their type, in lower case."""
    found: dict[str, set[str]] = {}
    for part in types:
        for row in part.declaration.properties:
            if row.facts.values and row.type:
                name = short_name(row.type.name.text).lower()
                values = (value.lower() for value in row.facts.values)
                found.setdefault(name, set()).update(values)
    return found


def _reported(part: EnumPart) -> Iterator[Diagnostic]:
    name = part.declaration.name
    message = (
        f"section has none of the values that rows list for `{name}`; "
        "used the values of the rows"
    )
    advice = "correct the heading of the section, or its members"
    span = part.declaration.span
    yield diagnostic(Code.CONTRADICTION, message, part.path, span, advice)
    yield from passed_over(part, "put the members below a heading with the right name")


def passed_over(part: EnumPart, advice: str) -> Iterator[Diagnostic]:
    """Report each row of a part that becomes no enum type."""
    name = part.declaration.name
    for member in part.declaration.members:
        message = f"row `{member.name}` is ignored: not used as a member of `{name}`"
        span = member.name_span
        yield diagnostic(Code.IGNORED_ROW, message, part.path, span, advice)
