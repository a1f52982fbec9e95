"""The views of the clients of a type, which send its operations, and of the packages of clients.

A client implements the protocol of the operations and inherits its docstrings. The body of each
method says where the request has each argument; a constant describes the operation for clients with
and without coroutines.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from docgen.python.annotations import ANY_ANNOTATION, ModuleScope
from docgen.python.imports import (
    OVERLOAD,
    Import,
    ModuleImports,
    module_imports,
)
from docgen.python.layout import Layout, ModuleLocation, packages_inside
from docgen.python.literals import MARGIN, PythonCode, docstring, string_literal
from docgen.python.names import PythonName, class_name
from docgen.python.operations import (
    ASYNC,
    DEFINED,
    DEPRECATED,
    INDENT,
    MethodHeads,
    async_name,
    method_heads,
    protocol_name,
)
from docgen.python.reserved import CLIENT_ATTRIBUTES
from docgen.python.signatures.model import (
    WHOLE_BODIES,
    MethodParameter,
    MethodParameterPlace,
    ResultKind,
    Signature,
)
from docgen.python.views import (
    AttributeView,
    CallView,
    ClientClassView,
    ClientFolderClassView,
    ClientFolderView,
    ClientView,
)
from docgen.regex import Regex
from docgen.schema.model import ANY_JSON, StructuredType, TypeReference
from docgen.schema.names import short_name

_CLIENTS = "._base_client"
_OPERATION = Import("._call", "Operation")
_OPTIONS = Import("._call", "CallOptions")
_UNPACK = Import("typing", "Unpack")
_REST = PythonCode("**call: Unpack[CallOptions]")
_UNDOCUMENTED = Import(_CLIENTS, "UNDOCUMENTED")
_BASES = (PythonName("Resource"), PythonName("AsyncResource"))
_REFERENCE = Regex(r"https?://[^/]+/(?:v1\.0|beta)((?:/[A-Za-z]+)+/\{id\})")
"""The URL of a reference that has no other ID than that of the entity."""

_SENDERS: Mapping[ResultKind, str] = {
    "none": "_one",
    "single": "_one",
    "pages": "_pages",
    "download": "_download",
    "long-running": "_long_running",
}
"""The method of a client that sends a request, by the kind of its result."""

_IN_URL = frozenset({"choice", "function", "path"})
_TABLES: Mapping[str, tuple[MethodParameterPlace, ...]] = {
    "query": ("query",),
    "headers": ("header",),
    "members": ("member",),
}
"""The arguments of a call that are tables of parameters, by their places."""

BASE_URLS: Mapping[str, str] = {
    "microsoft.graph": "https://graph.microsoft.com/v1.0",
}
"""The URL of the service of a namespace."""


def client_name(location: ModuleLocation) -> PythonName:
    """Return the name of the class that sends a type's operations."""
    return PythonName(f"{location.class_name}Client")


def client_view(
    type_: StructuredType, signatures: Sequence[Signature], layout: Layout
) -> ClientView:
    """Return the view of the clients of a type."""
    location = layout.locations[type_.name]
    scope = ModuleScope(location=location, defined=_defined(location, signatures))
    methods = [method_heads(one, layout, scope, _REST) for one in signatures]
    protocol = protocol_name(location)
    protocols = (protocol, async_name(protocol))
    needed = {
        *(Import(_CLIENTS, name) for name in _BASES),
        *(Import(f".operations.{location.dotted}", name) for name in protocols),
    }
    needed |= _used_by(signatures)
    annotated = frozenset[Import]().union(*(one.imports for one in methods))
    if methods:
        annotated |= {_UNPACK, layout.imported(_OPTIONS)}
    always = {layout.imported(one) for one in needed}
    if any(one.overloads for one in signatures):
        always.add(OVERLOAD)
    short, name = short_name(type_.name), client_name(location)
    return ClientView(
        module_docstring=docstring((f"The clients of `{type_.name}`.",)),
        imports=module_imports(annotated, frozenset(always), layout.package),
        operations=tuple(
            _constant(one, heads, location, layout)
            for one, heads in zip(signatures, methods, strict=True)
            if one.requests
        ),
        classes=(
            ClientClassView(
                name=name,
                base=_BASES[0],
                protocol=protocols[0],
                docstring=docstring((f"Sends the operations of `{short}`.",), INDENT),
                methods=tuple(map(_call, signatures, methods)),
            ),
            ClientClassView(
                name=async_name(name),
                base=_BASES[1],
                protocol=protocols[1],
                docstring=docstring(
                    (f"Sends the operations of `{short}` in coroutines.",), INDENT
                ),
                methods=tuple(map(_async_call, signatures, methods)),
            ),
        ),
    )


def _used_by(signatures: Sequence[Signature]) -> set[Import]:
    """Return what the constants and the methods of a client use besides models."""
    needed: set[Import] = set()
    if any(one.requests for one in signatures):
        needed.add(_OPERATION)
    if not all(one.requests for one in signatures):
        needed.add(_UNDOCUMENTED)
    if any(one.deprecation is not None for one in signatures):
        needed.add(DEPRECATED)
    return needed


def _call(one: Signature, heads: MethodHeads) -> CallView:
    body = _body(one, is_async=False)
    return CallView(head=heads.plain.lines, overloads=heads.plain.overloads, body=body)


def _async_call(one: Signature, heads: MethodHeads) -> CallView:
    head, body = heads.coroutine, _body(one, is_async=one.result.kind != "pages")
    return CallView(head=head.lines, overloads=head.overloads, body=body)


def _defined(
    location: ModuleLocation, signatures: Sequence[Signature]
) -> frozenset[str]:
    """Return the names that the module of a client defines or imports, besides models."""
    own = (client_name(location), protocol_name(location))
    used = (*_BASES, _OPERATION.name, _OPTIONS.name, _UNPACK.name, _UNDOCUMENTED.name)
    return DEFINED.union(
        own, map(async_name, own), used, map(_constant_name, signatures)
    )


def _constant_name(one: Signature) -> PythonName:
    return PythonName(one.name.upper())


def _constant(
    one: Signature, heads: MethodHeads, location: ModuleLocation, layout: Layout
) -> tuple[PythonCode, ...]:
    """Return the lines of the constant that describes an operation."""
    found = [f"name={string_literal(f'{location.dotted}.{one.name}')}"]
    if one.result.kind in {"single", "pages"}:
        type_ = one.result.type or TypeReference(name=ANY_ANNOTATION)
        found.append(f"result={string_literal(_type_name(type_))}")
    elif one.result.kind == "long-running" and one.result.type:
        found.append(f"result={string_literal(_type_name(one.result.type))}")
    if one.result.may_be_missing:
        found.append("may_be_missing=True")
    arguments = [_Argument(start=each) for each in found]
    sends = dict(_sent_types(one.parameters, layout))
    if sends:
        arguments.append(_Argument(start="sends=", items=_items(sends)))
    arguments += (
        _Argument(start=f"content_type={string_literal(each.media_type)}")
        for each in one.parameters
        if each.media_type
    )
    urls = (_REFERENCE.fullmatch(each.url or "") for each in one.parameters)
    arguments += (
        _Argument(start=f"reference={string_literal(url[1])}") for url in urls if url
    )
    return _operation_lines(_constant_name(one), heads.value, arguments)


def _type_name(type_: TypeReference) -> str:
    return f"Collection({type_.name})" if type_.is_collection else str(type_.name)


def _sent_types(
    parameters: Iterable[MethodParameter], layout: Layout
) -> Iterator[tuple[str, PythonCode]]:
    """Yield the types of the objects that are sent, by the names of members of the body."""
    for one in parameters:
        name = one.type.name if one.type else None
        if name is None or name in layout.enums or name in ANY_JSON:
            continue
        if one.place in {"body", "member"} and name in layout.locations:
            yield one.wire_name, string_literal(name)


class _Argument(Struct, frozen=True, kw_only=True):
    """An argument of a call: code, or a dictionary with these items after `start`."""

    start: str
    items: tuple[str, ...] | None = None

    @property
    def line(self) -> str:
        """The argument in one line."""
        return self.start if self.items is None else self._dictionary

    @property
    def _dictionary(self) -> str:
        return f"{self.start}{{{', '.join(self.items or ())}}}"

    def lines(self, indent: str) -> Iterator[str]:
        """Yield the lines of the argument, with a comma behind it."""
        line = f"{indent}{self.line},"
        if not self.items or len(line) <= MARGIN:
            yield line
            return
        yield f"{indent}{self.start}{{"
        yield from (f"{indent}{INDENT}{item}," for item in self.items)
        yield f"{indent}}},"


def _items(values: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(f"{string_literal(key)}: {value}" for key, value in values.items())


def _operation_lines(
    name: PythonName, value: PythonCode, arguments: Sequence[_Argument]
) -> tuple[PythonCode, ...]:
    """Return the lines of the constant of an operation, as black splits them."""
    call = "Operation("
    line = f"{name}: Operation[{value}] = "
    if len(line) + len(call) <= MARGIN:
        return _call_lines("", f"{line}{call}", arguments)
    if len(line) < MARGIN:
        inner = (f"{INDENT}{call}", *_argument_lines(INDENT * 2, arguments))
        lines = (f"{line}(", *inner, f"{INDENT})", ")")
    else:
        head = (f"{name}: Operation[", f"{INDENT}{value}", f"] = {call}")
        lines = (*head, *_argument_lines(INDENT, arguments), ")")
    return tuple(map(PythonCode, lines))


def _argument_lines(indent: str, arguments: Iterable[_Argument]) -> Iterator[str]:
    """Yield a line for each argument, or more for one that is too long."""
    return (line for one in arguments for line in one.lines(indent))


def _call_lines(
    indent: str, start: str, arguments: Sequence[_Argument]
) -> tuple[PythonCode, ...]:
    """Return a call in one line, with its arguments in one line, or with a line for each.

    A comma behind the last argument makes black keep the lines.
    """
    listed = ", ".join(one.line for one in arguments)
    line = f"{start}{listed})"
    if len(indent) + len(line) <= MARGIN:
        return (PythonCode(line),)
    deeper = indent + INDENT
    if len(deeper) + len(listed) <= MARGIN:
        return (PythonCode(start), PythonCode(INDENT + listed), PythonCode(")"))
    inner = [line for one in arguments for line in one.lines(deeper)]
    return (
        PythonCode(start),
        *(PythonCode(line.removeprefix(indent)) for line in inner),
        PythonCode(")"),
    )


def _body(one: Signature, *, is_async: bool) -> tuple[PythonCode, ...]:
    """Return the lines of the body of a method."""
    if not one.requests:
        return (PythonCode(f"raise NotImplementedError({_UNDOCUMENTED.name})"),)
    in_url = {name for each in one.requests for name in each.arguments}
    url = [each for each in one.parameters if _is_in_url(each, in_url)]
    others = [each for each in one.parameters if each not in url]
    arguments = [
        _Argument(start=_constant_name(one)),
        _Argument(start="", items=_items({each.name: each.name for each in url})),
        _Argument(start="call"),
    ]
    for keyword, places in _TABLES.items():
        table = {each.wire_name: each.name for each in others if each.place in places}
        if table:
            arguments.append(_Argument(start=f"{keyword}=", items=_items(table)))
    arguments += (
        _Argument(start=f"{_keyword(each)}={each.name}")
        for each in others
        if each.place in WHOLE_BODIES
    )
    awaits = "await " if is_async else ""
    returns = "" if one.result.kind == "none" else "return "
    start = f"{returns}{awaits}self.{_SENDERS[one.result.kind]}("
    return _call_lines(INDENT * 2, start, arguments)


def _keyword(one: MethodParameter) -> str:
    """Return the argument of a call that is a parameter as a whole."""
    is_other = one.place == "content" and not one.is_required
    return "other_content" if is_other else one.place


def _is_in_url(one: MethodParameter, names: set[PythonName]) -> bool:
    return one.place in _IN_URL or one.name in names


def client_folder_views(
    locations: Iterable[ModuleLocation], layout: Layout
) -> Iterator[tuple[tuple[str, ...], ClientFolderView]]:
    """Return the views of the packages of clients, by their folders below `client`.

    `locations` are those of the types that have operations.
    """
    by_folder: dict[tuple[str, ...], list[ModuleLocation]] = {(): []}
    for location in locations:
        by_folder.setdefault(location.folders, []).append(location)
    inside = packages_inside(by_folder)
    for folders in sorted({*by_folder, *inside}):
        packages = sorted(inside.get(folders, set()))
        yield folders, _folder_view(
            folders, by_folder.get(folders, []), packages, layout
        )


def _folder_view(
    folders: tuple[str, ...],
    locations: Sequence[ModuleLocation],
    packages: Sequence[str],
    layout: Layout,
) -> ClientFolderView:
    path = ".".join((f"{layout.package}.client", *folders))
    names = (
        ("BaseClient", "AsyncBaseClient") if not folders else ("Folder", "AsyncFolder")
    )
    used: set[Import] = set()
    classes = []
    for prefix, base in zip(("", ASYNC), names, strict=True):
        found: dict[str, PythonName] = {}
        for one in locations:
            name = PythonName(prefix + client_name(one))
            used.add(Import(f"{layout.package}.client.{one.dotted}", name))
            found[client_attribute(one.module)] = name
        for package in packages:
            alias = PythonName(f"{prefix}{class_name(package.title())}Clients")
            used.add(Import(f"{path}.{package}", f"{prefix}Clients", alias))
            found[client_attribute(package)] = alias
        classes.append(
            ClientFolderClassView(
                name=PythonName(prefix + ("Clients" if folders else "Client")),
                base=PythonName(base),
                docstring=_folder_docstring(folders, prefix, layout),
                constants=_constants(folders, layout),
                attributes=tuple(
                    AttributeView(name=PythonName(name), annotation=annotation)
                    for name, annotation in sorted(found.items())
                ),
            )
        )
    return ClientFolderView(
        docstring=docstring((f"The clients in `{path}`.",)),
        imports=_folder_imports(used, names, layout),
        classes=tuple(classes),
    )


def _folder_imports(
    used: set[Import], bases: Sequence[str], layout: Layout
) -> ModuleImports:
    needed = {layout.imported(Import(_CLIENTS, name)) for name in bases}
    return module_imports(frozenset(used), frozenset(needed), layout.package)


def client_attribute(module: str) -> str:
    """Return the attribute of a client for a module or a package."""
    return f"{module}_" if module in CLIENT_ATTRIBUTES else module


def _constants(folders: tuple[str, ...], layout: Layout) -> tuple[PythonCode, ...]:
    if folders:
        return (PythonCode(f"FOLDER = {string_literal('.'.join(folders) + '.')}"),)
    url = layout.base_url or BASE_URLS.get(layout.root_namespace, "")
    return (PythonCode(f"BASE_URL = {string_literal(url)}"),)


def _folder_docstring(
    folders: tuple[str, ...], prefix: str, layout: Layout
) -> PythonCode:
    space = ".".join((layout.root_namespace, *folders))
    kind = "in coroutines" if prefix else ""
    text = " ".join(filter(None, (f"Sends the operations of `{space}`", kind)))
    return docstring((f"{text}.",), INDENT)
