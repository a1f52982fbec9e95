"""Structured types: the groups of a page set in, types with bases, kinds and inherited rows out."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from docgen.diagnostics import Result
from docgen.resolve.ancestry import contradicted_ancestry
from docgen.resolve.bases import bases
from docgen.resolve.hierarchy import in_hierarchy
from docgen.resolve.inheritance import with_inheritance
from docgen.resolve.naming import Naming
from docgen.resolve.parts import StructuredGroup
from docgen.resolve.structured import united_type
from docgen.schema.model import StructuredType


def structured_types(
    naming: Naming,
    groups: Sequence[StructuredGroup],
    paths: Mapping[str, str],
    entity_base: str,
) -> Result[tuple[StructuredType, ...]]:
    """Unite, place in the hierarchy and settle the structured types of a page set."""
    found = bases(naming, groups)
    above = {name: base.name for name, base in found.value.items() if base.name}
    with_bases = replace(naming, bases=above)
    united = [united_type(with_bases, group, paths) for group in groups]
    types = [one.value for one in united]
    placed = in_hierarchy(types, found.value, entity_base)
    by_name = {group.name: group for group in groups}
    settled = with_inheritance(placed.value, by_name)
    names = {one.name: one for one in settled.value}
    reported = (
        *(reported for one in united for reported in one.diagnostics),
        *found.diagnostics,
        *placed.diagnostics,
        *settled.diagnostics,
        *contradicted_ancestry(naming.index, names, by_name),
    )
    return Result(settled.value, reported)
