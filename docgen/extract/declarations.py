"""Declarations: what one page says of types, before any other page is known.

Names of other types stand as they are written, with the links around them; places are kept for
what `docgen.resolve` may have to tell. Everything here can be stored and read back.
"""

from typing import TypeAlias

from msgspec import Struct

from docgen.extract.facts import Facts
from docgen.extract.type_expression import TypeExpression, TypeName
from docgen.schema.model import WireName
from docgen.source import Span

UNKNOWN_FUTURE_VALUE = "unknownFutureValue"
"""The member of an enum type that says that members may be added."""


class RowDeclaration(Struct, frozen=True, array_like=True, kw_only=True, gc=False):
    """A row of a properties or relationships table.

    `type` is `None` where the cell names no type; the spans of name, type and description are
    those of their cells, or of the row where it has no such cell.
    """

    name: WireName
    span: Span
    name_span: Span
    type: TypeExpression | None
    type_span: Span
    description: str | None
    description_span: Span
    facts: Facts


class OperationDeclaration(
    Struct, frozen=True, array_like=True, kw_only=True, gc=False
):
    """A row of a methods table; `name` is not yet unique, `api_page` the path that was linked."""

    name: str
    label: str
    span: Span
    label_span: Span
    returns_span: Span
    returns: TypeExpression | None
    returns_nothing: bool
    returns_text: str
    description: str | None
    api_page: str | None


class MemberDeclaration(Struct, frozen=True, array_like=True, kw_only=True, gc=False):
    """A row of a members table."""

    name: str
    span: Span
    name_span: Span
    value: int | None
    description: str | None


class BaseDeclaration(Struct, frozen=True, array_like=True, kw_only=True):
    """What a page says of a type's base, by where it says so.

    `is_none` is true where the annotation has a `baseType` that is empty; `None` and empty
    elsewhere mean that nothing is said.
    """

    prose: TypeName | None = None
    annotation: TypeName | None = None
    is_none: bool = False


class StructuredDeclaration(
    Struct, frozen=True, array_like=True, kw_only=True, tag="structured"
):
    """What a page says of an entity or complex type; `span` is the place of its heading.

    `derived` are the types that the page says derive from this one.
    """

    namespace: str
    name: str
    span: Span
    base: BaseDeclaration
    derived: tuple[TypeName, ...]
    abstract: bool
    open: bool
    key: tuple[WireName, ...]
    key_span: Span
    description: str | None
    deprecated: bool | None
    annotation: str | None
    sample: str | None
    properties: tuple[RowDeclaration, ...]
    navigation_properties: tuple[RowDeclaration, ...]
    operations: tuple[OperationDeclaration, ...]

    @property
    def rows(self) -> tuple[RowDeclaration, ...]:
        """The properties and the navigation properties."""
        return (*self.properties, *self.navigation_properties)


class EnumDeclaration(Struct, frozen=True, array_like=True, kw_only=True, tag="enum"):
    """What a page says of an enum type.

    `anchor` is that of a section such as `### riskLevel values`, whose name may also be that of
    a property; it is empty where a whole page is about the type.
    """

    namespace: str
    name: str
    span: Span
    anchor: str
    flags: bool
    open: bool
    description: str | None
    deprecated: bool | None
    members: tuple[MemberDeclaration, ...]


TypeDeclaration: TypeAlias = StructuredDeclaration | EnumDeclaration


class PageLink(Struct, frozen=True, array_like=True, gc=False):
    """A link to another page of the set: the path that it leads to, there or not, and its place."""

    path: str
    span: Span


class Declarations(Struct, frozen=True, array_like=True, kw_only=True):
    """What one page declares: often one type, sometimes none, and the links that it has."""

    path: str
    types: tuple[TypeDeclaration, ...]
    links: tuple[PageLink, ...]
