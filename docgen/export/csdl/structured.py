"""The CSDL element of a structured type.

Rows that an ancestor declares are omitted. What CSDL can't express is described in
`Core.LongDescription`.
"""

from collections.abc import Iterator
from typing import Literal

from docgen.export.csdl.content import (
    ExportedTypes,
    HierarchyFacts,
    declared_rows,
    is_simple_identifier,
)
from docgen.export.csdl.enums import exported_members
from docgen.export.csdl.xml import (
    XmlElement,
    allowed_values,
    deprecated,
    description_element,
    element,
    long_description,
    permissions,
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
"""Facets whose defaults in CSDL would be too narrow: decimals without fractional digits."""


def structured_element(
    exported: ExportedTypes, facts: HierarchyFacts, one: StructuredType
) -> XmlElement:
    """Return the element of an entity type or a complex type."""
    attributes = {
        "Name": short_name(one.name),
        "BaseType": exported.bases.get(one.name),
        "Abstract": "true" if one.name in facts.abstract else None,
        "OpenType": "true" if one.open else None,
    }
    return element(
        _ELEMENTS[one.kind],
        attributes,
        *description_element(one.description),
        *long_description(tuple(_notes(facts, one))),
        *deprecated(one.deprecated),
        *_key(facts, one),
        *_rows(exported, facts, one),
    )


def undeclared_element(
    name: QualifiedName, kind: Literal["entity", "complex"]
) -> XmlElement:
    """Return the element of a type that pages refer to, but none declares."""
    attributes = {
        "Name": short_name(name),
        "Abstract": "true" if kind == "entity" else None,
    }
    notes = long_description(("Named, but declared by no page.",))
    return element(_ELEMENTS[kind], attributes, *notes)


def _key(facts: HierarchyFacts, one: StructuredType) -> Iterator[XmlElement]:
    if names := facts.keys.get(one.name):
        yield element(
            "Key", {}, *(element("PropertyRef", {"Name": name}) for name in names)
        )


def _rows(
    exported: ExportedTypes, facts: HierarchyFacts, one: StructuredType
) -> Iterator[XmlElement]:
    navigation = {row.name for row in one.navigation_properties}
    for row in declared_rows(one):
        yield _row(
            exported,
            row,
            is_navigation=row.name in navigation,
            is_key=(one.name, row.name) in facts.key_properties,
        )


def _notes(facts: HierarchyFacts, one: StructuredType) -> Iterator[str]:
    """Yield descriptions of what the element can't express."""
    for row in one.rows:
        if row.inherited_from is None and not is_simple_identifier(row.name):
            about = f": {row.description}" if row.description else "."
            yield f"Has `{row.name}` too, `{csdl_type(row.type)}`{about}"
    if one.key and one.name not in facts.keys:
        yield f"The key is `{', '.join(one.key)}`."
    if one.abstract and one.name not in facts.abstract:
        yield "The type is abstract, although its base type is not."
    if one.name in facts.abstract and not one.abstract:
        yield "The type is abstract only here, because no page declares its key."


def _row(
    exported: ExportedTypes, row: Property, *, is_navigation: bool, is_key: bool
) -> XmlElement:
    name = row.type.name
    kind = exported.kind(name)
    if kind == "entity":
        return _navigation_property(row, name)
    if kind is None and is_navigation and primitive(name) in (None, UNTYPED):
        return _navigation_property(row, _ANY_ENTITY)
    return _property(exported, row, name if kind else _primitive(row), is_key)


def _navigation_property(row: Property, name: QualifiedName) -> XmlElement:
    nullable = None if row.type.is_collection else row.nullable
    attributes = {
        "Name": row.name,
        "Type": _type(row, name),
        "Nullable": _bool(nullable),
    }
    return element("NavigationProperty", attributes, *_annotations(row))


def _property(
    exported: ExportedTypes, row: Property, name: QualifiedName, is_key: bool
) -> XmlElement:
    is_omitted = row.type.is_collection and row.nullable is True
    nullable = False if is_key else None if is_omitted else row.nullable
    attributes = {
        "Name": row.name,
        "Type": _type(row, name),
        "Nullable": _bool(nullable),
        "DefaultValue": _default(exported, row, name),
        **_FACETS.get(name, {}),
    }
    return element("Property", attributes, *_annotations(row), *allowed_values(row))


def _primitive(row: Property) -> QualifiedName:
    is_known = primitive(row.type.name) == row.type.name
    is_allowed = not (row.type.is_collection and row.type.name in _NOT_IN_COLLECTIONS)
    return row.type.name if is_known and is_allowed else UNTYPED


def _type(row: Property, name: QualifiedName) -> str:
    return f"Collection({name})" if row.type.is_collection else name


def _default(exported: ExportedTypes, row: Property, name: QualifiedName) -> str | None:
    if row.default is None or row.type.is_collection:
        return None
    match exported.types.get(name):
        case EnumType(flags=flags) as found if members := exported_members(found):
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
