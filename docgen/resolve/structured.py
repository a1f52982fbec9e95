"""Structured types: merge the parts of each, then set bases, kinds, keys and inherited rows."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic, quote
from docgen.extract.type_tables import RowDeclaration
from docgen.resolve.bases import resolve_bases
from docgen.resolve.hierarchy import with_bases_and_kinds
from docgen.resolve.inheritance import contradicted_inheritance, with_inheritance
from docgen.resolve.operations import merged_operations
from docgen.resolve.references import Bases, NameContext, resolve_type
from docgen.resolve.samples import (
    SampleDifference,
    different_samples,
    properties_of_samples,
    sample_differences,
)
from docgen.resolve.type_parts import (
    StructuredGroup,
    StructuredPart,
    duplicate_rows,
    elsewhere,
    marked_rows,
    misspelled_parts,
)
from docgen.schema.edm import EDM_STRING, TYPE_NOUNS, UNTYPED
from docgen.schema.model import (
    Property,
    Source,
    StructuredType,
    TypeReference,
    WireName,
    page_type,
    source_of,
)

T = TypeVar("T")


class _Row(Struct, frozen=True, kw_only=True):
    """A row, its page, and what its type cell refers to.

    `is_repeated` means that the page repeats the type of another one.
    """

    path: str
    row: RowDeclaration
    type: TypeReference
    diagnostics: tuple[Diagnostic, ...]
    is_repeated: bool = False

    @property
    def source(self) -> Source:
        """The position of the name."""
        return source_of(self.path, self.row.name_span)


Shared: TypeAlias = tuple[NameContext, Mapping[str, str]]
"""The arguments of `merged_type` that are the same for all types."""


class MergedType(Struct, frozen=True, array_like=True):
    """A type without base, kind and inherited rows, and how its samples differ from its rows."""

    type: StructuredType
    samples: tuple[SampleDifference, ...]


MergeType: TypeAlias = Callable[
    [NameContext, Mapping[str, str], Bases, StructuredGroup], Result[MergedType]
]

EachGroup: TypeAlias = Callable[
    [MergeType, Shared, Bases, Sequence[StructuredGroup]], list[Result[MergedType]]
]
"""A function that merges each group, or returns the results of an earlier run."""


def each_group(
    merge: MergeType, shared: Shared, bases: Bases, groups: Sequence[StructuredGroup]
) -> list[Result[MergedType]]:
    """Merge each group."""
    return [merge(*shared, bases, group) for group in groups]


def structured_types(
    context: NameContext,
    groups: Sequence[StructuredGroup],
    paths: Mapping[str, str],
    entity_base: str,
    each: EachGroup,
) -> Result[tuple[StructuredType, ...]]:
    """Return the structured types of a page set; `paths` are those of pages by lower-case form.

    `each` is `each_group`, or a cache of it.
    """
    marked = marked_rows(groups)
    bases = resolve_bases(context, groups, marked)
    base_names = {name: base.name for name, base in bases.value.items() if base.name}
    merged = each(merged_type, (context, paths), base_names, groups)
    types = [one.value.type for one in merged]
    samples = {one.value.type.name: one.value.samples for one in merged}
    by_name = {group.name: group for group in groups}
    ordered = with_bases_and_kinds(types, by_name, bases.value, entity_base)
    inherited = with_inheritance(ordered.value, by_name)
    found = {one.name: one for one in inherited.value}
    diagnostics = (
        *(diagnostic for one in merged for diagnostic in one.diagnostics),
        *bases.diagnostics,
        *ordered.diagnostics,
        *inherited.diagnostics,
        *contradicted_inheritance(context.name_index, found, marked),
        *different_samples(found, samples),
    )
    return Result(inherited.value, diagnostics)


def merged_type(
    context: NameContext,
    paths: Mapping[str, str],
    bases: Bases,
    group: StructuredGroup,
) -> Result[MergedType]:
    """Merge what pages declare of one type, without bases, kind and inherited rows.

    `bases` are the declared base types, which cells with several types depend on.
    """
    context = replace(context, bases=bases)
    properties, navigation = _merged_tables(context, group)
    operations = merged_operations(context, group.parts, paths)
    declarations = [part.declaration for part in group.parts]
    about = [d for d in declarations if not d.evidence.has_requests] or declarations
    merged = StructuredType(
        kind="complex",
        name=group.name,
        abstract=any(d.abstract for d in declarations),
        open=any(d.open for d in declarations),
        key=next((d.key for d in declarations if d.key), ()),
        description=next((d.description for d in about if d.description), None),
        deprecated=declarations[0].deprecated,
        sources=tuple(dict.fromkeys(part.source for part in group.parts)),
        annotation=next((d.annotation for d in declarations if d.annotation), None),
        sample=next((d.sample for d in declarations if d.sample), None),
        properties=properties.value,
        navigation_properties=navigation.value,
        operations=operations.value,
    )
    of_rows = (*properties.diagnostics, *navigation.diagnostics)
    of_parts = (
        *_different_keys(group),
        *misspelled_parts(group),
        *properties_of_samples(group),
    )
    samples = tuple(sample_differences(group, merged.rows))
    diagnostics = (*of_rows, *operations.diagnostics, *of_parts)
    return Result(MergedType(merged, samples), diagnostics)


def _merged_tables(
    context: NameContext, group: StructuredGroup
) -> tuple[Result[tuple[Property, ...]], Result[tuple[Property, ...]]]:
    """Merge properties and navigation properties; a row of both tables is the latter."""
    rows = [
        _resolved(context, part, row)
        for part in group.parts
        for row in part.declaration.properties
    ]
    navigation = [
        _resolved(context, part, row)
        for part in group.parts
        for row in part.declaration.navigation_properties
    ]
    names = {one.row.name for one in navigation}
    both = [one for one in rows if one.row.name in names]
    properties = [one for one in rows if one.row.name not in names]
    return _merged_rows(properties), _merged_rows([*navigation, *both])


def _resolved(context: NameContext, part: StructuredPart, row: RowDeclaration) -> _Row:
    found = resolve_type(context, part.path, part.declaration.namespace, row.type)
    is_untyped = row.type is not None and found.value.name == UNTYPED
    word = row.type.name.text.lower() if row.type and is_untyped else ""
    word = word.removeprefix("edm.")
    named, diagnostics = found.value, found.diagnostics
    if word in TYPE_NOUNS and row.facts.values:
        named = replace(named, name=EDM_STRING)
    elif word in TYPE_NOUNS:
        diagnostics = (_unnamed_type(part.path, row),)
    return _Row(
        path=part.path,
        row=row,
        type=named,
        diagnostics=diagnostics,
        is_repeated=part.declaration.is_repeated,
    )


def _unnamed_type(path: str, row: RowDeclaration) -> Diagnostic:
    """Report a type cell such as `Enum` or `Class`."""
    word = quote(row.type.name.text if row.type else "")
    message = f"{word} names no type; the type of `{row.name}` is unknown"
    advice = "write the name of the type"
    return diagnostic(Code.UNRESOLVED_TYPE, message, path, row.type_span, advice)


def _different_keys(group: StructuredGroup) -> Iterator[Diagnostic]:
    """Report parts whose key is not that of the first part with a key."""
    first, *others = [p for p in group.parts if p.declaration.key] or group.parts[:1]
    for part in others:
        is_compared = not part.declaration.is_repeated
        if is_compared and part.declaration.key != first.declaration.key:
            key = quote(", ".join(part.declaration.key))
            used = quote(", ".join(first.declaration.key))
            source = source_of(first.path, first.declaration.key_span)
            message = (
                f"key is {key} here, but {used} {elsewhere(part.path, source)}; "
                f"using {used}"
            )
            advice = "use the same key in both places"
            span = part.declaration.key_span
            yield diagnostic(Code.CONTRADICTION, message, part.path, span, advice)


def _merged_rows(rows: Iterable[_Row]) -> Result[tuple[Property, ...]]:
    """Merge the rows by name, in the order of the first row of each name."""
    groups: dict[WireName, list[_Row]] = {}
    for row in rows:
        groups.setdefault(row.row.name, []).append(row)
    diagnostics = (one for group in groups.values() for one in _diagnostics(group))
    properties = tuple(map(_property, groups.values()))
    return Result(properties, tuple(diagnostics))


def _property(group: Sequence[_Row]) -> Property:
    if len(group) == 1:
        return _property_of_row(group[0])
    facts = [one.row.facts for one in group]
    sources = tuple(dict.fromkeys(one.source for one in group))
    return Property(
        name=group[0].row.name,
        type=_row_with_type(group).type,
        source=sources[0],
        sources=sources if len(sources) > 1 else (),
        description=_first(one.row.description for one in group),
        nullable=_first(f.nullable for f in facts),
        read_only=_first(f.read_only for f in facts),
        required=_first(f.required for f in facts),
        is_key=_first(f.is_key for f in facts),
        values=next((f.values for f in facts if f.values), ()),
        default=_first(f.default for f in facts),
        deprecated=_first(f.deprecated for f in facts),
        returned_on_select=_first(f.returned_on_select for f in facts),
        filter=next((f.filter for f in facts if f.filter), ()),
    )


def _property_of_row(one: _Row) -> Property:
    row, facts = one.row, one.row.facts
    return Property(
        name=row.name,
        type=one.type,
        source=one.source,
        description=row.description,
        nullable=facts.nullable,
        read_only=facts.read_only,
        required=facts.required,
        is_key=facts.is_key,
        values=facts.values,
        default=facts.default,
        deprecated=facts.deprecated,
        returned_on_select=facts.returned_on_select,
        filter=facts.filter,
    )


def _first(values: Iterable[T | None]) -> T | None:
    return next((value for value in values if value is not None), None)


def _row_with_type(group: Sequence[_Row]) -> _Row:
    """Return the first row with a declared type, or else with any type, or else the first."""
    typed = [one for one in group if one.row.type]
    declared = (one for one in typed if one.type.is_declared)
    return next(declared, typed[0] if typed else group[0])


def _diagnostics(group: Sequence[_Row]) -> Iterator[Diagnostic]:
    """Report types, duplicate rows of the name, and rows with different types."""
    if len(group) == 1:
        yield from group[0].diagnostics
        return
    used = _row_with_type(group)
    yield from duplicate_rows(
        (f"`{one.row.name}`", one.source, one.row.zone) for one in group
    )
    for one in group:
        yield from one.diagnostics
        if one.row.type and one.type != used.type and not one.is_repeated:
            yield _conflicting_type(one, used)


def _conflicting_type(one: _Row, used: _Row) -> Diagnostic:
    type_ = page_type(used.type)
    message = (
        f"`{one.row.name}` is `{page_type(one.type)}` here, but `{type_}` "
        f"{elsewhere(one.path, used.source)}; using `{type_}`"
    )
    advice = "use the same type in both rows"
    return diagnostic(Code.CONTRADICTION, message, one.path, one.row.type_span, advice)
