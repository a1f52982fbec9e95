"""Structured types: a type and what it has from above in, its element out.

Rows that an ancestor declares are not declared again. What CSDL has no name or no rule for is
said in words, in `Core.LongDescription`.
"""

from collections.abc import Iterator
from typing import Literal

from docgen.export.csdl.annotations import deprecated, description, unsaid
from docgen.export.csdl.elements import Element, element
from docgen.export.csdl.identifiers import is_simple_identifier
from docgen.export.csdl.lineage import Lineage
from docgen.export.csdl.rows import row_element
from docgen.export.csdl.scope import Scope, own_rows
from docgen.schema.model import QualifiedName, StructuredType
from docgen.schema.names import short_name
from docgen.schema.written import written

_ELEMENTS = {"entity": "EntityType", "complex": "ComplexType"}


def structured_element(
    scope: Scope, from_above: Lineage, one: StructuredType
) -> Element:
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
        *description(one.description),
        *unsaid(tuple(_notes(from_above, one))),
        *deprecated(one.deprecated),
        *_key(from_above, one),
        *_rows(scope, from_above, one),
    )


def undeclared_element(
    name: QualifiedName, kind: Literal["entity", "complex"]
) -> Element:
    """Return the element of a type that pages name and none declares."""
    attributes = {
        "Name": short_name(name),
        "Abstract": "true" if kind == "entity" else None,
    }
    notes = unsaid(("Named, but declared by no page.",))
    return element(_ELEMENTS[kind], attributes, *notes)


def _key(from_above: Lineage, one: StructuredType) -> Iterator[Element]:
    if names := from_above.keys.get(one.name):
        yield element(
            "Key", {}, *(element("PropertyRef", {"Name": name}) for name in names)
        )


def _rows(scope: Scope, from_above: Lineage, one: StructuredType) -> Iterator[Element]:
    navigation = {row.name for row in one.navigation_properties}
    for row in own_rows(one):
        yield row_element(
            scope,
            row,
            is_navigation=row.name in navigation,
            is_key=(one.name, row.name) in from_above.key_properties,
        )


def _notes(from_above: Lineage, one: StructuredType) -> Iterator[str]:
    """Say in words what the element can't."""
    for row in (*one.properties, *one.navigation_properties):
        if row.inherited_from is None and not is_simple_identifier(row.name):
            about = f": {row.description}" if row.description else "."
            yield f"Has `{row.name}` too, `{written(row.type)}`{about}"
    if one.key and one.name not in from_above.keys:
        yield f"The key is `{', '.join(one.key)}`."
    if one.abstract and one.name not in from_above.abstract:
        yield "The type is abstract, though the type above it is not."
    if one.name in from_above.abstract and not one.abstract:
        yield "The type is abstract here only, because no page tells its key."
