"""The view of the `Protocol` classes of a type's operations, and of the data of their requests.

A type has two protocols with the same methods and parameters. In the second, methods are
coroutines, except for those that return pages: these send nothing before the pages are iterated
over, so that `async for user in client.user.list()` needs no `await`.
"""

from collections.abc import Mapping, Sequence
from textwrap import wrap

from msgspec import Struct
from msgspec.structs import replace

from docgen.python.annotations import ModuleScope, NamedAnnotation
from docgen.python.imports import (
    ANY,
    OVERLOAD,
    PROTOCOL,
    TYPE_CHECKING,
    Import,
    module_imports,
)
from docgen.python.layout import Layout, ModuleLocation
from docgen.python.literals import (
    MARGIN,
    PythonCode,
    docstring,
    json_literal,
    string_literal,
)
from docgen.python.names import PythonName
from docgen.python.operation_docstrings import (
    deprecation_paragraph,
    method_docstring,
)
from docgen.python.parameters import (
    BINARY_IO,
    ITERABLE,
    LITERAL,
    SEQUENCE,
    ParameterCode,
    arguments,
    overload_codes,
    parameter_codes,
    returned,
)
from docgen.python.signatures.model import (
    OperationResult,
    RequestTemplate,
    ResultKind,
    Signature,
)
from docgen.python.views import (
    MethodView,
    OperationDataView,
    OperationsView,
    ProtocolView,
    RequestView,
)
from docgen.schema.model import Permissions, StructuredType
from docgen.schema.names import short_name

REQUEST = Import("._requests", "Request")
DEPRECATED = Import("._requests", "deprecated")
RESULTS = "._results"

WRAPPERS: Mapping[ResultKind, str] = {
    "download": "Download",
    "long-running": "LongRunning",
    "pages": "Pages",
}
"""The classes of results that are not the value itself; asynchronous ones begin with `Async`."""

ASYNC = "Async"
DATA = ("PERMISSIONS", "REQUESTS")

DEFINED = frozenset(
    {
        *DATA,
        *(prefix + name for name in WRAPPERS.values() for prefix in ("", ASYNC)),
        *(one.name for one in (ANY, BINARY_IO, ITERABLE, LITERAL, OVERLOAD)),
        *(one.name for one in (PROTOCOL, REQUEST, SEQUENCE, TYPE_CHECKING)),
        DEPRECATED.name,
    }
)
"""Names that a module of operations may define or import, besides its protocols and models."""

INDENT = "    "


def operations_view(
    type_: StructuredType, signatures: Sequence[Signature], layout: Layout
) -> OperationsView:
    """Return the view of the operations of a type."""
    location = layout.locations[type_.name]
    name = protocol_name(location)
    defined = DEFINED | {name, async_name(name)}
    scope = ModuleScope(location=location, defined=defined)
    heads = [method_heads(one, layout, scope) for one in signatures]
    texts = [*map(method_docstring, signatures)]
    data = tuple(_data(one) for one in signatures if one.requests)
    needed = {PROTOCOL}
    if any(one.overloads for one in signatures):
        needed.add(OVERLOAD)
    if data:
        needed.add(layout.imported(REQUEST))
    if any(one.deprecation is not None for one in signatures):
        needed.add(layout.imported(DEPRECATED))
    annotated = frozenset[Import]().union(*(one.imports for one in heads))
    return OperationsView(
        module_docstring=docstring((f"The operations of `{type_.name}`.",)),
        imports=module_imports(annotated, frozenset(needed), layout.package),
        protocols=(
            ProtocolView(
                name=name,
                docstring=_docstring(type_),
                methods=tuple(map(_method, (one.plain for one in heads), texts)),
            ),
            ProtocolView(
                name=async_name(name),
                docstring=_docstring(type_, " as coroutines"),
                methods=tuple(map(_method, (one.coroutine for one in heads), texts)),
            ),
        ),
        data=data,
    )


def protocol_name(location: ModuleLocation) -> PythonName:
    """Return the name of the class with a type's operations."""
    return PythonName(f"{location.class_name}Operations")


def async_name(name: PythonName) -> PythonName:
    """Return the name of the class with the same operations as coroutines."""
    return PythonName(f"{ASYNC}{name}")


def _docstring(type_: StructuredType, form: str = "") -> PythonCode:
    page = f"See `{type_.sources[0].path}`." if type_.sources else ""
    summary = f"Operations of `{short_name(type_.name)}`{form}."
    return docstring((summary, page), INDENT)


class MethodHead(Struct, frozen=True):
    """The lines of the head of a method, and of those of its overloads."""

    lines: tuple[PythonCode, ...]
    overloads: tuple[tuple[PythonCode, ...], ...]


class MethodHeads(Struct, frozen=True, kw_only=True):
    """The heads of a method and of its coroutine, and the imports of both.

    `value` is the annotation of the value that a call returns, or of an item of its pages.
    """

    plain: MethodHead
    coroutine: MethodHead
    value: PythonCode
    imports: frozenset[Import]


def _method(head: MethodHead, text: PythonCode) -> MethodView:
    return MethodView(head=head.lines, overloads=head.overloads, docstring=text)


def method_heads(
    one: Signature, layout: Layout, scope: ModuleScope, *rest: PythonCode
) -> MethodHeads:
    """Return the heads of a method; `rest` are further parameters, after all others."""
    parameters = parameter_codes(one.parameters, layout, scope)
    variants = tuple(overload_codes(one, layout, scope))
    value = _value(one.result, layout, scope)
    result = _result(one.result, value, layout)
    async_result = _async_result(one.result, result)
    keyword = "def" if one.result.kind == "pages" else "async def"
    above = _decorator(one)

    def head(start: str, returns: NamedAnnotation) -> MethodHead:
        name = one.name
        lines = head_lines(start, name, parameters, returns, ":", rest)
        overloads = (
            (*above, *head_lines(start, name, each, returns, ": ...", rest))
            for each in variants
        )
        return MethodHead((*above, *lines), tuple(overloads))

    return MethodHeads(
        plain=head("def", result),
        coroutine=head(keyword, async_result),
        value=value.name,
        imports=result.imports.union(
            async_result.imports, *(each.imports for each in parameters)
        ),
    )


def _decorator(one: Signature) -> tuple[PythonCode, ...]:
    """Return the lines of the decorator of a deprecated method; a long message is in parts."""
    notice = deprecation_paragraph(one)
    if not notice:
        return ()
    line = f"@{DEPRECATED.name}({string_literal(notice)})"
    if len(INDENT) + len(line) <= MARGIN:
        return (PythonCode(line),)
    width = MARGIN - 2 * len(INDENT) - len('" "')
    parts = wrap(notice, width, break_long_words=False, break_on_hyphens=False)
    texts = (*(f"{part} " for part in parts[:-1]), parts[-1])
    lines = (PythonCode(INDENT + string_literal(text)) for text in texts)
    return (PythonCode(f"@{DEPRECATED.name}("), *lines, PythonCode(")"))


_NO_RESULT = NamedAnnotation(name=PythonCode("None"), imports=frozenset())
_ANY_RESULT = NamedAnnotation(name=PythonCode("Any"), imports=frozenset({ANY}))


def _value(one: OperationResult, layout: Layout, scope: ModuleScope) -> NamedAnnotation:
    """Return the annotation of the value that a call returns, or of an item of pages."""
    if one.type and one.kind not in {"none", "download"}:
        found = returned(one.type, layout, scope)
        if not one.may_be_missing or found.name == "Any":
            return found
        return replace(found, name=PythonCode(f"{found.name} | None"))
    return _ANY_RESULT if one.kind in {"single", "pages"} else _NO_RESULT


def _result(
    one: OperationResult, value: NamedAnnotation, layout: Layout
) -> NamedAnnotation:
    """Return the annotation of what a call returns."""
    if one.kind in {"none", "single"}:
        return value
    return _wrapped(one.kind, None if one.kind == "download" else value, layout)


def _wrapped(
    kind: ResultKind, value: NamedAnnotation | None, layout: Layout
) -> NamedAnnotation:
    name = WRAPPERS[kind]
    wrapper = layout.imported(Import(RESULTS, name))
    if value is None:
        return NamedAnnotation(name=PythonCode(name), imports=frozenset({wrapper}))
    return NamedAnnotation(
        name=PythonCode(f"{name}[{value.name}]"), imports=value.imports | {wrapper}
    )


def _async_result(one: OperationResult, result: NamedAnnotation) -> NamedAnnotation:
    """Return the annotation of what the coroutine of a call returns."""
    wrapper = WRAPPERS.get(one.kind)
    if wrapper is None:
        return result
    (own,) = (each for each in result.imports if each.module.endswith(RESULTS))
    return NamedAnnotation(
        name=PythonCode(ASYNC + result.name),
        imports=result.imports - {own} | {Import(own.module, ASYNC + wrapper)},
    )


def head_lines(
    keyword: str,
    name: PythonName,
    parameters: Sequence[ParameterCode],
    returns: NamedAnnotation,
    end: str,
    rest: Sequence[PythonCode] = (),
) -> tuple[PythonCode, ...]:
    """Return the lines of the head of a method, as black would split them.

    The parameters stay on one line if that fits, unless they are `self` alone. `rest` are further
    parameters.
    """
    start, tail = f"{keyword} {name}(", f") -> {returns.name}{end}"
    listed = (*arguments(parameters), *rest)
    line = start + ", ".join(listed) + tail
    if len(INDENT) + len(line) <= MARGIN:
        return (PythonCode(line),)
    inner = INDENT + ", ".join(listed)
    if len(listed) > 1 and len(INDENT) + len(inner) <= MARGIN:
        return (PythonCode(start), PythonCode(inner), PythonCode(tail))
    lines = (PythonCode(f"{INDENT}{one},") for one in listed)
    return (PythonCode(start), *lines, PythonCode(tail))


def _data(one: Signature) -> OperationDataView:
    name = string_literal(one.name)
    return OperationDataView(
        name=name,
        requests=tuple(_request(one, each) for each in one.requests),
        permissions=json_literal(
            permission_table(one.permissions),
            INDENT,
            len(INDENT) + len(name) + len(": ,"),
        ),
    )


def permission_table(permissions: Permissions) -> dict[str, list[str]]:
    """Return the alternatives of each scheme that has any.

    Permissions that are needed together are joined by plus signs.
    """
    return {
        scheme: [" + ".join(one) for one in alternatives]
        for scheme, alternatives in permissions.schemes.items()
        if alternatives
    }


def choice_name(one: Signature) -> PythonName:
    """Return the name of the parameter that selects among URLs with the same arguments."""
    return next(each.name for each in one.parameters if each.place == "choice")


def _request(one: Signature, request: RequestTemplate) -> RequestView:
    method, path = string_literal(request.method), string_literal(request.path)
    choice = PythonCode("")
    if request.choice is not None:
        pair = map(string_literal, (choice_name(one), request.choice))
        choice = PythonCode(f"({', '.join(pair)})")
    listed = ", ".join(filter(None, (method, path, choice)))
    return RequestView(
        method=method,
        path=path,
        choice=choice,
        is_wide=len(f"{INDENT * 2}Request({listed}),") > MARGIN,
    )
