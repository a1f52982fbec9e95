"""The parameters of operations in Python: names, annotations and defaults."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from docgen.python.annotations import ModuleScope, NamedAnnotation, item_annotation
from docgen.python.imports import ANY, Import
from docgen.python.layout import Layout
from docgen.python.literals import PythonCode, string_literal
from docgen.python.names import PythonName
from docgen.python.signatures.model import (
    MethodParameter,
    MethodParameterPlace,
    Signature,
)
from docgen.schema.model import TypeReference

SEQUENCE = Import("collections.abc", "Sequence")
ITERABLE = Import("collections.abc", "Iterable")
BINARY_IO = Import("typing", "BinaryIO")
LITERAL = Import("typing", "Literal")

SEQUENCE_OPTIONS = frozenset({"$expand", "$orderby", "$select"})
NUMBER_OPTIONS = frozenset({"$skip", "$top"})
COUNT_OPTION = "$count"

DATE_TIME = "dt.datetime"
"""The annotation of a date-time; requests also take it as it is in JSON."""

ONLY_BY_NAME = PythonCode("*")
"""What stands before the parameters that are passed by name."""

SELF = PythonCode("self")


class ParameterCode(Struct, frozen=True, kw_only=True):
    """A parameter: its annotation, and its default if a call may omit it."""

    name: PythonName
    annotation: str
    default: str
    is_positional: bool
    imports: frozenset[Import]

    @property
    def code(self) -> PythonCode:
        """The parameter as it stands in a signature."""
        default = f" = {self.default}" if self.default else ""
        return PythonCode(f"{self.name}: {self.annotation}{default}")


def parameter_codes(
    parameters: Iterable[MethodParameter], layout: Layout, scope: ModuleScope
) -> tuple[ParameterCode, ...]:
    """Return the parameters of a method, in their order."""
    return tuple(_parameter(one, layout, scope) for one in parameters)


def overload_codes(
    signature: Signature, layout: Layout, scope: ModuleScope
) -> Iterator[tuple[ParameterCode, ...]]:
    """Yield the parameters of each overload of a method.

    The path and function parameters of its set are required, and those of others may only be None:
    stubtest demands that what the method accepts is accepted by an overload.
    """
    chosen = {name for names in signature.overloads for name in names}
    for names in signature.overloads:
        yield tuple(
            (
                _overload_parameter(one, names, layout, scope)
                if one.name in chosen
                else _parameter(one, layout, scope)
            )
            for one in signature.parameters
        )


def _overload_parameter(
    one: MethodParameter,
    names: tuple[PythonName, ...],
    layout: Layout,
    scope: ModuleScope,
) -> ParameterCode:
    if one.place not in _CHOOSING:
        return _parameter(one, layout, scope)
    if one.name in names:
        return _parameter(replace(one, is_required=True), layout, scope)
    return ParameterCode(
        name=one.name,
        annotation="None",
        default="None",
        is_positional=one.is_positional,
        imports=frozenset(),
    )


_CHOOSING = frozenset({"path", "function"})
"""The places of parameters that select a URL."""


def arguments(parameters: Sequence[ParameterCode]) -> tuple[PythonCode, ...]:
    """Return what stands between the parentheses of a method, with `self` and a star.

    A parameter without a default that follows one with a default is passed by name.
    """
    positional: list[PythonCode] = []
    by_name: list[PythonCode] = []
    has_default = False
    for one in parameters:
        if one.is_positional and not by_name and (one.default or not has_default):
            positional.append(one.code)
            has_default = has_default or bool(one.default)
        else:
            by_name.append(one.code)
    star = (ONLY_BY_NAME,) if by_name else ()
    return (SELF, *positional, *star, *by_name)


def _parameter(
    one: MethodParameter, layout: Layout, scope: ModuleScope
) -> ParameterCode:
    found, default = _BY_PLACE[one.place](one, layout, scope), _default(one)
    may_be_none = default == "None" and found.name != "Any"
    return ParameterCode(
        name=one.name,
        annotation=f"{found.name} | None" if may_be_none else found.name,
        default=default,
        is_positional=one.is_positional,
        imports=found.imports,
    )


def _default(one: MethodParameter) -> str:
    if one.is_required:
        return ""
    if one.place != "query":
        return "None"
    is_collection = one.type is not None and one.type.is_collection
    if one.wire_name in SEQUENCE_OPTIONS or is_collection:
        return "()"
    return "False" if one.wire_name == COUNT_OPTION else "None"


_Annotates: TypeAlias = Callable[
    [MethodParameter, Layout, ModuleScope], NamedAnnotation
]


def _named(name: str, *imports: Import) -> NamedAnnotation:
    return NamedAnnotation(name=PythonCode(name), imports=frozenset(imports))


def _in_url(
    one: MethodParameter, layout: Layout, scope: ModuleScope
) -> NamedAnnotation:
    return _sent(one.type, layout, scope) if one.type else _named("str")


def _option(
    one: MethodParameter, layout: Layout, scope: ModuleScope
) -> NamedAnnotation:
    if one.wire_name in SEQUENCE_OPTIONS:
        return _named("Sequence[str]", SEQUENCE)
    if one.wire_name in NUMBER_OPTIONS:
        return _named("int")
    if one.wire_name == COUNT_OPTION:
        return _named("bool")
    return _in_url(one, layout, scope)


def _in_body(
    one: MethodParameter, layout: Layout, scope: ModuleScope
) -> NamedAnnotation:
    return _sent(one.type, layout, scope) if one.type else _named("Any", ANY)


def _content(*_: object) -> NamedAnnotation:
    return _named("bytes | Iterable[bytes] | BinaryIO", ITERABLE, BINARY_IO)


def _reference(*_: object) -> NamedAnnotation:
    return _named("str")


def _choice(one: MethodParameter, *_: object) -> NamedAnnotation:
    values = ", ".join(map(string_literal, one.choices))
    return _named(f"Literal[{values}]", LITERAL)


_BY_PLACE: Mapping[MethodParameterPlace, _Annotates] = {
    "path": _in_url,
    "function": _in_url,
    "query": _option,
    "header": _in_url,
    "member": _in_body,
    "body": _in_body,
    "reference": _reference,
    "content": _content,
    "choice": _choice,
}
"""The annotation of a parameter, by its place in the request."""


def _sent(
    reference: TypeReference, layout: Layout, scope: ModuleScope
) -> NamedAnnotation:
    """Return the annotation of values that are sent."""
    item = item_annotation(reference, layout, scope)
    name = f"{item.name} | str" if item.name == DATE_TIME else item.name
    if not reference.is_collection:
        return NamedAnnotation(name=PythonCode(name), imports=item.imports)
    return _named(f"Sequence[{name}]", SEQUENCE, *item.imports)


def returned(
    reference: TypeReference, layout: Layout, scope: ModuleScope
) -> NamedAnnotation:
    """Return the annotation of a value that is received."""
    item = item_annotation(reference, layout, scope)
    if not reference.is_collection:
        return item
    return _named(f"Sequence[{item.name}]", SEQUENCE, *item.imports)
