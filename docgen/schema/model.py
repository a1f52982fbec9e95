"""The schema in the terms of CSDL; only `docgen.resolve` creates one.

Types refer to each other by qualified name. `Schema.types` has every type; a reference whose
`is_declared` is false names a type that no page of the set declares.
"""

from typing import Literal, NewType, TypeAlias

from msgspec import Struct

from docgen.source import Span

QualifiedName = NewType("QualifiedName", str)
"""`microsoft.graph.team` or `Edm.String`: identifiers joined by dots."""

WireName = NewType("WireName", str)
"""A name in JSON: `displayName`, `@odata.etag`."""


class Source(Struct, frozen=True, array_like=True, kw_only=True, eq=False, gc=False):
    """The page and line of a declaration, and the columns of its name there.

    The columns are for diagnostics only: two sources on the same line are equal.
    """

    path: str
    line: int
    column: int = 1
    end_column: int = 1

    @property
    def span(self) -> Span:
        """The position of the name."""
        return Span(self.line, self.column, self.end_column)

    def __eq__(self, other: object) -> bool:
        """Compare by path and line."""
        if not isinstance(other, Source):
            return NotImplemented
        return (self.path, self.line) == (other.path, other.line)

    def __hash__(self) -> int:
        """Hash what `__eq__` compares."""
        return hash((self.path, self.line))


def source_of(path: str, span: Span) -> Source:
    """Return the source of a declaration whose name is at a span of a page."""
    return Source(
        path=path, line=span.line, column=span.column, end_column=span.end_column
    )


class TypeReference(Struct, frozen=True, array_like=True, kw_only=True, gc=False):
    """A type, by name, or a collection of it.

    `name` is an Edm name (`Edm.String`), `Edm.Untyped` if the page names no type that can be
    identified, or the qualified name of a type; `is_declared` is false if no page declares it.
    """

    name: QualifiedName
    is_collection: bool = False
    is_declared: bool = True


class Property(Struct, frozen=True, array_like=True, kw_only=True, gc=False):
    """A property or a navigation property: one row of a table.

    `None` and empty values mean that the page does not say. `inherited_from` is the ancestor that
    declares the property; this type does not declare it again. `description` is the complete plain
    text; the other facts are extracted from it.
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

    `name` is derived from the label and unique within its type (`list_synchronizations`). `returns`
    is `None` if the operation returns nothing, and a reference to `Edm.Untyped` if the cell is not
    a type expression; `returns_text` is the content of the cell. `api_page` is the path of the page
    that the label links to, whether it is in the page set or not; `None` without a link.
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
    """A member of an enum type; `value` is its number if a page declares one."""

    name: str
    value: int | None = None
    description: str | None = None
    source: Source
    sources: tuple[Source, ...] = ()


class StructuredType(Struct, frozen=True, array_like=True, kw_only=True):
    """An entity type, which declares or inherits a key, or a complex type.

    `annotation` and `sample` are objects in canonical JSON; `None` if the page has none that can be
    parsed. `sources` are the positions that declare the type; messages name the first.
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

    @property
    def rows(self) -> tuple[Property, ...]:
        """The properties and the navigation properties."""
        return (*self.properties, *self.navigation_properties)


class EnumType(Struct, frozen=True, array_like=True, kw_only=True):
    """An enum type.

    `flags` means that a value may combine several members, `open` that members may be added.
    """

    name: QualifiedName
    flags: bool = False
    open: bool = False
    description: str | None = None
    deprecated: bool | None = None
    sources: tuple[Source, ...]
    members: tuple[Member, ...]


Type: TypeAlias = StructuredType | EnumType


class PageEntry(Struct, frozen=True, kw_only=True):
    """A page that was read, and the types that it declares, sorted."""

    path: str
    types: tuple[QualifiedName, ...]


class Schema(Struct, frozen=True, kw_only=True):
    """Everything that a page set declares; `types` are sorted by name, `pages` by path."""

    types: tuple[Type, ...]
    pages: tuple[PageEntry, ...]


def page_type(type: TypeReference) -> str:
    """Return a reference in the notation of pages: `String`, `graph.team collection`."""
    name = type.name.removeprefix("Edm.")
    return f"{name} collection" if type.is_collection else name


def csdl_type(type: TypeReference) -> str:
    """Return a reference in the notation of CSDL: `Edm.String`, `Collection(graph.team)`."""
    return f"Collection({type.name})" if type.is_collection else type.name
