"""Collect what a chapter contains, and decide whether it declares a type."""

from msgspec import Struct
from msgspec.structs import replace

from docgen.diagnostics import Result, result_of
from docgen.extract.annotation import (
    HTTP_BLOCKS,
    ResourceAnnotation,
    parsed_annotations,
    resource_annotation,
)
from docgen.extract.chapters import (
    Chapter,
    named_type,
    type_title,
    type_title_among_words,
)
from docgen.extract.identity import Identity, chapter_namespace, type_identity
from docgen.extract.sample import Sample, sample
from docgen.extract.tables import (
    TableKind,
    TypeTable,
    table_kind,
    tables_of_enum,
    type_tables,
)
from docgen.extract.titles import normalized_title
from docgen.regex import Regex
from docgen.schema.names import is_identifier

_STRUCTURED = frozenset(
    {TableKind.PROPERTIES, TableKind.RELATIONSHIPS, TableKind.METHODS}
)

_REQUEST_TITLE = Regex(r"http requests?")


class ChapterContent(Struct, frozen=True, kw_only=True):
    """What a chapter of the page `path` contains.

    `block_types` are the values of `blockType` in its annotations, `namespace` is the default
    namespace of its types. `identity` is `None` if only enum sections can declare types.
    """

    path: str
    chapter: Chapter
    block_types: frozenset[str]
    annotation: ResourceAnnotation | None
    sample: Sample | None
    tables: tuple[TypeTable, ...]
    namespace: str
    is_enum: bool
    is_translated: bool
    identity: Identity | None = None

    @property
    def has_requests(self) -> bool:
        """The chapter shows requests or responses, as API pages do."""
        if not HTTP_BLOCKS.isdisjoint(self.block_types):
            return True
        titles = (one.title for one in self.chapter.sections)
        return any(map(_REQUEST_TITLE.fullmatch, map(normalized_title, titles)))


def chapter_content(
    path: str, page_namespace: str, chapter: Chapter, *, is_translated: bool = False
) -> Result[ChapterContent]:
    """Return what a chapter contains."""
    tables = type_tables(chapter)
    annotations = parsed_annotations(chapter.sections)
    title = named_type(chapter.title)
    if title and title.is_enum:
        tables = tables_of_enum(tables, chapter.sections[0])
    annotation = resource_annotation(annotations, title.name if title else "")
    samples = result_of(sample(path, chapter.sections, annotation))
    content = ChapterContent(
        path=path,
        chapter=chapter,
        block_types=frozenset(one.block_type for one in annotations),
        annotation=annotation,
        sample=next(iter(samples.value), None),
        tables=tables,
        namespace=chapter_namespace(chapter, page_namespace),
        is_enum=_is_enum(chapter, tables),
        is_translated=is_translated,
    )
    return Result(_with_identity(content), samples.diagnostics)


def _is_enum(chapter: Chapter, tables: tuple[TypeTable, ...]) -> bool:
    """Return whether the heading names an enum type, or the tables list only members."""
    title = named_type(chapter.title)
    kinds = {table.kind for table in tables}
    has_only_members = TableKind.MEMBERS in kinds and kinds.isdisjoint(_STRUCTURED)
    return bool(title and title.is_enum) or has_only_members


def _with_identity(content: ChapterContent) -> ChapterContent:
    if not _declares_type(content):
        return content
    identity = type_identity(
        content.path,
        content.chapter,
        content.namespace,
        content.annotation,
        content.sample.name if content.sample else None,
    )
    return replace(content, identity=identity)


def _declares_type(content: ChapterContent) -> bool:
    """Return whether the chapter declares a type by its annotation, heading or tables."""
    if content.annotation and content.annotation.is_resource:
        return True
    has_properties = any(one.kind == TableKind.PROPERTIES for one in content.tables)
    title = content.chapter.title
    if type_title(title) or content.chapter.row_type:
        return has_properties or not content.has_requests
    if type_title_among_words(title) and not content.has_requests:
        return any(one.kind in _STRUCTURED for one in content.tables) or content.is_enum
    is_name = is_identifier(title.strip()) and table_kind(title) is None
    is_named = content.annotation is not None or is_name
    return has_properties and is_named
