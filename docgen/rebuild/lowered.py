"""The cache wrapped around `lower`: a type is lowered again if something that it asks for changed.

A type asks for places, of which any change counts for all; for facts of types: its own, and those
that are noted when it is lowered, with all types above these; and for lines of ancestors, which
change where a base does.
"""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

import msgspec
from msgspec import Struct

from docgen.cache.store import key
from docgen.config import Target
from docgen.diagnostics import Diagnostic
from docgen.python.family import Family
from docgen.python.layout import Layout
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


def lowered(
    schema: Schema, target: Target, identity: Identity, last: Lowered | None
) -> tuple[Lowered, tuple[FileView, ...]]:
    """Lower a schema; give the views of those files alone that are not as they were."""
    known, layout, members = found_ground(
        schema, target, identity, last.ground if last else None
    )
    is_known = last is not None and last.ground.places_key == known.places_key
    before = last.types if last and is_known else {}
    types, views = _types(schema, layout, members, before)
    own, shared = _shared(schema, layout, members, known, last)
    paths = tuple(view.path for view in shared) or (last.shared if last else ())
    done = Lowered(ground=known, types=types, shared_key=own, shared=paths)
    return done, (*views, *shared)


def _types(
    schema: Schema, layout: Layout, members: Family, before: Mapping[str, LoweredType]
) -> tuple[dict[str, LoweredType], list[FileView]]:
    """Lower the types that are not as they were; give what came of all, and new views."""
    facts = {type_.name: _facts(type_, members) for type_ in schema.types}
    last = {type_.name: before.get(type_.name, _NEVER) for type_ in schema.types}
    changed = {name for name, one in facts.items() if one != last[name].facts}
    moved = {one.name for one in schema.types if _base(one) != last[one.name].base}
    asked: set[str] = set()
    lines: set[str] = set()
    ground = watched_ground(schema, layout, members, asked, lines)
    types: dict[str, LoweredType] = {}
    views: list[FileView] = []
    for type_ in schema.types:
        if type_.name not in changed and _stands(last[type_.name], changed, moved):
            types[type_.name] = last[type_.name]
            continue
        asked.clear()
        lines.clear()
        found = lowered_type(type_, ground)
        views += found.value
        types[type_.name] = LoweredType(
            facts=facts[type_.name],
            base=_base(type_),
            paths=tuple(view.path for view in found.value),
            notes=found.diagnostics,
            asked="\n".join(sorted(_with_ancestors(asked, members))),
            lines="\n".join(sorted(_with_ancestors(lines, members))),
        )
    return types, views


def _facts(type_: Type, members: Family) -> bytes:
    """Give a digest of all that is known of a type."""
    names = members.field_names.get(type_.name)
    return key(_encoded((type_, names, type_.name in members.tangled)))


def _base(type_: Type) -> str:
    return type_.base_type or "" if isinstance(type_, StructuredType) else ""


_NEVER = LoweredType(facts=b"", base="", paths=(), notes=(), asked="", lines="")
"""What came of a type that was not there."""


def _stands(
    old: LoweredType, changed: AbstractSet[str], moved: AbstractSet[str]
) -> bool:
    """Tell whether nothing that a type asked for is another."""
    return _lacks(old.asked, changed) and _lacks(old.lines, moved)


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


def _shared(
    schema: Schema,
    layout: Layout,
    members: Family,
    known: KnownGround,
    last: Lowered | None,
) -> tuple[bytes, tuple[FileView, ...]]:
    """Give the files that no type decides, none if they are as they were, and their key."""
    operated = [
        type_.name
        for type_ in schema.types
        if isinstance(type_, StructuredType) and type_.operations
    ]
    bases = [(name, type_.base_type) for name, type_ in members.types.items()]
    own = key(_encoded((known.places_key, operated, bases)))
    if last and last.shared_key == own:
        return own, ()
    return own, shared_files(schema, layout, members)
