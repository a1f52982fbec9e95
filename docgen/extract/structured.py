"""Declare an entity or complex type: the content of a chapter in, a declaration out."""

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic, result_of
from docgen.extract.annotation import ResourceAnnotation
from docgen.extract.chapter_content import ChapterContent
from docgen.extract.declarations import (
    BaseDeclaration,
    ProseBase,
    StructuredDeclaration,
)
from docgen.extract.identity import Identity
from docgen.extract.prose import (
    described_kind,
    describes_abstract_type,
    describes_deprecated_type,
    describes_open_type,
    section_description,
)
from docgen.extract.prose_inheritance import derived_types, prose_base
from docgen.extract.rows import operation_rows, property_rows
from docgen.extract.sample import sample_findings
from docgen.extract.sample_rows import declared_by_sample
from docgen.extract.tables import TableKind, TypeTable, table_kind
from docgen.extract.type_expression import TypeName
from docgen.extract.type_tables import RowDeclaration, tables_of_rows
from docgen.regex import Regex
from docgen.schema.model import WireName

T = TypeVar("T")

_NO_PROPERTIES = Regex(
    r"\b(?:none|no|not|nothing|empty|inherit\w*)\b|n[\u2019']t\b", re.IGNORECASE
)
"""Words of a section which mean that the type has no properties of its own."""


def structured_type(
    content: ChapterContent, identity: Identity
) -> Iterator[StructuredDeclaration | Diagnostic]:
    """Return the type that a chapter declares, with its properties and operations."""
    properties = _rows(content, TableKind.PROPERTIES, property_rows)
    relationships = _rows(content, TableKind.RELATIONSHIPS, property_rows)
    operations = _rows(content, TableKind.METHODS, operation_rows)
    sample_rows: tuple[RowDeclaration, ...] = ()
    if content.sample and _is_declared_by_sample(content):
        sample_rows = tuple(declared_by_sample(content.sample, relationships.value))
        properties = Result(sample_rows)
    for parsed in (properties, relationships, operations):
        yield from parsed.diagnostics
    if not sample_rows:
        yield from sample_findings(content.path, content.sample, properties.value)
    chapter, annotation = content.chapter, content.annotation
    yield from _empty_base_type(content.path, annotation)
    lead = chapter.sections[0]
    yield StructuredDeclaration(
        namespace=identity.namespace,
        name=identity.name,
        span=identity.span,
        base=_base(
            annotation,
            prose_base(chapter, identity.name, is_translated=content.is_translated),
        ),
        derived=derived_types(chapter),
        described_kind=described_kind(lead, identity.name),
        abstract=describes_abstract_type(lead, identity.name)
        or bool(annotation and annotation.abstract),
        open=describes_open_type(lead) or bool(annotation and annotation.open),
        key=_key(annotation, properties.value),
        key_span=annotation.span if annotation else identity.span,
        description=section_description(lead),
        deprecated=describes_deprecated_type(lead),
        annotation=annotation.json if annotation else None,
        sample=content.sample.json if content.sample else None,
        tables=tables_of_rows(properties.value, relationships.value, operations.value),
        sample_span=content.sample.fence.span if content.sample else None,
        has_sample_rows=bool(sample_rows),
        omits_keys=content.sample is not None and content.sample.omits_keys,
    )


def _rows(
    content: ChapterContent,
    kind: TableKind,
    parse: Callable[[str, TypeTable], Iterator[T | Diagnostic]],
) -> Result[tuple[T, ...]]:
    """Parse the rows of all tables of a kind."""
    return result_of(
        finding
        for table in content.tables
        if table.kind == kind
        for finding in parse(content.path, table)
    )


def _is_declared_by_sample(content: ChapterContent) -> bool:
    """Return whether a closed type has a sample, but no rows of properties.

    A section that says that there are no properties is not contradicted by a sample.
    """
    annotation, sections = content.annotation, content.chapter.sections
    if annotation and (annotation.open or not annotation.is_resource):
        return False
    tables = (one for one in content.tables if one.kind == TableKind.PROPERTIES)
    if any(table.table.rows for table in tables) or describes_open_type(sections[0]):
        return False
    return not any(
        table_kind(section.title) == TableKind.PROPERTIES
        and _NO_PROPERTIES.search(section_description(section) or "")
        for section in sections
    )


def _empty_base_type(
    path: str, annotation: ResourceAnnotation | None
) -> Iterator[Diagnostic]:
    if annotation and annotation.base == "":
        message = "`baseType` is empty, so the type has no base type"
        advice = "name the base type, or remove `baseType`"
        yield diagnostic(
            Code.EMPTY_BASE_TYPE, message, path, annotation.base_span, advice
        )


def _base(
    annotation: ResourceAnnotation | None, prose: ProseBase | None
) -> BaseDeclaration:
    if annotation is None or annotation.base is None:
        return BaseDeclaration(prose=prose)
    if not annotation.base:
        return BaseDeclaration(prose=prose, is_none=True)
    name = TypeName(text=annotation.base, span=annotation.base_span)
    return BaseDeclaration(prose=prose, annotation=name)


def _key(
    annotation: ResourceAnnotation | None, rows: tuple[RowDeclaration, ...]
) -> tuple[WireName, ...]:
    """Return the key in the annotation, spelled as in the rows, or else the key rows."""
    if annotation and annotation.keys:
        spellings = {row.name.lower(): row.name for row in rows}
        return tuple(spellings.get(key.lower(), key) for key in annotation.keys)
    return tuple(dict.fromkeys(row.name for row in rows if row.facts.is_key))
