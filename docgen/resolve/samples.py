"""Samples: compare the sample of each type with its rows, in both directions.

Every key of a sample should have a row on the pages of the type or of an ancestor, and every
property on a page should be in its sample. Properties of open types need no row.
"""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from docgen.diagnostics import Code, Diagnostic, diagnostic, quote
from docgen.resolve.type_parts import StructuredGroup, StructuredPart
from docgen.schema.model import QualifiedName, StructuredType

_MAX_SHOWN = 5
_TYPE_KEY, _RESPONSE_KEY = "@odata.type", "@odata.context"


def different_samples(
    types: Mapping[QualifiedName, StructuredType], groups: Sequence[StructuredGroup]
) -> Iterator[Diagnostic]:
    """Report the samples with keys that have no row, and those that lack properties."""
    for group in groups:
        lineage = tuple(_lineage(types, group.name))
        if any(one.open for one in lineage):
            continue
        rows = {
            row.name.lower()
            for one in lineage
            for row in (*one.properties, *one.navigation_properties)
        }
        for part in group.parts:
            yield from _different_sample(group.name, part, rows)


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
    name: QualifiedName, part: StructuredPart, rows: set[str]
) -> Iterator[Diagnostic]:
    declared = part.declaration
    if declared.sample is None or declared.sample_span is None:
        return
    keys = _keys(declared.sample, name)
    if not keys:
        return
    lower_keys = {key.lower() for key in keys}
    without_row = [key for key in keys if key.lower() not in rows]
    properties = [row for row in declared.properties if not row.facts.inherited_from]
    absent = [row.name for row in properties if row.name.lower() not in lower_keys]
    absent = [row for row in absent if not row.startswith("@")]
    parts = [
        (
            f"the sample has {_names(without_row)}, which no row has"
            if without_row
            else ""
        ),
        f"rows have {_names(absent)}, which the sample lacks" if absent else "",
    ]
    message = "; ".join(part for part in parts if part)
    if message:
        advice = "add the rows, or the keys of the sample"
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


def _names(names: Sequence[str]) -> str:
    shown = ", ".join(map(quote, names[:_MAX_SHOWN]))
    return (
        f"{shown} and {len(names) - _MAX_SHOWN} more" if names[_MAX_SHOWN:] else shown
    )
