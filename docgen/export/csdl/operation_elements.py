"""The CSDL elements of actions and functions."""

from collections.abc import Iterator

from docgen.export.csdl.operations import BoundCall, Call
from docgen.export.csdl.xml import (
    XmlElement,
    deprecated,
    description_element,
    element,
    long_description,
)
from docgen.schema.model import Parameter, TypeReference, csdl_type

_ELEMENTS = {"action": "Action", "function": "Function"}
_BINDING = "bindingParameter"


def call_element(one: BoundCall) -> XmlElement:
    """Return the element of an action or a function."""
    call = one.call
    return element(
        _ELEMENTS[call.kind],
        {"Name": call.name, "IsBound": "true"},
        *description_element(call.description),
        *long_description(call.notes),
        *deprecated(call.deprecation is not None, call.deprecation or ""),
        _binding(one),
        *(_parameter(call, each) for each in call.parameters),
        *_returns(call.returns),
    )


def _binding(one: BoundCall) -> XmlElement:
    """Return the first parameter, with a name that no other parameter has."""
    name, names = _BINDING, {each.name for each in one.call.parameters}
    while name in names:
        name += "_"
    type_ = csdl_type(one.bound)
    return element("Parameter", {"Name": name, "Type": type_, "Nullable": "false"})


def _parameter(call: Call, one: Parameter) -> XmlElement:
    """Return a parameter; a function needs all of its own, which says nothing about null."""
    is_never_null = call.kind == "action" and one.required
    attributes = {
        "Name": one.name,
        **(_type(one.type) if one.type else {}),
        "Nullable": "false" if is_never_null else None,
    }
    return element("Parameter", attributes, *description_element(one.description))


def _returns(type: TypeReference | None) -> Iterator[XmlElement]:
    if type is not None:
        yield element("ReturnType", _type(type))


def _type(type: TypeReference) -> dict[str, str | None]:
    """Return a type; the default scale of decimals would allow no fractional digits."""
    scale = "variable" if type.name == "Edm.Decimal" else None
    return {"Type": csdl_type(type), "Scale": scale}
