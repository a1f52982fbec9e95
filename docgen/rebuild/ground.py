"""The ground that types are lowered on: places and names of fields, found anew or remembered."""

from collections.abc import Iterator, Mapping

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from docgen.cache.store import key
from docgen.config import Target
from docgen.python.family import Family, FieldNames, family, is_canonical
from docgen.python.flavours import BY_NAME
from docgen.python.layout import Layout, Place, laid_out
from docgen.python.lower import Ground, ground_of
from docgen.python.names import PythonName
from docgen.rebuild.identity import Identity
from docgen.rebuild.watched import Watched, WatchedNames
from docgen.schema.model import EnumType, QualifiedName, Schema, WireName
from docgen.schema.names import root_namespace

_encoded = msgspec.msgpack.Encoder().encode


class KnownGround(Struct, frozen=True, kw_only=True):
    """Places with the key of what they were found from, and canonical names of fields."""

    places_key: bytes
    places: tuple[Place, ...]
    names: FieldNames


def found_ground(
    schema: Schema, target: Target, identity: Identity, last: KnownGround | None
) -> tuple[KnownGround, Layout, Family]:
    """Find the ground of a schema, as far as it is not the one that is known."""
    about = (target.package, target.flavour, target.entity_base)
    kinds = [(one.name, isinstance(one, EnumType)) for one in schema.types]
    places_key = key(b"places", identity.code, _encoded((about, kinds)))
    is_placed = last is not None and last.places_key == places_key
    layout = laid_out(
        schema,
        target.package,
        root_namespace(target.entity_base),
        BY_NAME[target.flavour],
        last.places if last and is_placed else None,
    )
    names = last.names if last else {}
    members = family(schema, names)
    known = KnownGround(
        places_key=places_key,
        places=tuple(layout.places.values()),
        names=dict(_canonical(members.field_names, names)),
    )
    return known, layout, members


def _canonical(
    names: FieldNames, known: FieldNames
) -> Iterator[tuple[QualifiedName, Mapping[WireName, PythonName]]]:
    """Give the names that are canonical; those that are known are."""
    for name, own in names.items():
        last = known.get(name, {})
        yield name, (
            own
            if last == own
            else {
                wire: made
                for wire, made in own.items()
                if last.get(wire) == made or is_canonical(made, wire)
            }
        )


def watched_ground(
    schema: Schema, layout: Layout, members: Family, asked: set[str], lines: set[str]
) -> Ground:
    """Give a ground that notes whose facts it is asked for, and whose lines of ancestors."""
    line = replace(members.lineage, numbers=Watched(members.lineage.numbers, lines))
    watched = replace(
        members,
        types=Watched(members.types, asked),
        lineage=line,
        own=Watched(members.own, asked),
        field_names=Watched(members.field_names, asked),
        values=Watched(members.values, asked),
        tangled=WatchedNames(members.tangled, asked),
    )
    ground = ground_of(schema, layout, watched)
    samples = replace(ground.samples, types=Watched(ground.samples.types, asked))
    return replace(ground, samples=samples)
