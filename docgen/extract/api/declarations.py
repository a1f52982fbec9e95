"""Declarations of an API page: what it says about its operation, with names as written."""

from typing import Literal, TypeAlias

from msgspec import Struct

from docgen.extract.type_expression import TypeExpression, TypeName
from docgen.schema.model import Conjunction, DocumentedExample
from docgen.source import Span

ParameterSection: TypeAlias = Literal[
    "path", "function", "query", "header", "body", "parameters"
]
"""The kind of section that a table of parameters is in."""

TitleKind: TypeAlias = Literal[
    "list", "get", "create", "update", "delete", "action", "function", "other"
]
BodyKind: TypeAlias = Literal[
    "unknown", "none", "type", "members", "relevant", "bytes", "reference"
]
ResponseKind: TypeAlias = Literal[
    "unknown", "nothing", "type", "bytes", "redirect", "location"
]
ValueKind: TypeAlias = Literal[
    "none", "null", "object", "array", "string", "boolean", "integer", "number"
]
"""What a JSON value is."""
Scheme: TypeAlias = Literal["delegated_work", "delegated_personal", "application"]


class TitleDeclaration(Struct, frozen=True, array_like=True, kw_only=True, gc=False):
    """The title of the page: `team: archive` has the subject `team` and the name `archive`."""

    text: str
    kind: TitleKind
    subject: str
    name: str
    span: Span


class RequestDeclaration(Struct, frozen=True, array_like=True, kw_only=True, gc=False):
    """A request line; `path` is the rest of the line as it is written."""

    method: str
    path: str
    span: Span


class ParameterDeclaration(
    Struct, frozen=True, array_like=True, kw_only=True, gc=False
):
    """A row of a table of parameters; `type` is `None` if the row does not name one."""

    name: str
    section: ParameterSection
    type: TypeExpression | None
    type_span: Span
    required: bool | None
    description: str | None
    span: Span


class OptionDeclaration(Struct, frozen=True, array_like=True, kw_only=True, gc=False):
    """A query option that prose names: `$select`."""

    name: str
    span: Span


class PermissionDeclaration(
    Struct, frozen=True, array_like=True, kw_only=True, gc=False
):
    """The permissions of a scheme in a cell, in the order of privilege.

    `resource` is the resource that they are for: the first cell of a row in a table with a column
    for each scheme, or words such as "for channels:" in the cell; empty for all resources.
    """

    scheme: Scheme
    alternatives: tuple[Conjunction, ...]
    resource: str
    span: Span


class BodyDeclaration(Struct, frozen=True, array_like=True, kw_only=True, gc=False):
    """What the prose says about the body of the request.

    `wrapper` is the name of the one parameter whose members the table lists; it `wraps_items` if it
    is an array of objects with these members. `part_of` is the property, of what is sent, whose
    value has the type. `shown` are the members that the section shows or names, if no table lists
    members.
    """

    kind: BodyKind
    type: TypeExpression | None
    span: Span
    wrapper: str | None = None
    wraps_items: bool = False
    part_of: str | None = None
    shown: tuple[tuple[str, ValueKind], ...] = ()


class ResponseDeclaration(Struct, frozen=True, array_like=True, kw_only=True, gc=False):
    """What the prose says about the response; `statuses` are those of success.

    `has_location` means that it has a header with the URL of an operation; `state` is the type or
    the page that describes what this URL returns.
    """

    kind: ResponseKind
    statuses: tuple[int, ...]
    type: TypeExpression | None
    span: Span
    has_location: bool = False
    state: TypeName | None = None


class ExampleDeclaration(Struct, frozen=True, array_like=True, kw_only=True):
    """An example, and what the annotation of its response says about the type.

    `has_items` tells whether `value` in the documented body is an array; `None` without a body.
    `item_kind` is what its items are, or the body itself. `instance_types` are the types that the
    items name, if all do, or the body itself. `sent` are the members of the body of the request,
    with the kinds of their values, and `sent_type` is the type that this body names. `anchors` are
    those of the headings above it.
    """

    example: DocumentedExample
    type_name: str | None
    is_collection: bool | None
    has_items: bool | None
    item_kind: ValueKind
    instance_types: tuple[str, ...]
    sent: tuple[tuple[str, ValueKind], ...]
    sent_type: str | None
    anchors: tuple[str, ...]


class ApiDeclaration(Struct, frozen=True, array_like=True, kw_only=True):
    """What an API page says about its operation.

    `summary` is the first paragraph of the introduction, `subject` the type whose properties the
    introduction is about. `deprecation` is what the
    page says about that: empty if only a title has the remark, `None` if the operation is not
    deprecated.
    """

    title: TitleDeclaration
    summary: str | None
    subject: TypeExpression | None
    requests: tuple[RequestDeclaration, ...]
    parameters: tuple[ParameterDeclaration, ...]
    options: tuple[OptionDeclaration, ...]
    standard_options: Span | None
    permissions: tuple[PermissionDeclaration, ...]
    body: BodyDeclaration | None
    response: ResponseDeclaration | None
    examples: tuple[ExampleDeclaration, ...]
    deprecation: str | None


class WrittenMessage(Struct, frozen=True, array_like=True, kw_only=True, gc=False):
    """A message of an example as it is written.

    `line` is the first line of its text on the page, `columns` are where its lines begin there;
    empty if all begin at column 1. `body_line` is the number of lines before its body. With
    `is_ignored` its annotation says that it is not an example to be tested.
    """

    text: str
    line: int
    columns: tuple[int, ...]
    body_line: int
    is_ignored: bool = False


class WrittenExample(Struct, frozen=True, array_like=True, kw_only=True):
    """The messages of an example."""

    request: WrittenMessage | None
    response: WrittenMessage | None


class UnreadBlock(Struct, frozen=True, array_like=True, kw_only=True, gc=False):
    """A code block that its annotation calls a request or a response, but that is none."""

    kind: Literal["request", "response"]
    first_line: str
    span: Span


class WrittenExamples(Struct, frozen=True, array_like=True, kw_only=True):
    """The texts of the examples of an API page, in the order of the examples."""

    examples: tuple[WrittenExample, ...] = ()
    unread: tuple[UnreadBlock, ...] = ()


class ApiContent(Struct, frozen=True, kw_only=True):
    """What an API page declares, and the texts of its examples."""

    declaration: ApiDeclaration
    written: WrittenExamples
