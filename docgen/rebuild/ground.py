"""The ground that types are lowered on: places and names of fields, found anew or remembered."""

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from docgen.cache.store import key
from docgen.config import Target
from docgen.python.family import Family, FieldNames, family
from docgen.python.flavours import BY_NAME
from docgen.python.layout import Layout, Place, laid_out
from docgen.python.lower import Ground, ground_of
from docgen.rebuild.identity import Identity
from docgen.rebuild.watched import Watched, WatchedNames
from docgen.schema.model import (
    EnumType,
    Schema,
    StructuredType,
)
from docgen.schema.names import root_namespace

_encoded = msgspec.msgpack.Encoder().encode


class KnownGround(Struct, frozen=True, kw_only=True):
    """Places and names of fields, each with the key of what they were found from."""

    places_key: bytes
    places: tuple[Place, ...]
    names_key: bytes
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
    rows = [_named(one) for one in schema.types]
    names_key = key(b"names", identity.code, _encoded(rows))
    is_known = last is not None and last.names_key == names_key
    members = family(schema, last.names if last and is_known else None)
    known = KnownGround(
        places_key=places_key,
        places=tuple(layout.places.values()),
        names_key=names_key,
        names=members.field_names,
    )
    return known, layout, members


def _named(type_: StructuredType | EnumType) -> object:
    """Give what the names of fields depend on."""
    if isinstance(type_, EnumType):
        return type_.name
    rows = (*type_.properties, *type_.navigation_properties)
    return type_.name, type_.base_type, [(r.name, r.inherited_from) for r in rows]


def watched_ground(
    schema: Schema, layout: Layout, members: Family, asked: set[str]
) -> Ground:
    """Give a ground that notes which types it is asked about."""
    line = replace(members.lineage, numbers=Watched(members.lineage.numbers, asked))
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
