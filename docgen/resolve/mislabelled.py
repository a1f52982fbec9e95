"""Sections under the wrong title: enum parts and the rows that list values in, the sound parts out.

Where rows list values of a type, and a section titled with its name shares not one of them, the
title is taken to be wrong: the rows say what the type is, and the rows of the section are reported.
"""

from collections.abc import Iterable, Iterator

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic
from docgen.resolve.parts import EnumPart, StructuredPart
from docgen.resolve.passed_over import passed_over
from docgen.schema.names import short_name


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
