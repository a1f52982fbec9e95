"""Rows that say "Inherited from x": checked against what x and the hierarchy say."""

from collections.abc import Iterator, Mapping

from docgen.diagnostics import Code, Diagnostic, diagnostic
from docgen.extract.declarations import RowDeclaration
from docgen.resolve.index import Index
from docgen.resolve.parts import StructuredGroup, StructuredPart, declared_name
from docgen.resolve.references import reference
from docgen.schema.model import QualifiedName, StructuredType


def contradicted_ancestry(
    index: Index,
    types: Mapping[QualifiedName, StructuredType],
    groups: Mapping[QualifiedName, StructuredGroup],
) -> Iterator[Diagnostic]:
    """Report each row that is marked as inherited, but that no ancestor declares."""
    for name, group in groups.items():
        found = [*_inherited(group)]
        one = types[name]
        rows = (*one.properties, *one.navigation_properties) if found else ()
        is_inherited = {row.name: bool(row.inherited_from) for row in rows}
        for part, row in found:
            if not is_inherited[row.name]:
                yield from _reported(index, part, row)


def _inherited(
    group: StructuredGroup,
) -> Iterator[tuple[StructuredPart, RowDeclaration]]:
    """Return the rows that are marked as inherited."""
    for part in group.parts:
        declared = part.declaration
        for row in (*declared.properties, *declared.navigation_properties):
            if row.facts.inherited_from:
                yield part, row


def _reported(
    index: Index,
    part: StructuredPart,
    row: RowDeclaration,
) -> Iterator[Diagnostic]:
    named = [
        reference(index, part.path, part.declaration.namespace, name)
        for name in row.facts.inherited_from
    ]
    declared = [one.name for one in named if one.is_declared]
    if declared:
        message = (
            f"`{row.name}` is marked as inherited from `{declared[0]}`, which doesn't "
            f"declare it or is not a base type; used `{declared_name(part)}`"
        )
        advice = "add the row to the page of the base, or correct the base"
        span = row.facts.inherited_from[0].span
        yield diagnostic(Code.CONTRADICTION, message, part.path, span, advice)
