"""The cache wrapped around `lower`: a type is lowered again if something that it asks for changed.

A type asks for places, of which any change counts for all; for facts of types: its own, and those
that are noted when it is lowered, with all types above these; and for lines of ancestors, which
change where a base does.
"""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property

import msgspec
from msgspec import Struct

from docgen.cache.store import key
from docgen.config import Target
from docgen.diagnostics import Diagnostic
from docgen.python.family import Family
from docgen.python.lower import lowered_type, shared_files
from docgen.python.views import FileView
from docgen.rebuild.ground import KnownGround, found_ground, watched_ground
from docgen.rebuild.identity import Identity
from docgen.schema.model import QualifiedName, Schema, StructuredType, Type

_encoded = msgspec.msgpack.Encoder().encode


class LoweredType(Struct, frozen=True, array_like=True):
    """What came of a type: a digest of its facts, its files, what is told, what it asked for.

    It asked for the facts of some types, and for the `lines` of some: names, one in a line each,
    for most are never looked at again.
    """

    facts: bytes
    base: str
    paths: tuple[str, ...]
    notes: tuple[Diagnostic, ...]
    asked: str
    lines: str


class Lowered(Struct, frozen=True, kw_only=True):
    """What came of all types, and the files that no single type decides."""

    ground: KnownGround
    types: Mapping[str, LoweredType]
    shared_key: bytes
    shared: tuple[str, ...]

    @property
    def paths(self) -> Iterator[str]:
        """The paths of all files."""
        yield from self.shared
        for one in self.types.values():
            yield from one.paths

    @property
    def notes(self) -> Iterator[Diagnostic]:
        """What is told of names."""
        return (note for one in self.types.values() for note in one.notes)


class Lowering:
    """A schema to be lowered: the types that are not as they were are `fresh`."""

    def __init__(
        self, schema: Schema, target: Target, identity: Identity, last: Lowered | None
    ) -> None:
        ground = found_ground(schema, target, identity, last.ground if last else None)
        self._known, self._layout, self._members = ground
        self._schema, self._last = schema, last
        self._asked, self._lines = set[str](), set[str]()
        self._ground = watched_ground(
            schema, self._layout, self._members, self._asked, self._lines
        )
        self._facts = {one.name: _facts(one, self._members) for one in schema.types}
        is_placed = (
            last is not None and last.ground.places_key == self._known.places_key
        )
        before = last.types if last and is_placed else {}
        self._standing = dict(_standing(schema, self._facts, before))
        self.fresh = [one for one in schema.types if one.name not in self._standing]

    def of(self, type_: Type) -> tuple[LoweredType, tuple[FileView, ...]]:
        """Lower a type; give what came of it, and the views of its files."""
        self._asked.clear()
        self._lines.clear()
        found = lowered_type(type_, self._ground)
        done = LoweredType(
            facts=self._facts[type_.name],
            base=_base(type_),
            paths=tuple(view.path for view in found.value),
            notes=found.diagnostics,
            asked="\n".join(sorted(_with_ancestors(self._asked, self._members))),
            lines="\n".join(sorted(_with_ancestors(self._lines, self._members))),
        )
        return done, found.value

    def all(self) -> tuple[Lowered, tuple[FileView, ...]]:
        """Lower what is fresh; give what came of all types, and the views that may be others."""
        found = {type_.name: self.of(type_) for type_ in self.fresh}
        views = (view for _, own in found.values() for view in own)
        done = self.done({name: one for name, (one, _) in found.items()})
        return done, (*views, *self.shared)

    @cached_property
    def shared(self) -> tuple[FileView, ...]:
        """The views of the files that no type decides, none if they are as they were."""
        if self._last and self._last.shared_key == self._shared_key:
            return ()
        return shared_files(self._schema, self._layout, self._members)

    def done(self, fresh: Mapping[str, LoweredType]) -> Lowered:
        """Give what came of all types, and so of the `fresh` ones."""
        types: dict[str, LoweredType] = {
            one.name: self._standing.get(one.name) or fresh[one.name]
            for one in self._schema.types
        }
        paths = tuple(view.path for view in self.shared)
        return Lowered(
            ground=self._known,
            types=types,
            shared_key=self._shared_key,
            shared=paths or (self._last.shared if self._last else ()),
        )

    @cached_property
    def _shared_key(self) -> bytes:
        operated = [
            type_.name
            for type_ in self._schema.types
            if isinstance(type_, StructuredType) and type_.operations
        ]
        types = self._members.types.items()
        bases = [(name, type_.base_type) for name, type_ in types]
        return key(_encoded((self._known.places_key, operated, bases)))


def lowered(
    schema: Schema, target: Target, identity: Identity, last: Lowered | None
) -> tuple[Lowered, tuple[FileView, ...]]:
    """Lower a schema; give the views of those files alone that are not as they were."""
    return Lowering(schema, target, identity, last).all()


def _standing(
    schema: Schema,
    facts: Mapping[QualifiedName, bytes],
    before: Mapping[str, LoweredType],
) -> Iterator[tuple[QualifiedName, LoweredType]]:
    """Give what came before of the types that are as they were, with all they asked for."""
    last = {type_.name: before.get(type_.name, _NEVER) for type_ in schema.types}
    changed = {name for name, one in facts.items() if one != last[name].facts}
    moved = {one.name for one in schema.types if _base(one) != last[one.name].base}
    for name, old in last.items():
        if (
            name not in changed
            and _lacks(old.asked, changed)
            and _lacks(old.lines, moved)
        ):
            yield name, old


def _facts(type_: Type, members: Family) -> bytes:
    """Give a digest of all that is known of a type."""
    names = members.field_names.get(type_.name)
    return key(_encoded((type_, names, type_.name in members.tangled)))


def _base(type_: Type) -> str:
    return type_.base_type or "" if isinstance(type_, StructuredType) else ""


_NEVER = LoweredType(facts=b"", base="", paths=(), notes=(), asked="", lines="")
"""What came of a type that was not there."""


def _lacks(lines: str, names: AbstractSet[str]) -> bool:
    return not names or names.isdisjoint(lines.split("\n"))


def _with_ancestors(names: Iterable[str], members: Family) -> set[str]:
    """Add all types above; names of what is no type stay as they are."""
    found: set[str] = set()
    for name in names:
        current: str | None = name
        while current is not None and current not in found:
            found.add(current)
            type_ = members.types.get(QualifiedName(current))
            current = type_.base_type if type_ else None
    return found
