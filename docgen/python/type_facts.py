"""The properties that each structured type declares itself, the names of its fields, its ancestors.

Base types come first, so that an inherited field is not declared again; a name is declared by the
topmost type that has it. No field has the name of a field that it inherits, nor a name that is
canonical for a property of a related type: adding a base type renames only fields whose names are
not canonical.

A type is numbered before the types that derive from it, and they follow it without a gap. So a
question about ancestors compares numbers, however deep the hierarchy is.

A key that a class body can't name is declared in a base of its class. A type checker that reads
that base needs the bases of the key's class and can't follow a cycle. So such a key does not hold
a model of a type that has such a key, or derives from one that has: these are the `tangled` types.
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
    """The number of each type, and the last number of those that derive from it, in order."""

    numbers: Mapping[QualifiedName, tuple[int, int]]

    def derives(self, name: QualifiedName, base: QualifiedName) -> bool:
        """Return whether a type is another, or derives from it."""
        first, last = self.numbers[base]
        return first <= self.numbers[name][0] <= last

    def is_related(self, name: QualifiedName, others: Sequence[QualifiedName]) -> bool:
        """Return whether a type derives from one of others, or one of them from it.

        The others are in the order of their numbers, and none derives from another of them.
        """
        first, last = self.numbers[name]
        at = bisect(others, last, key=lambda other: self.numbers[other][0])
        nearest = others[at - 1] if at else None
        return nearest is not None and (
            self.numbers[nearest][0] >= first or self.derives(name, nearest)
        )


class TypeFacts(Struct, frozen=True, kw_only=True):
    """All structured types by name, the properties of both kinds that each declares, their names.

    `owners` has the types that declare a property, in the order of their numbers. `values` are
    those of each enum type; of `tangled` types `docgen.python.type_facts` tells.
    """

    types: Mapping[QualifiedName, StructuredType]
    lineage: Lineage
    own: Mapping[QualifiedName, Mapping[WireName, Property]]
    field_names: Mapping[QualifiedName, Mapping[WireName, PythonName]]
    owners: Mapping[WireName, list[QualifiedName]]
    values: Mapping[QualifiedName, frozenset[str]]
    tangled: AbstractSet[QualifiedName]

    def row(self, name: QualifiedName, wire: str) -> Property | None:
        """Return the property that a type has or inherits under a wire name."""
        return self.own[self._owner(name, wire)].get(WireName(wire))

    def values_of(self, row: Property) -> frozenset[str]:
        """Return the values of the enum type that a property has, if it has one."""
        return self.values.get(row.type.name, frozenset())

    def is_nullable(self, name: QualifiedName, wire: str) -> bool:
        """Return whether JSON may have a null there: pages say only where it may not."""
        owner, row = self._owner(name, wire), self.row(name, wire)
        is_key = wire in self.types[owner].key
        return not is_key and (row is None or row.nullable is not False)

    def _owner(self, name: QualifiedName, wire: str) -> QualifiedName:
        """Return the type that declares a property of a type, else the type itself."""
        numbers, owners = self.lineage.numbers, self.owners.get(WireName(wire), [])
        at = bisect(owners, numbers[name], key=lambda owner: numbers[owner])
        owner = owners[at - 1] if at else name
        return owner if self.lineage.derives(name, owner) else name


FieldNames: TypeAlias = Mapping[QualifiedName, Mapping[WireName, PythonName]]
"""The names of the fields of each type, by type and by name in JSON."""


def family(schema: Schema, known: FieldNames | None = None) -> TypeFacts:
    """Find what each structured type declares, and name its fields.

    `known` are names that were canonical when they were given: such a name depends on nothing but
    itself.
    """
    types = {t.name: t for t in schema.types if isinstance(t, StructuredType)}
    line = lineage(types)
    owners: dict[WireName, list[QualifiedName]] = defaultdict(list)
    own = {
        name: _own_rows(types[name], owners, line)
        for name in sorted(types, key=lambda name: line.numbers[name])
    }
    return TypeFacts(
        types=types,
        lineage=line,
        own=own,
        field_names=_field_names(own, owners, line, known or {}),
        owners=owners,
        values={t.name: _values(t) for t in schema.types if isinstance(t, EnumType)},
        tangled=tangled(types, own),
    )


def _own_rows(
    type_: StructuredType, owners: dict[WireName, list[QualifiedName]], line: Lineage
) -> dict[WireName, Property]:
    """Return the properties that no ancestor declares, each name once, and add their owner.

    The last owner of a name is the one to ask: a type that inherits it never becomes one.
    """
    own: dict[WireName, Property] = {}
    for row in (*type_.properties, *type_.navigation_properties):
        known = owners[row.name]
        is_known = bool(known) and line.derives(type_.name, known[-1])
        if row.inherited_from is None and not is_known:
            own[row.name] = row
            known.append(type_.name)
    return own


def _field_names(
    own: Mapping[QualifiedName, Mapping[WireName, Property]],
    owners: Mapping[WireName, list[QualifiedName]],
    line: Lineage,
    known: FieldNames,
) -> FieldNames:
    keepers: dict[PythonName, QualifiedName] = {}
    names: dict[QualifiedName, Mapping[WireName, PythonName]] = {}
    for name, rows in own.items():
        made = known.get(name, {})
        if made.keys() != rows.keys():
            is_taken = partial(_is_taken, name, keepers, owners, line)
            style = replace(FIELD_NAMES, made_by=partial(_field_name, made))
            found = unique_names(rows, style, is_taken)
            made = {wire: found[wire] for wire in rows}
        names[name] = made
        keepers |= dict.fromkeys(made.values(), name)
    return names


def _field_name(known: Mapping[WireName, PythonName], wire: str) -> PythonName:
    return known.get(WireName(wire)) or field_name(wire)


def is_canonical(made: PythonName, wire: WireName) -> bool:
    """Return whether the wire name can be derived from a Python name."""
    return camel_case(made) == wire


def _is_taken(
    name: QualifiedName,
    keepers: Mapping[PythonName, QualifiedName],
    owners: Mapping[WireName, list[QualifiedName]],
    line: Lineage,
    made: PythonName,
    wire: str,
) -> bool:
    """Return whether an ancestor has a field, or any relative a canonical one, of this name."""
    canonical = WireName(camel_case(made))
    if canonical == wire:
        return False
    is_inherited = made in keepers and line.derives(name, keepers[made])
    return is_inherited or line.is_related(name, owners.get(canonical, []))


def _values(type_: EnumType) -> frozenset[str]:
    return frozenset(member.name for member in type_.members)


def lineage(types: Mapping[QualifiedName, StructuredType]) -> Lineage:
    """Return the numbers of the types, base types first; there is no cycle of base types."""
    derived: dict[QualifiedName | None, list[QualifiedName]] = defaultdict(list)
    for name, type_ in types.items():
        has_base = type_.base_type in types and type_.base_type != name
        derived[type_.base_type if has_base else None].append(name)
    numbers: dict[QualifiedName, tuple[int, int]] = {}
    waiting = derived[None][::-1]
    while waiting:
        name = waiting[-1]
        if name not in numbers:
            numbers[name] = (len(numbers), len(types))
            waiting += derived[name][::-1]
        else:
            numbers[name] = (numbers[name][0], len(numbers) - 1)
            waiting.pop()
    return Lineage(numbers=numbers)


def tangled(
    types: Mapping[QualifiedName, StructuredType],
    own: Mapping[QualifiedName, Mapping[WireName, Property]],
) -> frozenset[QualifiedName]:
    """Find the tangled types; `own` has what each declares, base types first."""
    found: set[QualifiedName] = set()
    for name, rows in own.items():
        of_models = (row for row in rows.values() if row.type.name in types)
        is_tangled = any(key_name(row.name) is None for row in of_models)
        if is_tangled or types[name].base_type in found:
            found.add(name)
    return frozenset(found)
