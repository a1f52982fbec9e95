"""Symbols: what pages declare, by the names on the pages and in the generated package."""

from collections.abc import Iterator
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from docgen.flavours import FLAVOURS
from docgen.python.enums import member_names
from docgen.python.flavours import FLAVOURS_BY_NAME
from docgen.python.layout import Layout, ModuleLocation, layout_of
from docgen.python.names import PythonName
from docgen.python.operations import async_name, protocol_name
from docgen.python.signatures.context import (
    SignatureContext,
    signature_context,
    signature_inputs,
)
from docgen.python.signatures.stage import operation_signatures
from docgen.python.type_facts import TypeFacts, type_facts
from docgen.schema.model import (
    ApiOperation,
    EnumType,
    Property,
    Schema,
    Source,
    StructuredType,
    Type,
)

SymbolKind: TypeAlias = Literal[
    "entity type",
    "complex type",
    "enum type",
    "property",
    "navigation property",
    "member",
    "operation",
    "request",
]

_OPERATIONS = "operations"
"""The folder of operations in a package."""

NameParts: TypeAlias = tuple[str, ...]
"""The parts of a name, between its dots."""


_Line: TypeAlias = tuple[str, str]
"""An API page, in lower case, and a request line on it; the page is empty for any page."""


class PythonPath(Struct, frozen=True, kw_only=True):
    """Where a symbol is in the generated package.

    The class is defined in `package.module` and can be imported from `package`. `member` is empty
    for the class itself.
    """

    package: str
    module: str
    class_name: str
    member: str = ""

    @property
    def names(self) -> Iterator[NameParts]:
        """The path as it is imported, and with the module."""
        own = (self.class_name, self.member) if self.member else (self.class_name,)
        package = self.package.split(".")
        yield (*package, *own)
        yield (*package, self.module, *own)

    @property
    def of_client(self) -> NameParts:
        """The path of an operation in a client: `client.calls.room.open`, after the package."""
        root, _, folders = f"{self.package}.".partition(f".{_OPERATIONS}.")
        inner = folders.split(".")[:-1]
        return (*root.split("."), "client", *inner, self.module, self.member)

    def __str__(self) -> str:
        """Return the path as it is imported: `graph.models.Team.display_name`."""
        return ".".join(next(self.names))


class Symbol(Struct, frozen=True, kw_only=True):
    """Something that pages declare, and its positions on them.

    `name` is the qualified name of a type, that and the name of a member, separated by a dot, or
    method and URL of a request. `python` is `None` for a row of a property that a base type
    declares, and for a request that no operation of the package sends; that of another request is
    the operation. `action` is the name of the function or action that an operation calls, empty for
    other operations.
    """

    kind: SymbolKind
    name: str
    python: PythonPath | None
    sources: tuple[Source, ...]
    action: str = ""

    @property
    def names(self) -> Iterator[NameParts]:
        """The complete names: on pages, and in Python with and without the module.

        An operation also has those of its coroutine, of its method in a client, and of the action
        that it calls; a request has none.
        """
        if self.kind == "request":
            return
        yield tuple(self.name.split("."))
        if self.python is not None:
            yield from self.python.names
            if self.kind == "operation":
                yield self.python.of_client
                if self.action:
                    yield (*self.name.split(".")[:-1], self.action)
                protocol = PythonName(self.python.class_name)
                yield from replace(self.python, class_name=async_name(protocol)).names


def symbols(
    schema: Schema,
    *,
    package: str,
    root_namespace: str,
    flavour: str = FLAVOURS[0],
) -> Iterator[Symbol]:
    """Yield the symbols of a schema: each type with what it contains, then all requests.

    The types of `root_namespace` are in no folder of the `package`.
    """
    layout = layout_of(schema, package, root_namespace, FLAVOURS_BY_NAME[flavour])
    facts, context = type_facts(schema), signature_context(schema)
    senders: dict[_Line, PythonPath | None] = {}
    for type_ in schema.types:
        location = layout.locations[type_.name]
        model = _path(layout, location, "models", location.class_name)
        yield _of_type(type_, model)
        if isinstance(type_, EnumType):
            yield from _members(type_, model)
        else:
            yield from _properties(type_, model, facts)
            protocol = _path(layout, location, _OPERATIONS, protocol_name(location))
            for symbol, lines in _operations(type_, protocol, context):
                yield symbol
                for line in lines:
                    senders.setdefault(line, symbol.python)
    for operation in schema.operations:
        page = operation.api_page.lower()
        for one in operation.requests:
            name = f"{one.method} {one.path}"
            sender = senders.get((page, name), senders.get(("", name)))
            yield Symbol(
                kind="request", name=name, python=sender, sources=(one.source,)
            )


def _path(
    layout: Layout, location: ModuleLocation, folder: str, class_name: str
) -> PythonPath:
    return PythonPath(
        package=".".join((layout.package, folder, *location.folders)),
        module=location.module,
        class_name=class_name,
    )


def _of_type(type_: Type, path: PythonPath) -> Symbol:
    kind: SymbolKind = "enum type"
    if isinstance(type_, StructuredType):
        kind = "entity type" if type_.kind == "entity" else "complex type"
    return Symbol(kind=kind, name=type_.name, python=path, sources=type_.sources)


def _members(type_: EnumType, path: PythonPath) -> Iterator[Symbol]:
    names = member_names(type_)
    for one in type_.members:
        yield Symbol(
            kind="member",
            name=f"{type_.name}.{one.name}",
            python=replace(path, member=names[one.name]),
            sources=one.sources or (one.source,),
        )


def _properties(
    type_: StructuredType, path: PythonPath, facts: TypeFacts
) -> Iterator[Symbol]:
    fields = facts.field_names[type_.name]
    tables: tuple[tuple[SymbolKind, tuple[Property, ...]], ...] = (
        ("property", type_.properties),
        ("navigation property", type_.navigation_properties),
    )
    for kind, rows in tables:
        for row in rows:
            field = fields.get(row.name)
            yield Symbol(
                kind=kind,
                name=f"{type_.name}.{row.name}",
                python=replace(path, member=field) if field else None,
                sources=row.sources or (row.source,),
            )


def _operations(
    type_: StructuredType, path: PythonPath, context: SignatureContext
) -> Iterator[tuple[Symbol, list[_Line]]]:
    """Yield the operations, each with the row of the methods table and the title of its page.

    The lines of an operation are its requests, on its page and on any other.
    """
    inputs = signature_inputs(type_, context)
    for one in operation_signatures(type_, inputs).value:
        name = (one.api_page or "").lower()
        page = context.pages.get(name)
        sources = (one.source, page.source) if page else (one.source,)
        symbol = Symbol(
            kind="operation",
            name=f"{type_.name}.{one.name}",
            python=replace(path, member=one.name),
            sources=tuple(dict.fromkeys(sources)),
            action=_action(page) if page else "",
        )
        yield symbol, [
            (either, line) for line in one.documented for either in (name, "")
        ]


def _action(operation: ApiOperation) -> str:
    """Return the name of the function or action at the end of the URLs of an operation."""
    if operation.kind not in {"action", "function"}:
        return ""
    words = [one.words[-1] for one in operation.requests if one.words]
    return words[0] if words else ""
