"""The schema in the terms of CSDL; only `docgen.resolve` creates one.

Types refer to each other by qualified name. `Schema.types` has every type; a reference whose
`is_declared` is false names a type that no page of the set declares.
"""

from collections.abc import Mapping, Sequence
from typing import Literal, NewType, TypeAlias

from msgspec import Struct
from msgspec.structs import asdict

from docgen.source import Span

QualifiedName = NewType("QualifiedName", str)
"""`microsoft.graph.team` or `Edm.String`: identifiers joined by dots."""

ANY_JSON = frozenset({QualifiedName("microsoft.graph.Json")})
"""Types whose values are any JSON, whatever properties their pages declare."""

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
    that the label links to, whether it is in the page set or not; `None` without a link. `anchor`
    is that of the link: of an example whose URLs the row means.
    `deprecation` is what the row says about it, empty if only the label has the remark.
    """

    name: str
    label: str
    returns: TypeReference | None
    returns_text: str
    description: str | None
    api_page: str | None
    source: Source
    sources: tuple[Source, ...] = ()
    anchor: str = ""
    deprecation: str | None = None


class Member(Struct, frozen=True, array_like=True, kw_only=True, gc=False):
    """A member of an enum type; `value` is its number if a page declares one."""

    name: str
    value: int | None = None
    description: str | None = None
    source: Source
    sources: tuple[Source, ...] = ()


class StructuredType(Struct, frozen=True, array_like=True, kw_only=True, tag=True):
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


class EnumType(Struct, frozen=True, array_like=True, kw_only=True, tag=True):
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


ParameterPlace: TypeAlias = Literal["path", "function", "query", "header", "body"]
"""Where a request has a parameter; `function` is between the parentheses of a function."""

OperationKind: TypeAlias = Literal[
    "read",
    "create",
    "update",
    "delete",
    "action",
    "function",
    "reference",
    "content",
]
"""What an operation does: `reference` adds or removes a link to an entity, `content` is bytes."""

Conjunction: TypeAlias = tuple[str, ...]
"""Permissions that are needed together; usually one."""


class Permissions(Struct, frozen=True, array_like=True, kw_only=True):
    """The permissions of each scheme, least privileged first; any one of them is enough."""

    delegated_work: tuple[Conjunction, ...] = ()
    delegated_personal: tuple[Conjunction, ...] = ()
    application: tuple[Conjunction, ...] = ()

    @property
    def schemes(self) -> Mapping[str, tuple[Conjunction, ...]]:
        """The alternatives of each scheme, by its name."""
        return asdict(self)


class RequestLine(Struct, frozen=True, array_like=True, kw_only=True):
    """A request line: `path` is the URL as the page writes it, `words` are those in it.

    `permissions` are those of this request; `None` if they are the same for all requests of the
    operation. `template_key` is equal for URLs that differ only in the names of placeholders; empty
    if a URL has a query string or arguments. `request_line` derives it and the words, so that
    the URLs of all pages need not be parsed when one has changed. `anchors` are those of rows of
    methods tables that mean this request, but not all of its page.
    """

    method: str
    path: str
    source: Source
    words: tuple[str, ...]
    template_key: str
    permissions: Permissions | None = None
    anchors: tuple[str, ...] = ()

    @property
    def reads_content(self) -> bool:
        """Whether the response is bytes, by the end of the URL."""
        return self.method == "GET" and self.words[-1:] in (("$value",), ("content",))


class Parameter(Struct, frozen=True, array_like=True, kw_only=True, gc=False):
    """A parameter of an operation; `type` is `None` if the page does not say it.

    `is_general` means that the page names no options: it says that those of OData are supported.
    """

    name: str
    place: ParameterPlace
    type: TypeReference | None
    required: bool
    description: str | None
    source: Source
    sources: tuple[Source, ...] = ()
    is_general: bool = False


class ExampleRequest(Struct, frozen=True, array_like=True, kw_only=True, gc=False):
    """A request of an example; `body` is canonical JSON if `is_json`."""

    method: str
    url: str
    headers: tuple[tuple[str, str], ...] = ()
    body: str | None = None
    is_json: bool = False


class ExampleResponse(Struct, frozen=True, array_like=True, kw_only=True, gc=False):
    """A response of an example; `body` is canonical JSON if `is_json`."""

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: str | None = None
    is_json: bool = False


class DocumentedExample(Struct, frozen=True, array_like=True, kw_only=True):
    """A documented request with its response; one of the two may be missing."""

    name: str
    request: ExampleRequest | None
    response: ExampleResponse | None
    source: Source


class ApiOperation(Struct, frozen=True, array_like=True, kw_only=True):
    """An operation as its API page describes it.

    `owner` is the type whose operation it is, `None` if that is unknown. `returns` is `None` if
    nothing is returned, `body` if nothing is sent or if the members of the body are parameters.
    With `takes_reference` the body is a link to an entity. `is_listed` means that the methods table
    of a type has a row for the page, `is_shared` that those of several types have one: the
    `listed_types`. The
    `agreed_type` is the one that all of several rows return, if it is known. `permissions` are
    enough for each of the requests. With `is_long_running` the response has the URL of an operation
    that goes on. `deprecation` is what the page says about that, empty if only a title has the
    remark. `bound` are the members that examples send as `name@odata.bind`; `reference_url`
    is the URL that examples send as a reference, with `{id}` in place of the ID. `body_part` is the
    property of the entity that is sent, if `body` is only the type of its value. The
    `listed_bases` are types whose tables have a row for the page, as those of derived types do.
    `response_source` is where the page describes the response, `permission_sources` where it has
    the permissions of each scheme first, by the name of the scheme. `content_type` is the media
    type of the bytes that examples send in place of JSON. `used_method` is the method of most
    examples, if the page has several methods; with `is_answered_without_body` an example of a
    success has none. `state` is the type of what the URL of a long-running operation returns.
    `description` is the first paragraph of the page, for operations that no row describes.
    """

    name: str
    label: str
    api_page: str
    owner: QualifiedName | None
    is_listed: bool
    is_shared: bool
    agreed_type: QualifiedName | None
    kind: OperationKind
    requests: tuple[RequestLine, ...]
    parameters: tuple[Parameter, ...]
    body: TypeReference | None
    takes_reference: bool
    returns: TypeReference | None
    statuses: tuple[int, ...]
    permissions: Permissions
    examples: tuple[DocumentedExample, ...]
    source: Source
    is_long_running: bool = False
    bound: tuple[str, ...] = ()
    reference_url: str | None = None
    deprecation: str | None = None
    body_part: str | None = None
    listed_types: tuple[QualifiedName, ...] = ()
    listed_bases: tuple[QualifiedName, ...] = ()
    response_source: Source | None = None
    permission_sources: tuple[tuple[str, Source], ...] = ()
    content_type: str | None = None
    used_method: str | None = None
    is_answered_without_body: bool = False
    state: QualifiedName | None = None
    description: str | None = None


class PageEntry(Struct, frozen=True, kw_only=True):
    """A page that was read, and the types that it declares, sorted."""

    path: str
    types: tuple[QualifiedName, ...]


class Schema(Struct, frozen=True, kw_only=True):
    """Everything that a page set declares; `types` are sorted by name, `pages` by path.

    `operations` are those that API pages describe, in the order of the pages.
    """

    types: tuple[Type, ...]
    pages: tuple[PageEntry, ...]
    operations: tuple[ApiOperation, ...] = ()


def meant_requests(row: Operation, described: ApiOperation) -> tuple[RequestLine, ...]:
    """Return the requests that a row means if it links to an example; empty for all of the page."""
    if not row.anchor:
        return ()
    return tuple(one for one in described.requests if row.anchor in one.anchors)


def row_requests(
    row: Operation, rows: Sequence[Operation], described: ApiOperation
) -> tuple[RequestLine, ...]:
    """Return the requests of a row; `rows` are those of its table.

    A row that links to an example has those of the example, and other rows for the page have the
    rest, or all if there is no rest.
    """
    if not any(one.anchors for one in described.requests):
        return described.requests
    page = described.api_page.lower()
    anchors = {one.anchor for one in rows if (one.api_page or "").lower() == page}
    rest = (one for one in described.requests if anchors.isdisjoint(one.anchors))
    return meant_requests(row, described) or tuple(rest) or described.requests


def returned_type(
    row: Operation, owner: QualifiedName, described: ApiOperation
) -> TypeReference | None:
    """Return the type that the operation of a row returns, by its API page or by the row.

    The page decides. But where several types share a page, a row keeps its type if it is that of
    its table, the `owner`, if all rows agree, or if the page is about a property of entities: such
    a page often has the type of one example. So it does if it is a base type whose table has the
    page, too, unless the page has the type of the row's own table.
    A row for an example that reads the content of an entity returns bytes, and one for an example
    with other URLs what it says: the page describes the response of its first URLs.
    """
    page, own = described.returns, row.returns
    meant = meant_requests(row, described)
    if meant and all(one.reads_content for one in meant):
        return TypeReference(name=QualifiedName("Edm.Stream"))
    if meant and own is not None and own.name != "Edm.Untyped":
        return own
    is_kept = own is not None and (
        described.body_part is not None
        or own.name in {owner, described.agreed_type}
        or (own.name in described.listed_bases and page and page.name != owner)
    )
    if page and own and described.is_shared and is_kept:
        return TypeReference(
            name=own.name,
            is_collection=page.is_collection,
            is_declared=own.is_declared,
        )
    return page


def sent_type(owner: QualifiedName, described: ApiOperation) -> TypeReference | None:
    """Return the type of the body of an operation of a type.

    If the page has only a property of what is sent, an entity of the `owner` is sent.
    """
    body = described.body
    is_part = described.body_part is not None and body is not None
    if is_part and body and body.name != owner:
        return TypeReference(name=owner)
    return body


def page_type(type: TypeReference) -> str:
    """Return a reference in the notation of pages: `String`, `graph.team collection`."""
    name = type.name.removeprefix("Edm.")
    return f"{name} collection" if type.is_collection else name


def short_page_type(type: TypeReference) -> str:
    """Return a reference likewise, without the namespace: `String`, `team collection`."""
    name = type.name.rpartition(".")[2]
    return f"{name} collection" if type.is_collection else name


def csdl_type(type: TypeReference) -> str:
    """Return a reference in the notation of CSDL: `Edm.String`, `Collection(graph.team)`."""
    return f"Collection({type.name})" if type.is_collection else type.name
