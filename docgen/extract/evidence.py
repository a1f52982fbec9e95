"""Evidence: a chapter in, all that tells which type it declares out."""

from msgspec import Struct
from msgspec.structs import replace

from docgen.diagnostics import Result
from docgen.extract.annotation import (
    ResourceAnnotation,
    read_annotations,
    resource_annotation,
)
from docgen.extract.chapters import Chapter, type_title
from docgen.extract.findings import parted
from docgen.extract.headers import TITLES, TableKind, normal
from docgen.extract.identity import Identity, chapter_namespace, identity
from docgen.extract.sample import Sample, sample, sample_name_findings
from docgen.extract.tables import TypeTable, title, type_tables
from docgen.markdown.page import Page
from docgen.schema.names import is_identifier

_OF_STRUCTURED = frozenset(
    {TableKind.PROPERTIES, TableKind.RELATIONSHIPS, TableKind.METHODS}
)
_OF_REQUESTS = frozenset({"request", "response"})


class Evidence(Struct, frozen=True, kw_only=True):
    """What a chapter has to show; `named` is `None` where it declares no type of its own."""

    page: Page
    chapter: Chapter
    blocks: frozenset[str]
    annotation: ResourceAnnotation | None
    sample: Sample | None
    tables: tuple[TypeTable, ...]
    namespace: str
    is_enum: bool
    named: Identity | None = None

    @property
    def is_about_requests(self) -> bool:
        """The chapter shows requests or responses, as api pages do."""
        return not _OF_REQUESTS.isdisjoint(self.blocks)


def evidence(page: Page, stated: str, chapter: Chapter) -> Result[Evidence]:
    """Gather what a chapter has to show; `stated` is the namespace of the page."""
    tables = type_tables(chapter)
    annotations = read_annotations(chapter.sections)
    annotation = resource_annotation(annotations)
    samples = parted(sample(page.path, chapter.sections, annotation))
    found = Evidence(
        page=page,
        chapter=chapter,
        blocks=frozenset(one.block_type for one in annotations),
        annotation=annotation,
        sample=next(iter(samples.value), None),
        tables=tables,
        namespace=chapter_namespace(chapter, stated),
        is_enum=_is_enum(chapter, tables),
    )
    reported = sample_name_findings(page, found.sample, annotation)
    return Result(_with_name(found), (*samples.diagnostics, *reported))


def _is_enum(chapter: Chapter, tables: tuple[TypeTable, ...]) -> bool:
    """Return whether the heading says so, or there are members and nothing of a resource."""
    heading = type_title(chapter.title)
    has_members = any(are_own_members(table) for table in tables)
    is_structured = any(table.kind in _OF_STRUCTURED for table in tables)
    return bool(heading and heading.is_enum) or (has_members and not is_structured)


def are_own_members(table: TypeTable) -> bool:
    """Return whether a table lists the members of the type that the page is about."""
    is_titled = normal(title(table.section)) in TITLES
    return table.kind == TableKind.MEMBERS and is_titled


def _with_name(found: Evidence) -> Evidence:
    if not _declares(found):
        return found
    name = found.sample.name if found.sample else None
    named = identity(
        found.page.path, found.chapter, found.namespace, found.annotation, name
    )
    return replace(found, named=named)


def _declares(found: Evidence) -> bool:
    """Return whether a chapter is about a type: by annotation, heading or tables (pages, 1)."""
    if found.annotation and found.annotation.is_resource:
        return True
    has_properties = any(table.kind == TableKind.PROPERTIES for table in found.tables)
    if type_title(found.chapter.title):
        return has_properties or not found.is_about_requests
    is_named = found.annotation is not None or is_identifier(
        found.chapter.title.strip()
    )
    return has_properties and is_named
