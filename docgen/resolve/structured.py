"""Structured types: all that a page set says of one in, one type out, its base still open."""

from collections.abc import Iterator, Mapping

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic, quote
from docgen.extract.declarations import RowDeclaration
from docgen.resolve.naming import Naming, named
from docgen.resolve.operations import united_operations
from docgen.resolve.parts import StructuredGroup, StructuredPart, spelt_otherwise
from docgen.resolve.places import elsewhere
from docgen.resolve.rows import PlacedRow, united_rows
from docgen.schema.model import Property, StructuredType, source_of


def united_type(
    naming: Naming, group: StructuredGroup, paths: Mapping[str, str]
) -> Result[StructuredType]:
    """Unite the parts of a type; a row that stands in both tables is a relationship."""
    own, navigation = _united_rows(naming, group)
    operations = united_operations(naming, group.parts, paths)
    declarations = [part.declaration for part in group.parts]
    united = StructuredType(
        kind="complex",
        name=group.name,
        abstract=any(d.abstract for d in declarations),
        open=any(d.open for d in declarations),
        key=next((d.key for d in declarations if d.key), ()),
        description=next((d.description for d in declarations if d.description), None),
        deprecated=declarations[0].deprecated,
        sources=tuple(dict.fromkeys(part.source for part in group.parts)),
        annotation=next((d.annotation for d in declarations if d.annotation), None),
        sample=next((d.sample for d in declarations if d.sample), None),
        properties=own.value,
        navigation_properties=navigation.value,
        operations=operations.value,
    )
    reported = (*own.diagnostics, *navigation.diagnostics, *operations.diagnostics)
    return Result(united, (*reported, *_contradictions(group), *spelt_otherwise(group)))


def _united_rows(
    naming: Naming, group: StructuredGroup
) -> tuple[Result[tuple[Property, ...]], Result[tuple[Property, ...]]]:
    rows = [
        _placed(naming, p, r) for p in group.parts for r in p.declaration.properties
    ]
    related = [
        _placed(naming, p, r)
        for p in group.parts
        for r in p.declaration.navigation_properties
    ]
    names = {placed.row.name for placed in related}
    both = [placed for placed in rows if placed.row.name in names]
    own = [placed for placed in rows if placed.row.name not in names]
    return united_rows(own), united_rows([*related, *both])


def _placed(naming: Naming, part: StructuredPart, row: RowDeclaration) -> PlacedRow:
    found = named(naming, part.path, part.declaration.namespace, row.type)
    return PlacedRow(path=part.path, row=row, named=found)


def _contradictions(group: StructuredGroup) -> Iterator[Diagnostic]:
    """Report where pages of one type state different keys."""
    keys = [part for part in group.parts if part.declaration.key]
    for part in keys[1:]:
        if part.declaration.key != keys[0].declaration.key:
            own = quote(", ".join(part.declaration.key))
            taken = quote(", ".join(keys[0].declaration.key))
            source = source_of(keys[0].path, keys[0].declaration.key_span)
            message = (
                f"key is {own} here, but {taken} {elsewhere(part.path, source)}; "
                f"used {taken}"
            )
            advice = "use the same key in both places"
            span = part.declaration.key_span
            yield diagnostic(Code.CONTRADICTION, message, part.path, span, advice)
