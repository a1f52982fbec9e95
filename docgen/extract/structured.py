"""Entity and complex types: a chapter and its tables in, a structured declaration out."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from docgen.diagnostics import Code, Diagnostic, diagnostic
from docgen.extract.annotation import ResourceAnnotation
from docgen.extract.chapters import Chapter
from docgen.extract.declarations import (
    BaseDeclaration,
    RowDeclaration,
    StructuredDeclaration,
)
from docgen.extract.derived_types import derived_types
from docgen.extract.findings import parted
from docgen.extract.headers import TableKind
from docgen.extract.identity import Identity
from docgen.extract.operations import operations
from docgen.extract.prose import lead_description
from docgen.extract.rows import rows
from docgen.extract.sample import Sample, sample_findings
from docgen.extract.stated_base import stated_base
from docgen.extract.tables import TypeTable
from docgen.extract.traits import (
    says_abstract,
    says_deprecated,
    says_open,
)
from docgen.extract.type_expression import TypeName
from docgen.schema.model import WireName
from docgen.source import Span

T = TypeVar("T")


def structured(
    path: str,
    named: Identity,
    chapter: Chapter,
    tables: tuple[TypeTable, ...],
    annotation: ResourceAnnotation | None,
    sample: Sample | None,
) -> Iterator[StructuredDeclaration | Diagnostic]:
    """Return the type that a chapter declares, with all that its tables say."""
    own = parted(_found(path, tables, TableKind.PROPERTIES, rows))
    other = parted(_found(path, tables, TableKind.RELATIONSHIPS, rows))
    methods = parted(_found(path, tables, TableKind.METHODS, operations))
    yield from (*own.diagnostics, *other.diagnostics, *methods.diagnostics)
    yield from sample_findings(path, sample, own.value)
    yield from _annotation_findings(path, annotation)
    lead = chapter.sections[0]
    yield StructuredDeclaration(
        namespace=named.namespace,
        name=named.name,
        span=named.span,
        base=_base(annotation, stated_base(chapter, named.name)),
        derived=derived_types(chapter),
        abstract=says_abstract(lead, named.name)
        or bool(annotation and annotation.abstract),
        open=says_open(lead) or bool(annotation and annotation.open),
        key=_key(annotation, own.value),
        key_span=annotation.span if annotation else named.span,
        description=lead_description(lead),
        deprecated=says_deprecated(lead),
        annotation=annotation.json if annotation else None,
        sample=sample.json if sample else None,
        properties=own.value,
        navigation_properties=other.value,
        operations=methods.value,
    )


def _found(
    path: str,
    tables: Iterable[TypeTable],
    kind: TableKind,
    read: Callable[[str, TypeTable], Iterator[T | Diagnostic]],
) -> Iterator[T | Diagnostic]:
    """Read every table of a kind."""
    for table in tables:
        if table.kind == kind:
            yield from read(path, table)


def _annotation_findings(
    path: str, annotation: ResourceAnnotation | None
) -> Iterator[Diagnostic]:
    if annotation and annotation.base == "":
        span = _place(annotation, "baseType")
        message = "`baseType` is empty, so the type has no base type"
        advice = "name the base type, or remove `baseType`"
        yield diagnostic(Code.EMPTY_BASE_TYPE, message, path, span, advice)


def _base(
    annotation: ResourceAnnotation | None, prose: TypeName | None
) -> BaseDeclaration:
    if annotation is None or annotation.base is None:
        return BaseDeclaration(prose=prose)
    if not annotation.base:
        return BaseDeclaration(prose=prose, is_none=True)
    span = _place(annotation, "baseType")
    return BaseDeclaration(
        prose=prose, annotation=TypeName(text=annotation.base, span=span)
    )


def _place(annotation: ResourceAnnotation, key: str) -> Span:
    return annotation.places.get(key, annotation.span)


def _key(
    annotation: ResourceAnnotation | None, found: tuple[RowDeclaration, ...]
) -> tuple[WireName, ...]:
    """Return the key as the annotation or the rows name it, in the spelling of the rows."""
    if annotation and annotation.keys:
        spellings = {row.name.lower(): row.name for row in found}
        return tuple(spellings.get(key.lower(), key) for key in annotation.keys)
    return tuple(row.name for row in found if row.facts.is_key)
