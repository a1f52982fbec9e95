"""What a document declares: a `Schema` in, its types as CSDL can say them out.

A reference must resolve. A name that no page declares therefore becomes an empty type, so that it
is not lost: an entity type where a relationship or an entity type needs one, else a complex type.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from msgspec import Struct

from docgen.export.csdl.identifiers import can_name_type, is_simple_identifier
from docgen.schema.edm import is_primitive
from docgen.schema.model import (
    EnumType,
    Property,
    QualifiedName,
    Schema,
    StructuredType,
    Type,
)


class Scope(Struct, frozen=True, kw_only=True):
    """The types of a document by name, each after its base, and the base that each has there.

    `undeclared` are the types that no page declares, with the kind that their use asks for.
    """

    types: Mapping[QualifiedName, Type]
    bases: Mapping[QualifiedName, QualifiedName]
    undeclared: Mapping[QualifiedName, Literal["entity", "complex"]]

    def kind(self, name: QualifiedName) -> Literal["entity", "complex", "enum"] | None:
        """Return the kind of the type of this name, `None` where the document has none."""
        match self.types.get(name):
            case StructuredType(kind=kind):
                return kind
            case EnumType():
                return "enum"
            case None:
                return self.undeclared.get(name)


def scope(schema: Schema) -> Scope:
    """Return the types that can be said, and those that have to be there as well."""
    all_types = {one.name: one for one in schema.types}
    types = {
        one.name: one for one in _bases_first(all_types) if can_name_type(one.name)
    }
    bases = {
        one.name: base for one in types.values() if (base := _base(all_types, one))
    }
    undeclared: dict[QualifiedName, Literal["entity", "complex"]] = {}
    for name, kind in _referred(types.values(), bases):
        if name in types or not can_name_type(name):
            continue
        if kind == "entity" or name not in undeclared:
            undeclared[name] = kind
    return Scope(types=types, bases=bases, undeclared=undeclared)


def own_rows(one: StructuredType) -> Iterator[Property]:
    """Return the rows that a type declares itself and that CSDL has a name for."""
    for row in (*one.properties, *one.navigation_properties):
        if row.inherited_from is None and is_simple_identifier(row.name):
            yield row


def _bases_first(types: Mapping[QualifiedName, Type]) -> Iterator[Type]:
    seen: set[QualifiedName] = set()
    for one in types.values():
        line: list[Type] = []
        current: Type | None = one
        while current and current.name not in seen:
            seen.add(current.name)
            line.append(current)
            current = _named(types, current)
        yield from reversed(line)


def _named(types: Mapping[QualifiedName, Type], one: Type) -> Type | None:
    base = one.base_type if isinstance(one, StructuredType) else None
    return types.get(base) if base else None


def _base(types: Mapping[QualifiedName, Type], one: Type) -> QualifiedName | None:
    """Return the nearest type above whose name can be said."""
    current: Type | None = one
    while isinstance(current, StructuredType) and current.base_type:
        if can_name_type(current.base_type):
            return current.base_type
        current = types.get(current.base_type)
    return None


def _referred(
    types: Iterable[Type], bases: Mapping[QualifiedName, QualifiedName]
) -> Iterator[tuple[QualifiedName, Literal["entity", "complex"]]]:
    for one in types:
        if isinstance(one, EnumType):
            continue
        if one.name in bases:
            yield bases[one.name], one.kind
        navigation = {row.name for row in one.navigation_properties}
        for row in own_rows(one):
            if not is_primitive(row.type.name):
                yield row.type.name, "entity" if row.name in navigation else "complex"
