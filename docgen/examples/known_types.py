"""What examples are compared with: the properties and members of types, without descriptions."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from msgspec import Struct

from docgen.schema.model import (
    EnumType,
    QualifiedName,
    StructuredType,
    Type,
    TypeReference,
)
from docgen.schema.names import short_name
from docgen.schema.type_graph import base_chain
from docgen.similar_names import names_by_length, similar_name

Rows: TypeAlias = Mapping[str, tuple[str, TypeReference]]
"""Names in lower case, with their spelling and their type."""


class KnownEnum(Struct, frozen=True, array_like=True, kw_only=True):
    """The members of an enum type, and whether a value may combine several."""

    flags: bool
    members: tuple[str, ...]


class KnownType(Struct, frozen=True, array_like=True, kw_only=True):
    """The rows of a structured type, without those of its ancestors."""

    base: QualifiedName | None
    open: bool
    rows: tuple[tuple[str, TypeReference], ...]


class KnownTypes:
    """All types of a page set; what is known of each is found when it is first asked for.

    `memo_key` is everything that a result depends on.
    """

    def __init__(self, types: Iterable[Type]) -> None:
        self._enums: dict[QualifiedName, KnownEnum] = {}
        self._structured: dict[QualifiedName, KnownType] = {}
        for one in types:
            if isinstance(one, EnumType):
                members = tuple(member.name for member in one.members)
                self._enums[one.name] = KnownEnum(flags=one.flags, members=members)
            else:
                self._structured[one.name] = _known(one)
        self._bases = {
            name: one.base for name, one in self._structured.items() if one.base
        }
        self._names = {name.lower(): name for name in self._structured}
        self._derived: dict[QualifiedName, list[QualifiedName]] = {}
        for name, base in self._bases.items():
            self._derived.setdefault(base, []).append(name)
        self._rows: dict[QualifiedName, Rows] = {}
        self._other_rows: dict[QualifiedName, Rows] = {}

    @property
    def memo_key(
        self,
    ) -> tuple[Mapping[QualifiedName, KnownEnum], Mapping[QualifiedName, KnownType]]:
        """What is known of all types."""
        return self._enums, self._structured

    def enum(self, name: QualifiedName) -> KnownEnum | None:
        """Return an enum type, if a page declares it."""
        return self._enums.get(name)

    def is_structured(self, name: QualifiedName) -> bool:
        """Return whether a page declares a structured type of this name."""
        return name in self._structured

    def named(self, text: str) -> QualifiedName | None:
        """Return the structured type that a value of `@odata.type` names, if it is known."""
        return self._names.get(text.strip().lstrip("#").lower())

    def is_open(self, name: QualifiedName) -> bool:
        """Return whether a type or an ancestor is open, or an ancestor is not known."""
        chain = base_chain(name, self._bases)
        known = [self._structured.get(one) for one in chain]
        return any(one is None or one.open for one in known)

    def are_related(self, one: QualifiedName, other: QualifiedName) -> bool:
        """Return whether one of two types derives from the other."""
        return self.derives(one, other) or self.derives(other, one)

    def derives(self, one: QualifiedName, base: QualifiedName) -> bool:
        """Return whether a type is `base` or derives from it."""
        return base in base_chain(one, self._bases)

    def rows(self, name: QualifiedName) -> Rows:
        """Return the rows of a type and its ancestors."""
        if name not in self._rows:
            chain = base_chain(name, self._bases)
            self._rows[name] = {
                row: found for one in reversed(chain) for row, found in self._own(one)
            }
        return self._rows[name]

    def rows_of_derived(self, name: QualifiedName) -> Rows:
        """Return the rows of the types that derive from a type."""
        if name not in self._other_rows:
            waiting, seen = [name], {name}
            rows: dict[str, tuple[str, TypeReference]] = {}
            while waiting:
                for one in self._derived.get(waiting.pop(), ()):
                    if one not in seen:
                        seen.add(one)
                        waiting.append(one)
                        rows.update(self._own(one))
            self._other_rows[name] = rows
        return self._other_rows[name]

    def similar_row(self, name: QualifiedName, key: str) -> str | None:
        """Return the name of a row that is similar to a key."""
        names = (spelling for spelling, _ in self.rows(name).values())
        return similar_name(key, names_by_length(names))

    def similar_type(self, text: str) -> QualifiedName | None:
        """Return a structured type that a value of `@odata.type` may mean.

        Its name is the same or similar; the namespace of the value may be missing or another one.
        """
        by_short: dict[str, QualifiedName] = {}
        for name in sorted(self._structured):
            by_short.setdefault(short_name(name).lower(), name)
        short = short_name(text.strip().lstrip("#")).lower()
        similar = similar_name(short, names_by_length(by_short))
        return by_short.get(short) or (by_short[similar] if similar else None)

    def _own(
        self, name: QualifiedName
    ) -> Iterator[tuple[str, tuple[str, TypeReference]]]:
        known = self._structured.get(name)
        for spelling, type_ in known.rows if known else ():
            yield spelling.lower(), (spelling, type_)


def _known(one: StructuredType) -> KnownType:
    rows = tuple((row.name, row.type) for row in one.rows)
    return KnownType(base=one.base_type, open=one.open, rows=rows)
