"""Structured types: a type and what it has from above in, its element out.

Rows that an ancestor declares are not declared again. What CSDL has no name or no rule for is
said in words, in `Core.LongDescription`.
"""

from collections.abc import Iterator
from typing import Literal

from docgen.export.csdl.content import (
    AncestorIndex,
    ExportedTypes,
    is_simple_identifier,
    own_rows,
)
from docgen.export.csdl.enums import sayable_members
from docgen.export.csdl.xml import (
    XmlElement,
    allowed_values,
    deprecated,
    description_element,
    element,
    permissions,
    unsaid,
)
from docgen.export.literals import literal, member_literal
from docgen.schema.edm import UNTYPED, primitive
from docgen.schema.model import (
    EnumType,
    Property,
    QualifiedName,
    StructuredType,
    csdl_type,
)
from docgen.schema.names import short_name

_ELEMENTS = {"entity": "EntityType", "complex": "ComplexType"}

_ANY_ENTITY = QualifiedName("Edm.EntityType")

_NOT_IN_COLLECTIONS = frozenset({"Edm.Stream"})

_FACETS = {"Edm.Decimal": {"Scale": "variable"}}
"""Facets without which a type would be narrower than any page says: decimals have digits."""


def structured_element(
    scope: ExportedTypes, from_above: AncestorIndex, one: StructuredType
) -> XmlElement:
    """Return the element of an entity type or a complex type."""
    attributes = {
        "Name": short_name(one.name),
        "BaseType": scope.bases.get(one.name),
        "Abstract": "true" if one.name in from_above.abstract else None,
        "OpenType": "true" if one.open else None,
    }
    return element(
        _ELEMENTS[one.kind],
        attributes,
        *description_element(one.description),
        *unsaid(tuple(_notes(from_above, one))),
        *deprecated(one.deprecated),
        *_key(from_above, one),
        *_rows(scope, from_above, one),
    )


def undeclared_element(
    name: QualifiedName, kind: Literal["entity", "complex"]
) -> XmlElement:
    """Return the element of a type that pages name and none declares."""
    attributes = {
        "Name": short_name(name),
        "Abstract": "true" if kind == "entity" else None,
    }
    notes = unsaid(("Named, but declared by no page.",))
    return element(_ELEMENTS[kind], attributes, *notes)


def _key(from_above: AncestorIndex, one: StructuredType) -> Iterator[XmlElement]:
    if names := from_above.keys.get(one.name):
        yield element(
            "Key", {}, *(element("PropertyRef", {"Name": name}) for name in names)
        )


def _rows(
    scope: ExportedTypes, from_above: AncestorIndex, one: StructuredType
) -> Iterator[XmlElement]:
    navigation = {row.name for row in one.navigation_properties}
    for row in own_rows(one):
        yield row_element(
            scope,
            row,
            is_navigation=row.name in navigation,
            is_key=(one.name, row.name) in from_above.key_properties,
        )


def _notes(from_above: AncestorIndex, one: StructuredType) -> Iterator[str]:
    """Describe in words what the element cannot express."""
    for row in (*one.properties, *one.navigation_properties):
        if row.inherited_from is None and not is_simple_identifier(row.name):
            about = f": {row.description}" if row.description else "."
            yield f"Has `{row.name}` too, `{csdl_type(row.type)}`{about}"
    if one.key and one.name not in from_above.keys:
        yield f"The key is `{', '.join(one.key)}`."
    if one.abstract and one.name not in from_above.abstract:
        yield "The type is abstract, though the type above it is not."
    if one.name in from_above.abstract and not one.abstract:
        yield "The type is abstract here only, because no page tells its key."


def row_element(
    scope: ExportedTypes, row: Property, *, is_navigation: bool, is_key: bool
) -> XmlElement:
    """Return the element of a row; `is_navigation` says that it is one of a relationships table."""
    name = row.type.name
    kind = scope.kind(name)
    if kind == "entity":
        return _navigation_property(row, name)
    if kind is None and is_navigation and primitive(name) in (None, UNTYPED):
        return _navigation_property(row, _ANY_ENTITY)
    return _property(scope, row, name if kind else _primitive(row), is_key)


def _navigation_property(row: Property, name: QualifiedName) -> XmlElement:
    nullable = None if row.type.is_collection else row.nullable
    attributes = {
        "Name": row.name,
        "Type": _type(row, name),
        "Nullable": _bool(nullable),
    }
    return element("NavigationProperty", attributes, *_annotations(row))


def _property(
    scope: ExportedTypes, row: Property, name: QualifiedName, is_key: bool
) -> XmlElement:
    is_not_said = row.type.is_collection and row.nullable is True
    nullable = False if is_key else None if is_not_said else row.nullable
    attributes = {
        "Name": row.name,
        "Type": _type(row, name),
        "Nullable": _bool(nullable),
        "DefaultValue": _default(scope, row, name),
        **_FACETS.get(name, {}),
    }
    return element("Property", attributes, *_annotations(row), *allowed_values(row))


def _primitive(row: Property) -> QualifiedName:
    is_known = primitive(row.type.name) == row.type.name
    is_allowed = not (row.type.is_collection and row.type.name in _NOT_IN_COLLECTIONS)
    return row.type.name if is_known and is_allowed else UNTYPED


def _type(row: Property, name: QualifiedName) -> str:
    return f"Collection({name})" if row.type.is_collection else name


def _default(scope: ExportedTypes, row: Property, name: QualifiedName) -> str | None:
    if row.default is None or row.type.is_collection:
        return None
    match scope.types.get(name):
        case EnumType(flags=flags) as found if members := sayable_members(found):
            return member_literal(row.default, members, flags=flags)
        case EnumType():
            return row.default
        case _:
            return literal(row.default, name)


def _annotations(row: Property) -> Iterator[XmlElement]:
    yield from description_element(row.description)
    yield from deprecated(row.deprecated)
    yield from permissions(row.read_only)


def _bool(claim: bool | None) -> str | None:
    return None if claim is None else str(claim).lower()
