"""Samples: compare the sample of each type with its rows, in both directions.

Every key of a sample should have a row on the pages of the type or of an ancestor, and every
property on a page should be in its sample. Properties of open types need no row. If no page of a
type has a properties table, the keys of the sample are its properties.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial

import msgspec
from msgspec.structs import replace

from docgen.diagnostics import Code, Diagnostic, diagnostic, quote_all
from docgen.resolve.type_parts import StructuredGroup, StructuredPart
from docgen.schema.model import QualifiedName, StructuredType

_MAX_SHOWN = 5
_TYPE_KEY, _RESPONSE_KEY = "@odata.type", "@odata.context"


def with_rows_of_tables(group: StructuredGroup) -> StructuredGroup:
    """Return a type without the properties of samples if another part has a properties table."""
    declared = [part.declaration for part in group.parts if part.declaration.properties]
    if all(one.has_sample_rows for one in declared):
        return group
    parts = (
        (
            replace(part, declaration=replace(part.declaration, properties=()))
            if part.declaration.has_sample_rows
            else part
        )
        for part in group.parts
    )
    return replace(group, parts=tuple(parts))


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


def different_samples(
    types: Mapping[QualifiedName, StructuredType], groups: Sequence[StructuredGroup]
) -> Iterator[Diagnostic]:
    """Report the samples with keys that have no row, and those that lack properties."""
    names_of = cache(partial(_lower_names, types))
    for group in groups:
        samples = [(part, _sample_keys(group.name, part)) for part in group.parts]
        if not any(keys for _, keys in samples):
            continue
        lineage = tuple(_lineage(types, group.name))
        if any(one.open for one in lineage):
            continue
        names = [names_of(one.name) for one in lineage]
        for part, keys in samples:
            if keys:
                yield from _different_sample(part, keys, names)


def _lower_names(
    types: Mapping[QualifiedName, StructuredType], name: QualifiedName
) -> frozenset[str]:
    return frozenset(row.name.lower() for row in types[name].rows)


def _lineage(
    types: Mapping[QualifiedName, StructuredType], name: QualifiedName
) -> Iterator[StructuredType]:
    seen: set[QualifiedName] = set()
    current: QualifiedName | None = name
    while current is not None and current in types and current not in seen:
        seen.add(current)
        yield types[current]
        current = types[current].base_type


def _sample_keys(name: QualifiedName, part: StructuredPart) -> tuple[str, ...]:
    """Return the keys of the sample of a part; none without one."""
    declared = part.declaration
    if declared.sample is None or declared.sample_span is None:
        return ()
    return _keys(declared.sample, name)


def _different_sample(
    part: StructuredPart, keys: Sequence[str], rows: Sequence[frozenset[str]]
) -> Iterator[Diagnostic]:
    """Report the sample of a part; `rows` are the names of a type and its ancestors."""
    declared = part.declaration
    lower_keys = {key.lower() for key in keys}
    undeclared = lower_keys.difference(*rows)
    without_row = [key for key in keys if key.lower() in undeclared]
    properties = [row for row in declared.properties if not row.facts.inherited_from]
    absent = [row.name for row in properties if row.name.lower() not in lower_keys]
    absent = [row for row in absent if not row.startswith("@")]
    parts = [
        (
            f"the sample has {quote_all(without_row, _MAX_SHOWN)}, which no row has"
            if without_row
            else ""
        ),
        (
            f"rows have {quote_all(absent, _MAX_SHOWN)}, which the sample lacks"
            if absent
            else ""
        ),
    ]
    message = "; ".join(part for part in parts if part)
    if message and declared.sample_span:
        advice = " and ".join(
            place
            for place, names in (("table", without_row), ("sample", absent))
            if names
        )
        advice = f"add what is missing to the {advice}"
        span = declared.sample_span
        yield diagnostic(Code.DIFFERENT_SAMPLE, message, part.path, span, advice)


def _keys(sample: str, name: QualifiedName) -> tuple[str, ...]:
    """Return the keys of a sample without annotations; none if it is not one of this type."""
    content = msgspec.json.decode(sample, type=dict[str, msgspec.Raw])
    written = bytes(content.get(_TYPE_KEY, msgspec.Raw(b""))).decode().strip('"#')
    is_other = written != "" and written.lower() != name.lower()
    if _RESPONSE_KEY in content or is_other:
        return ()
    return tuple(key for key in content if "@" not in key)
