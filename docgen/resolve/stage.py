"""The passes of resolve in their order; the order of the given pages makes no difference."""

from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter
from typing import TypeAlias

from msgspec import Raw, Struct

from docgen.diagnostics import Result, sort_diagnostics
from docgen.extract.declarations import (
    Declarations,
    DeclaredTypes,
    StructuredDeclaration,
)
from docgen.resolve.api.stage import EachPage, api_operations, each_page
from docgen.resolve.broken_links import (
    EachPageOfLinks,
    broken_links,
    each_page_of_links,
    joined_with_types,
)
from docgen.resolve.enum_sections import resolve_enum_sections
from docgen.resolve.enums import (
    flag_enums,
    listed_enums,
    merged_enum,
    undeclared_values,
    value_lists,
)
from docgen.resolve.redeclared import without_copied_names
from docgen.resolve.references import (
    DeclaredName,
    NameContext,
    NameIndex,
    name_index,
    with_declared,
)
from docgen.resolve.samples import with_rows_of_tables
from docgen.resolve.structured import EachGroup, each_group, structured_types
from docgen.resolve.type_parts import (
    EnumPart,
    StructuredPart,
    grouped_by_type,
    type_parts,
)
from docgen.schema.model import (
    EnumType,
    PageEntry,
    QualifiedName,
    Schema,
    StructuredType,
    Type,
)
from docgen.schema.names import root_namespace, short_name
from docgen.similar_names import names_by_length


class ResolvedTypes(Struct, frozen=True, kw_only=True):
    """The types that pages declare, in no particular order."""

    structured: tuple[StructuredType, ...]
    enums: tuple[EnumType, ...]


class EncodedTypes(Struct, frozen=True, kw_only=True):
    """The same as `ResolvedTypes`, with each type encoded."""

    structured: tuple[Raw, ...]
    enums: tuple[Raw, ...]


def resolve_types(
    entity_base: str, each: EachGroup, *pages: Declarations
) -> Result[ResolvedTypes]:
    """Return the types that pages, sorted by path, declare; links of pages are not used."""
    named = without_copied_names(
        [
            DeclaredTypes(
                path=one.path, types=one.types, digest=one.encoded_types.digest
            )
            for one in pages
            if one.encoded_types
        ]
    )
    paths = _by_lower_case(pages)
    parts = type_parts(named.value, StructuredDeclaration)
    groups = tuple(map(with_rows_of_tables, grouped_by_type(parts)))
    structured_names = frozenset(group.name.lower() for group in groups)
    enum_parts = resolve_enum_sections(named.value, parts, structured_names)
    names = tuple(_declared_names(parts, enum_parts.value))
    lists = value_lists(parts)
    root = root_namespace(entity_base)
    index = name_index(names, root)
    listed = listed_enums(index, lists)
    context = _name_context(index, listed)
    structured = structured_types(context, groups, paths, entity_base, each)
    flags = flag_enums(index, lists)
    merged = [merged_enum(group, flags) for group in grouped_by_type(enum_parts.value)]
    enums = (*(enum.value for enum in merged), *listed)
    diagnostics = (
        *named.diagnostics,
        *enum_parts.diagnostics,
        *structured.diagnostics,
        *(diagnostic for enum in merged for diagnostic in enum.diagnostics),
        *undeclared_values(context.name_index, lists, enums),
    )
    return Result(ResolvedTypes(structured=structured.value, enums=enums), diagnostics)


ResolveTypes: TypeAlias = Callable[[str, Sequence[Declarations]], Result[ResolvedTypes]]
"""A function that resolves types, or returns the result of an earlier run."""


def types_of(entity_base: str, pages: Sequence[Declarations]) -> Result[ResolvedTypes]:
    """Resolve the types of pages that are sorted by path."""
    return resolve_types(entity_base, each_group, *pages)


def resolve(
    declarations: Sequence[Declarations],
    entity_base: str,
    *,
    is_whole: bool,
    with_examples: bool = True,
    types_of: ResolveTypes = types_of,
    each_api_page: EachPage = each_page,
    each_page_of_links: EachPageOfLinks = each_page_of_links,
) -> Result[Schema]:
    """Return the schema that pages declare (product, 5).

    `entity_base` is the name of the base type of entity types whose page declares none, empty for
    no base type. `is_whole` means that the page set is complete, so that links can be checked.
    Generated files need no operations `with_examples`. `types_of` and `each_page_of_links` are
    caches of the functions of these names, `each_api_page` one of `each_page`.
    """
    pages = sorted(declarations, key=lambda page: page.path)
    found = types_of(entity_base, pages)
    types: tuple[Type, ...] = (*found.value.structured, *found.value.enums)
    root = root_namespace(entity_base)
    operations = api_operations(
        pages,
        types,
        root,
        is_whole=is_whole,
        with_examples=with_examples,
        each=each_api_page,
    )
    schema = Schema(
        types=tuple(sorted(types, key=attrgetter("name"))),
        pages=_entries(pages, types),
        operations=operations.value,
    )
    links = broken_links(pages, each_page_of_links) if is_whole else ()
    reported = joined_with_types((*found.diagnostics, *operations.diagnostics), links)
    return Result(schema, sort_diagnostics(reported))


def _by_lower_case(pages: Sequence[Declarations]) -> dict[str, str]:
    return {page.path.lower(): page.path for page in pages}


def _declared_names(
    parts: Sequence[StructuredPart], enums: Sequence[EnumPart]
) -> Iterator[DeclaredName]:
    for part in parts:
        yield DeclaredName(name=part.name, path=part.path)
    for enum in enums:
        anchor = enum.declaration.anchor
        yield DeclaredName(name=enum.name, path=enum.path, anchor=anchor)


def _name_context(index: NameIndex, listed: Sequence[EnumType]) -> NameContext:
    # Listed enums have no page: with this anchor no link finds them.
    of_rows = (DeclaredName(name=enum.name, path="", anchor="-") for enum in listed)
    index = with_declared(index, of_rows)
    short_names = names_by_length(map(short_name, index.qualified.values()))
    return NameContext(name_index=index, short_names=short_names, bases={})


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
