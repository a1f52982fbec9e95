"""Rows: a property in, its element out.

What a row names decides what it is in CSDL: a navigation property leads to entities, a property
holds everything else (CSDL 4.0, 6.1.2 and 7.1.2), whichever table of the page has the row.
A collection is never null in CSDL, so that "nullable" can only be denied: of what it holds.
"""

from collections.abc import Iterator

from docgen.export.csdl.annotations import (
    allowed_values,
    deprecated,
    description,
    permissions,
)
from docgen.export.csdl.elements import Element, element
from docgen.export.csdl.enums import sayable_members
from docgen.export.csdl.scope import Scope
from docgen.export.literals import literal, member_literal
from docgen.schema.edm import UNTYPED, primitive
from docgen.schema.model import EnumType, Property, QualifiedName

_ANY_ENTITY = QualifiedName("Edm.EntityType")
_NOT_IN_COLLECTIONS = frozenset({"Edm.Stream"})
_FACETS = {"Edm.Decimal": {"Scale": "variable"}}
"""Facets without which a type would be narrower than any page says: a decimal is no integer."""


def row_element(
    scope: Scope, row: Property, *, is_navigation: bool, is_key: bool
) -> Element:
    """Return the element of a row; `is_navigation` says that it is one of a relationships table."""
    name = row.type.name
    kind = scope.kind(name)
    if kind == "entity":
        return _navigation_property(row, name)
    if kind is None and is_navigation and primitive(name) in (None, UNTYPED):
        return _navigation_property(row, _ANY_ENTITY)
    return _property(scope, row, name if kind else _primitive(row), is_key)


def _navigation_property(row: Property, name: QualifiedName) -> Element:
    nullable = None if row.type.is_collection else row.nullable
    attributes = {
        "Name": row.name,
        "Type": _type(row, name),
        "Nullable": _bool(nullable),
    }
    return element("NavigationProperty", attributes, *_annotations(row))


def _property(
    scope: Scope, row: Property, name: QualifiedName, is_key: bool
) -> Element:
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


def _default(scope: Scope, row: Property, name: QualifiedName) -> str | None:
    if row.default is None or row.type.is_collection:
        return None
    match scope.types.get(name):
        case EnumType(flags=flags) as found if members := sayable_members(found):
            return member_literal(row.default, members, flags=flags)
        case EnumType():
            return row.default
        case _:
            return literal(row.default, name)


def _annotations(row: Property) -> Iterator[Element]:
    yield from description(row.description)
    yield from deprecated(row.deprecated)
    yield from permissions(row.read_only)


def _bool(claim: bool | None) -> str | None:
    return None if claim is None else str(claim).lower()
