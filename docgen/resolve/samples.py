"""Samples: compare the sample of each type with its rows, in both directions.

Every key of a sample should have a row on the pages of the type or of an ancestor, and every
property on a page should be in its sample. Properties of open types need no row. If no page of a
type has a properties table, the keys of the sample are its properties.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from docgen.diagnostics import Code, Diagnostic, diagnostic, quote_all
from docgen.extract.declarations import StructuredDeclaration
from docgen.extract.type_tables import tables_of_rows
from docgen.resolve.type_parts import StructuredGroup
from docgen.schema.model import Property, QualifiedName, StructuredType
from docgen.source import Span

_MAX_SHOWN = 5
_TYPE_KEY, _RESPONSE_KEY = "@odata.type", "@odata.context"


def with_rows_of_tables(group: StructuredGroup) -> StructuredGroup:
    """Return a type without the properties of samples if another part has a properties table."""
    declarations = (part.declaration for part in group.parts)
    declared = [one for one in declarations if one.tables.has_properties]
    if all(one.has_sample_rows for one in declared):
        return group
    parts = (
        (
            part.with_declaration(_without_properties(part.declaration))
            if part.declaration.has_sample_rows
            else part
        )
        for part in group.parts
    )
    return replace(group, parts=tuple(parts))


def _without_properties(one: StructuredDeclaration) -> StructuredDeclaration:
    tables = tables_of_rows((), one.navigation_properties, one.operations)
    return replace(one, tables=tables)


def properties_of_samples(group: StructuredGroup) -> Iterator[Diagnostic]:
    """Report the parts of a type whose properties are the keys of a sample."""
    for part in group.parts:
        declared = part.declaration
        names = [row.name for row in declared.properties]
        if declared.has_sample_rows and declared.sample_span and names:
            message = (
                f"type `{declared.name}` has no properties table; using the keys of its "
                f"sample: {quote_all(names, _MAX_SHOWN)}"
            )
            advice = "add a table below `## Properties`"
            span = declared.sample_span
            yield diagnostic(
                Code.PROPERTIES_OF_SAMPLE, message, part.path, span, advice
            )


class SampleDifference(Struct, frozen=True, array_like=True, kw_only=True):
    """How the sample of a part differs from the rows of its type, without those of ancestors.

    `without_row` are the keys that no row of the type has, `absent` the properties of the part that
    the sample lacks.
    """

    path: str
    span: Span
    without_row: tuple[str, ...]
    absent: tuple[str, ...]


def sample_differences(
    group: StructuredGroup, rows: Iterable[Property]
) -> Iterator[SampleDifference]:
    """Compare the samples of a type with its `rows`; this depends on no other type."""
    names = frozenset(row.name.lower() for row in rows)
    for part in group.parts:
        declared = part.declaration
        if declared.sample is None or declared.sample_span is None:
            continue
        keys = _keys(declared.sample, group.name)
        lower_keys = {key.lower() for key in keys}
        without_row = tuple(key for key in keys if key.lower() not in names)
        absent = tuple(
            row.name
            for row in declared.properties
            if not declared.omits_keys
            and not row.facts.inherited_from
            and row.name.lower() not in lower_keys
            and not row.name.startswith("@")
        )
        if keys and (without_row or absent):
            yield SampleDifference(
                path=part.path,
                span=declared.sample_span,
                without_row=without_row,
                absent=absent,
            )


def different_samples(
    types: Mapping[QualifiedName, StructuredType],
    differences: Mapping[QualifiedName, Sequence[SampleDifference]],
) -> Iterator[Diagnostic]:
    """Report the samples with keys that have no row, and those that lack properties.

    `differences` are those of the samples of each type from its own rows.
    """
    for name, found in differences.items():
        lineage = tuple(_lineage(types, name)) if found else ()
        if not any(one.open for one in lineage):
            for one in found:
                yield from _different_sample(one, lineage)


def _lineage(
    types: Mapping[QualifiedName, StructuredType], name: QualifiedName
) -> Iterator[StructuredType]:
    seen: set[QualifiedName] = set()
    current: QualifiedName | None = name
    while current is not None and current in types and current not in seen:
        seen.add(current)
        yield types[current]
        current = types[current].base_type


def _different_sample(
    one: SampleDifference, lineage: Iterable[StructuredType]
) -> Iterator[Diagnostic]:
    """Report the sample of a part, unless the type or an ancestor in its `lineage` has the rows."""
    names = {row.name.lower() for type_ in lineage for row in type_.rows}
    without_row = [key for key in one.without_row if key.lower() not in names]
    parts = [
        (
            f"the sample has {quote_all(without_row, _MAX_SHOWN)}, which no row has"
            if without_row
            else ""
        ),
        (
            f"rows have {quote_all(one.absent, _MAX_SHOWN)}, which the sample lacks"
            if one.absent
            else ""
        ),
    ]
    message = "; ".join(part for part in parts if part)
    if message:
        advice = " and ".join(
            place
            for place, missing in (("table", without_row), ("sample", one.absent))
            if missing
        )
        advice = f"add what is missing to the {advice}"
        yield diagnostic(Code.DIFFERENT_SAMPLE, message, one.path, one.span, advice)


def _keys(sample: str, name: QualifiedName) -> tuple[str, ...]:
    """Return the keys of a sample without annotations; none if it is not one of this type."""
    content = msgspec.json.decode(sample, type=dict[str, msgspec.Raw])
    written = bytes(content.get(_TYPE_KEY, msgspec.Raw(b""))).decode().strip('"#')
    is_other = written != "" and written.lower() != name.lower()
    if _RESPONSE_KEY in content or is_other:
        return ()
    return tuple(key for key in content if "@" not in key)
