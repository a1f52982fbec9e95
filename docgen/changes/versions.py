"""Two versions of a schema, and which types of them are the same.

A type is the same if it has the same qualified name, or if it was renamed: by the rule of
`docgen.same_types`, which also moves hand-written code, or because only the case of its name
differs. A type that was possibly renamed is the same if only its namespace differs, and so is one
that has half of the members of the only other type of its name. Types of the old version are
compared by their new names.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from docgen.same_types import DescribedType, same_types
from docgen.schema.model import (
    EnumType,
    Property,
    QualifiedName,
    Schema,
    StructuredType,
    Type,
    TypeReference,
    WireName,
    csdl_type,
)
from docgen.schema.names import short_name
from docgen.schema.type_graph import base_chain


class SchemaVersion(Struct, frozen=True, kw_only=True):
    """A version of a schema: its types by name, their base types, and what each declares."""

    schema: Schema
    types: Mapping[QualifiedName, Type]
    bases: Mapping[QualifiedName, QualifiedName]
    rows: Mapping[QualifiedName, Mapping[str, Property]]

    def names(self, type: QualifiedName) -> frozenset[str]:
        """Return the names of the properties that a type declares or inherits."""
        chain = base_chain(type, self.bases)
        return frozenset(name for one in chain for name in self.rows.get(one, ()))

    def key(self, type: QualifiedName) -> tuple[WireName, ...] | None:
        """Return the key that a type declares or inherits.

        It is `None` if that is not known, because no page declares a base type.
        """
        for name in base_chain(type, self.bases):
            found = self.types.get(name)
            if found is None:
                return None
            if isinstance(found, StructuredType) and found.key:
                return found.key
        return ()

    def is_enum(self, name: QualifiedName) -> bool:
        """Return whether a name is that of an enum type."""
        return isinstance(self.types.get(name), EnumType)

    def derives(self, name: QualifiedName | None, base: QualifiedName | None) -> bool:
        """Return whether a type is `base` or derives from it."""
        return base in base_chain(name, self.bases)


class SchemaVersions(Struct, frozen=True, kw_only=True):
    """Two versions; `new_names` are the new names of the types that were renamed."""

    old: SchemaVersion
    new: SchemaVersion
    new_names: Mapping[QualifiedName, QualifiedName]

    @property
    def pairs(self) -> Iterator[tuple[Type, Type]]:
        """The types that both versions have."""
        for one in self.old.schema.types:
            other = self.new.types.get(self.new_name(one.name))
            if other is not None:
                yield one, other

    @property
    def removed(self) -> Iterator[Type]:
        """The types that only the old version has."""
        for one in self.old.schema.types:
            if self.new_name(one.name) not in self.new.types:
                yield one

    @property
    def added(self) -> Iterator[Type]:
        """The types that only the new version has."""
        known = {self.new_name(name) for name in self.old.types}
        return (one for one in self.new.schema.types if one.name not in known)

    def new_name(self, name: QualifiedName) -> QualifiedName:
        """Return the new name of a type; the new version may refer to it by its old name."""
        return self.new_names.get(name, name)

    def new_reference(self, one: TypeReference | None) -> str | None:
        """Return a reference of either version, with the new name of its type."""
        if one is None:
            return None
        name = self.new_name(one.name)
        return f"Collection({name})" if one.is_collection else name

    def is_same_type(
        self, old: TypeReference | None, new: TypeReference | None
    ) -> bool:
        """Return whether a reference of the old version means the type of one of the new."""
        return self.new_reference(old) == self.new_reference(new)


def versions_of(old: Schema, new: Schema) -> SchemaVersions:
    """Return two versions, with the types that were renamed."""
    before, after = _version(old), _version(new)
    removed = [one for one in old.types if one.name not in after.types]
    added = [one for one in new.types if one.name not in before.types]
    known = dict(_in_another_case(removed, added))
    known |= _renamed(removed, added, old, new, known)
    known |= _in_another_namespace(
        [one for one in removed if one.name not in known],
        [one for one in added if one.name not in known.values()],
    )
    return SchemaVersions(old=before, new=after, new_names=known)


def _version(schema: Schema) -> SchemaVersion:
    structured = [one for one in schema.types if isinstance(one, StructuredType)]
    return SchemaVersion(
        schema=schema,
        types={one.name: one for one in schema.types},
        bases={one.name: one.base_type for one in structured if one.base_type},
        rows={one.name: {row.name: row for row in one.rows} for one in structured},
    )


def _in_another_case(
    removed: Iterable[Type], added: Iterable[Type]
) -> Iterator[tuple[QualifiedName, QualifiedName]]:
    """Yield the names that differ only in case."""
    new = {one.name.casefold(): one.name for one in added}
    for one in removed:
        if one.name.casefold() in new:
            yield one.name, new[one.name.casefold()]


def _in_another_namespace(
    removed: Iterable[Type], added: Iterable[Type]
) -> Iterator[tuple[QualifiedName, QualifiedName]]:
    """Yield the names of types that have half of the members of another with this short name."""
    old, new = _by_short_name(removed), _by_short_name(added)
    for name, ones in old.items():
        others = new.get(name, [])
        if len(ones) == len(others) == 1 and _has_half(ones[0], others[0]):
            yield ones[0].name, others[0].name


def _by_short_name(types: Iterable[Type]) -> Mapping[str, Sequence[Type]]:
    found: dict[str, list[Type]] = {}
    for one in types:
        found.setdefault(short_name(one.name).casefold(), []).append(one)
    return found


def _has_half(one: Type, other: Type) -> bool:
    names, others = (
        {line.partition("\t")[0] for line in _members(each)} for each in (one, other)
    )
    is_same_form = isinstance(one, EnumType) == isinstance(other, EnumType)
    return is_same_form and 2 * len(names & others) >= min(len(names), len(others)) > 0


def _renamed(
    removed: Sequence[Type],
    added: Sequence[Type],
    old: Schema,
    new: Schema,
    known: Mapping[QualifiedName, QualifiedName],
) -> dict[QualifiedName, QualifiedName]:
    """Return the new names of types by those that were removed, without the `known` ones."""
    old_pages = frozenset(one.path for one in old.pages)
    new_pages = frozenset(one.path for one in new.pages)
    taken = frozenset(known.values())
    found: dict[QualifiedName, QualifiedName] = {}
    for kind in (StructuredType, EnumType):
        pairs = same_types(
            [
                _described(one)
                for one in removed
                if isinstance(one, kind) and one.name not in known
            ],
            [
                _described(one)
                for one in added
                if isinstance(one, kind) and one.name not in taken
            ],
            gone=old_pages - new_pages,
            new_pages=new_pages - old_pages,
        )
        for pair in pairs:
            is_moved = short_name(pair.old) == short_name(pair.new)
            if pair.is_certain or is_moved:
                found[QualifiedName(pair.old)] = QualifiedName(pair.new)
    return found


def _described(one: Type) -> DescribedType:
    return DescribedType(
        key=one.name,
        pages=frozenset(source.path for source in one.sources),
        members=frozenset(_members(one)),
    )


def _members(one: Type) -> Iterator[str]:
    if isinstance(one, EnumType):
        for member in one.members:
            yield f"{member.name}\t{member.description}"
    else:
        for row in one.rows:
            yield f"{row.name}\t{csdl_type(row.type)} {row.description}"
