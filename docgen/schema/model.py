"""The schema, in CSDL's words. Only `docgen.resolve` makes one.

Types refer to each other by qualified name. Every type is in `Schema.types`, sorted by name; a
reference whose `is_declared` is false names a type that no page of the set declares.
"""

from typing import Literal, NewType, TypeAlias

from msgspec import Struct

from docgen.source import Span

QualifiedName = NewType("QualifiedName", str)
"""`microsoft.graph.team` or `Edm.String`: identifiers joined by dots."""

WireName = NewType("WireName", str)
"""A name as JSON has it: `displayName`, `@odata.etag`."""


class Source(Struct, frozen=True, array_like=True, kw_only=True, eq=False, gc=False):
    """The page and line that state something, and the columns of its name there.

    The columns are for those who tell something of it: they are no part of what the schema says,
    so two sources in one line are the same.
    """

    path: str
    line: int
    column: int = 1
    end_column: int = 1

    @property
    def span(self) -> Span:
        """The place of the name."""
        return Span(self.line, self.column, self.end_column)

    def __eq__(self, other: object) -> bool:
        """Compare by path and line."""
        if not isinstance(other, Source):
            return NotImplemented
        return (self.path, self.line) == (other.path, other.line)

    def __hash__(self) -> int:
        """Go with `__eq__`."""
        return hash((self.path, self.line))


def source_of(path: str, span: Span) -> Source:
    """Return the source of what is named at a span of a page."""
    return Source(
        path=path, line=span.line, column=span.column, end_column=span.end_column
    )


class TypeReference(Struct, frozen=True, array_like=True, kw_only=True, gc=False):
    """A type, by name, or a collection of it.

    `name` is an Edm name (`Edm.String`), `Edm.Untyped` where the page names no type that can be
    identified, or the qualified name of a type; `is_declared` is false where no page declares that.
    """

    name: QualifiedName
    is_collection: bool = False
    is_declared: bool = True


class Property(Struct, frozen=True, array_like=True, kw_only=True, gc=False):
    """A property, or a navigation property: one row of a table.

    `None` and empty mean that the page says nothing. `inherited_from` is the ancestor that
    declares the property; it is then not declared again by this type. `description` is plain
    text, whole; the other facts are what that text says.
    """

    name: WireName
    type: TypeReference
    source: Source
    sources: tuple[Source, ...] = ()
    description: str | None = None
    nullable: bool | None = None
    read_only: bool | None = None
    required: bool | None = None
    is_key: bool | None = None
    inherited_from: QualifiedName | None = None
    values: tuple[str, ...] = ()
    default: str | None = None
    deprecated: bool | None = None
    returned_on_select: bool | None = None
    filter: tuple[str, ...] = ()


class Operation(Struct, frozen=True, array_like=True, kw_only=True, gc=False):
    """A row of a methods table.

    `name` is made from the label and unique within its type (`list_synchronizations`). `returns`
    is `None` where the operation returns nothing, and a reference to `Edm.Untyped` where the cell
    is not a type expression; `returns_text` keeps the words of the cell. `api_page` is the path of
    the page that the label links to, in the page set or not; `None` without a link to one.
    """

    name: str
    label: str
    returns: TypeReference | None
    returns_text: str
    description: str | None
    api_page: str | None
    source: Source
    sources: tuple[Source, ...] = ()


class Member(Struct, frozen=True, array_like=True, kw_only=True, gc=False):
    """A member of an enum type; `value` is its number where a page gives one."""

    name: str
    value: int | None = None
    description: str | None = None
    source: Source
    sources: tuple[Source, ...] = ()


class StructuredType(Struct, frozen=True, array_like=True, kw_only=True):
    """An entity type (it has a key, of its own or inherited) or a complex type.

    `annotation` and `sample` are canonical JSON texts of an object, kept whole; `None` where the
    page has none that can be read. `sources` are the places that declare the type, first the one
    that is named when the type is spoken of.
    """

    kind: Literal["entity", "complex"]
    name: QualifiedName
    base_type: QualifiedName | None = None
    abstract: bool = False
    open: bool = False
    key: tuple[WireName, ...] = ()
    description: str | None = None
    deprecated: bool | None = None
    sources: tuple[Source, ...]
    annotation: str | None = None
    sample: str | None = None
    properties: tuple[Property, ...] = ()
    navigation_properties: tuple[Property, ...] = ()
    operations: tuple[Operation, ...] = ()


class EnumType(Struct, frozen=True, array_like=True, kw_only=True):
    """An enum type. `flags`: a value may name several members. `open`: members may be added."""

    name: QualifiedName
    flags: bool = False
    open: bool = False
    description: str | None = None
    deprecated: bool | None = None
    sources: tuple[Source, ...]
    members: tuple[Member, ...]


Type: TypeAlias = StructuredType | EnumType


class PageEntry(Struct, frozen=True, kw_only=True):
    """A page that was read, and the types that it declares, sorted; often none."""

    path: str
    types: tuple[QualifiedName, ...]


class Schema(Struct, frozen=True, kw_only=True):
    """What a whole page set declares. `types` are sorted by name, `pages` by path."""

    types: tuple[Type, ...]
    pages: tuple[PageEntry, ...]


def written(type: TypeReference) -> str:
    """Return a reference as text: `Edm.String`, `Collection(microsoft.graph.team)`."""
    return f"Collection({type.name})" if type.is_collection else type.name
