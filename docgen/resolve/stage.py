"""The stage itself: the passes of resolve, in their order.

The order in which pages are given makes no difference.
"""

from collections.abc import Iterator, Sequence

from docgen.diagnostics import Result, sort_diagnostics
from docgen.extract.declarations import Declarations
from docgen.resolve.broken_links import broken_links
from docgen.resolve.enum_sections import (
    settled_enums,
    without_mislabelled,
    without_structured,
)
from docgen.resolve.enums import (
    contradicted_values,
    listed_enums,
    listings,
    united_enum,
)
from docgen.resolve.references import Declared, Naming, name_index
from docgen.resolve.similar_names import shelves
from docgen.resolve.structured import structured_types
from docgen.resolve.type_parts import (
    EnumPart,
    StructuredGroup,
    StructuredPart,
    declared_name,
    enum_groups,
    structured_groups,
    structured_parts,
)
from docgen.schema.model import (
    EnumType,
    PageEntry,
    QualifiedName,
    Schema,
    Type,
)
from docgen.schema.names import short_name


def resolve(
    declarations: Sequence[Declarations], entity_base: str, *, is_whole: bool
) -> Result[Schema]:
    """Make one schema of what all pages declare (product, 5).

    `entity_base` is the name of the base of entity types for which nothing tells one, empty for
    none. `is_whole` says that the pages are all there are, so that links can be checked.
    """
    pages = sorted(declarations, key=lambda page: page.path)
    paths = {page.path.lower(): page.path for page in pages}
    parts = structured_parts(pages)
    groups = structured_groups(parts)
    enums = _enums(pages, parts, groups)
    known = tuple(_declared(parts, enums.value))
    listing = listings(parts)
    listed = listed_enums(name_index(known), listing)
    naming = _naming(known, listed)
    structured = structured_types(naming, groups, paths, entity_base)
    united = [united_enum(group) for group in enum_groups(enums.value)]
    types: tuple[Type, ...] = (
        *structured.value,
        *(enum.value for enum in united),
        *listed,
    )
    values = contradicted_values(naming.name_index, listing, types)
    reported = (*enums.diagnostics, *structured.diagnostics, *values)
    schema = Schema(
        types=tuple(sorted(types, key=lambda one: one.name)),
        pages=_entries(pages, types),
    )
    of_enums = (d for enum in united for d in enum.diagnostics)
    of_links = broken_links(pages, paths) if is_whole else ()
    return Result(schema, sort_diagnostics((*reported, *of_enums, *of_links)))


def _enums(
    pages: Sequence[Declarations],
    parts: Sequence[StructuredPart],
    groups: Sequence[StructuredGroup],
) -> Result[tuple[EnumPart, ...]]:
    settled = settled_enums(pages)
    sound = without_mislabelled(settled.value, parts)
    names = frozenset(group.name.lower() for group in groups)
    kept = without_structured(sound.value, names)
    reported = (*settled.diagnostics, *sound.diagnostics, *kept.diagnostics)
    return Result(kept.value, reported)


def _declared(
    parts: Sequence[StructuredPart], enums: Sequence[EnumPart]
) -> Iterator[Declared]:
    for part in parts:
        yield Declared(name=declared_name(part), path=part.path)
    for enum in enums:
        anchor = enum.declaration.anchor
        yield Declared(name=declared_name(enum), path=enum.path, anchor=anchor)


def _naming(known: Sequence[Declared], listed: Sequence[EnumType]) -> Naming:
    of_rows = (Declared(name=enum.name, path="", anchor="-") for enum in listed)
    full = name_index((*known, *of_rows))
    near = shelves(map(short_name, full.qualified.values()))
    return Naming(name_index=full, near=near, bases={})


def _entries(
    pages: Sequence[Declarations], types: Sequence[Type]
) -> tuple[PageEntry, ...]:
    declared: dict[str, set[QualifiedName]] = {}
    for one in types:
        for source in one.sources:
            declared.setdefault(source.path, set()).add(one.name)
    return tuple(
        PageEntry(path=page.path, types=tuple(sorted(declared.get(page.path, ()))))
        for page in pages
    )
