"""The properties that each structured type declares, its field names and its ancestors.

Base types come first, so that an inherited property is not declared again: the topmost type that
has it declares it. A field never has the name of an inherited field, nor a name that is canonical
for a property of a related type. So adding a base type renames only fields whose names are not
canonical.

Types are numbered in depth-first order: the descendants of a type have the numbers that directly
follow its own. So a comparison of numbers shows whether a type derives from another, for any depth
of the hierarchy.

A property whose name is not valid in a class body is declared in an additional base class of its
`TypedDict` (see `models`). To read that base class, a type checker needs the base classes of the
property's type, and it cannot follow a cycle. So such a property is annotated as `Any` if its type
has or inherits such a property of a structured type itself: `with_model_keys` are these types.
"""

from bisect import bisect
from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from docgen.python.names import (
    FIELD_NAMES,
    PythonName,
    camel_case,
    field_name,
    key_name,
    unique_names,
)
from docgen.schema.model import (
    EnumType,
    Property,
    QualifiedName,
    Schema,
    StructuredType,
    WireName,
)


class Lineage(Struct, frozen=True, kw_only=True):
    """Base types: for each type its number, and the highest number of its descendants."""

    numbers: Mapping[QualifiedName, tuple[int, int]]

    def derives(self, name: QualifiedName, base: QualifiedName) -> bool:
        """Return whether a type is `base` or derives from it."""
        first, last = self.numbers[base]
        return first <= self.numbers[name][0] <= last

    def is_related(self, name: QualifiedName, others: Sequence[QualifiedName]) -> bool:
        """Return whether a type derives from one of `others`, or one of them from it.

        The others are sorted by number, and none of them derives from another.
        """
        first, last = self.numbers[name]
        at = bisect(others, last, key=lambda other: self.numbers[other][0])
        nearest = others[at - 1] if at else None
        return nearest is not None and (
            self.numbers[nearest][0] >= first or self.derives(name, nearest)
        )


class TypeFacts(Struct, frozen=True, kw_only=True):
    """What is known about all structured types and the values of enum types, by type name.

    `declared` are the properties and navigation properties that a type declares, `owners` the types
    that declare a property, sorted by number. `keys` has each type with each property of its key.
    For `with_model_keys` see the module's docstring.
    """

    types: Mapping[QualifiedName, StructuredType]
    lineage: Lineage
    declared: Mapping[QualifiedName, Mapping[WireName, Property]]
    keys: AbstractSet[tuple[QualifiedName, str]]
    field_names: Mapping[QualifiedName, Mapping[WireName, PythonName]]
    owners: Mapping[WireName, list[QualifiedName]]
    values: Mapping[QualifiedName, frozenset[str]]
    with_model_keys: AbstractSet[QualifiedName]

    def find_property(self, name: QualifiedName, wire_name: str) -> Property | None:
        """Return the property that a type declares or inherits under a wire name."""
        return self.declared[self._owner(name, wire_name)].get(WireName(wire_name))

    def derived(self, declared: QualifiedName, named: object) -> QualifiedName:
        """Return the type that an object names, if it derives from the declared type."""
        text = named if isinstance(named, str) else ""
        name = QualifiedName(text.rpartition("#")[2])
        is_derived = name in self.types and self.lineage.derives(name, declared)
        return name if is_derived else declared

    def values_of(self, property_: Property) -> frozenset[str]:
        """Return the values of a property's enum type; empty for other types."""
        return self.values.get(property_.type.name, frozenset())

    def is_nullable(self, name: QualifiedName, wire_name: str) -> bool:
        """Return whether JSON may have a null; keys and "Not nullable" properties may not."""
        property_ = self.find_property(name, wire_name)
        is_nullable = property_ is None or property_.nullable is not False
        return is_nullable and not self.is_key(name, wire_name)

    def is_key(self, name: QualifiedName, wire_name: str) -> bool:
        """Return whether a property is part of the key that a type declares or inherits."""
        return (self._owner(name, wire_name), wire_name) in self.keys

    def _owner(self, name: QualifiedName, wire_name: str) -> QualifiedName:
        """Return the type that declares a property of a type; that type itself if none does."""
        numbers, owners = self.lineage.numbers, self.owners.get(WireName(wire_name), [])
        at = bisect(owners, numbers[name], key=lambda owner: numbers[owner])
        owner = owners[at - 1] if at else name
        return owner if self.lineage.derives(name, owner) else name


FieldNames: TypeAlias = Mapping[QualifiedName, Mapping[WireName, PythonName]]
"""The names of the fields of each type, by type and wire name."""


class KnownNames(Struct, frozen=True, kw_only=True):
    """Names of an earlier build that depend on their wire name only, so they are still valid.

    `fields` are canonical names. `converted` are what other wire names are converted to, which may
    not be unique.
    """

    fields: FieldNames = {}
    converted: Mapping[WireName, PythonName] = {}


NO_NAMES = KnownNames()


def type_facts(schema: Schema, known: KnownNames = NO_NAMES) -> TypeFacts:
    """Find what each structured type declares, and name its fields."""
    types = {t.name: t for t in schema.types if isinstance(t, StructuredType)}
    lineage = lineage_of(types)
    owners: dict[WireName, list[QualifiedName]] = defaultdict(list)
    declared = {
        name: _declared_properties(types[name], owners, lineage)
        for name in sorted(types, key=lambda name: lineage.numbers[name])
    }
    return TypeFacts(
        types=types,
        lineage=lineage,
        declared=declared,
        keys=frozenset((t.name, key) for t in types.values() for key in t.key),
        field_names=_field_names(declared, owners, lineage, known),
        owners=owners,
        values={
            t.name: frozenset(member.name for member in t.members)
            for t in schema.types
            if isinstance(t, EnumType)
        },
        with_model_keys=_with_model_keys(types, declared),
    )


def lineage_of(types: Mapping[QualifiedName, StructuredType]) -> Lineage:
    """Return the lineage of types; base types must not form a cycle."""
    derived: dict[QualifiedName | None, list[QualifiedName]] = defaultdict(list)
    for name, type_ in types.items():
        has_base = type_.base_type in types and type_.base_type != name
        derived[type_.base_type if has_base else None].append(name)
    numbers: dict[QualifiedName, tuple[int, int]] = {}
    stack = derived[None][::-1]
    while stack:
        name = stack[-1]
        if name not in numbers:
            numbers[name] = (len(numbers), len(types))
            stack += derived[name][::-1]
        else:
            numbers[name] = (numbers[name][0], len(numbers) - 1)
            stack.pop()
    return Lineage(numbers=numbers)


def _declared_properties(
    type_: StructuredType, owners: dict[WireName, list[QualifiedName]], lineage: Lineage
) -> dict[WireName, Property]:
    """Return the properties that no ancestor declares, each once; add the type to their owners.

    Only the last owner can be an ancestor of the type: types are visited in depth-first order.
    """
    declared: dict[WireName, Property] = {}
    for property_ in (*type_.properties, *type_.navigation_properties):
        if property_.inherited_from is not None:
            continue
        earlier = owners[property_.name]
        if not earlier or not lineage.derives(type_.name, earlier[-1]):
            declared[property_.name] = property_
            earlier.append(type_.name)
    return declared


def _field_names(
    declared: Mapping[QualifiedName, Mapping[WireName, Property]],
    owners: Mapping[WireName, list[QualifiedName]],
    lineage: Lineage,
    known: KnownNames,
) -> FieldNames:
    declared_by: dict[PythonName, QualifiedName] = {}
    names: dict[QualifiedName, Mapping[WireName, PythonName]] = {}
    for name, properties in declared.items():
        fields = known.fields.get(name, {})
        if fields.keys() != properties.keys():
            is_used = partial(_is_used, name, fields, declared_by, owners, lineage)
            inverted = {one: wire_name for wire_name, one in fields.items()}
            style = replace(
                FIELD_NAMES,
                convert=partial(_field_name, fields, known.converted),
                invert=partial(_wire_name, inverted),
            )
            unique = unique_names(properties, style, is_used)
            fields = {wire_name: unique[wire_name] for wire_name in properties}
        names[name] = fields
        declared_by |= dict.fromkeys(fields.values(), name)
    return names


def _field_name(
    canonical: Mapping[WireName, PythonName],
    converted: Mapping[WireName, PythonName],
    wire_name: str,
) -> PythonName:
    one = WireName(wire_name)
    return canonical.get(one) or converted.get(one) or field_name(wire_name)


def known_names(names: FieldNames, last: KnownNames) -> KnownNames:
    """Return the names of a build that a later one can use; `last` are those that it used."""
    fields: dict[QualifiedName, Mapping[WireName, PythonName]] = {}
    converted: dict[WireName, PythonName] = {}
    for name, all_fields in names.items():
        before = last.fields.get(name, {})
        if before == all_fields:
            fields[name] = all_fields
            continue
        fields[name] = {
            wire_name: python_name
            for wire_name, python_name in all_fields.items()
            if before.get(wire_name) == python_name
            or is_canonical(python_name, wire_name)
        }
        for wire_name in all_fields.keys() - fields[name].keys():
            converted[wire_name] = _field_name({}, last.converted, wire_name)
    return KnownNames(fields=fields, converted=dict(sorted(converted.items())))


def _wire_name(known: Mapping[PythonName, WireName], python_name: PythonName) -> str:
    return known.get(python_name) or camel_case(python_name)


def is_canonical(python_name: PythonName, wire_name: WireName) -> bool:
    """Return whether the wire name can be derived from the Python name."""
    return camel_case(python_name) == wire_name


def _is_used(
    name: QualifiedName,
    known: Mapping[WireName, PythonName],
    declared_by: Mapping[PythonName, QualifiedName],
    owners: Mapping[WireName, list[QualifiedName]],
    lineage: Lineage,
    python_name: PythonName,
    wire_name: str,
) -> bool:
    """Return whether an ancestor has a field, or a related type a canonical one, of this name.

    `known` are canonical names.
    """
    if known.get(WireName(wire_name)) == python_name:
        return False
    canonical = WireName(camel_case(python_name))
    if canonical == wire_name:
        return False
    owner = declared_by.get(python_name)
    is_inherited = owner is not None and lineage.derives(name, owner)
    return is_inherited or lineage.is_related(name, owners.get(canonical, []))


def _with_model_keys(
    types: Mapping[QualifiedName, StructuredType],
    declared: Mapping[QualifiedName, Mapping[WireName, Property]],
) -> frozenset[QualifiedName]:
    """Return the types that have or inherit a property of a structured type that is a mere key.

    `declared` has base types first.
    """
    found: set[QualifiedName] = set()
    for name, properties in declared.items():
        for one in properties.values():
            if one.type.name in types and key_name(one.name) is None:
                found.add(name)
                break
        if types[name].base_type in found:
            found.add(name)
    return frozenset(found)
