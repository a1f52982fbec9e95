"""Payloads that a schema allows."""

import datetime as dt
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Mapping

from hypothesis import strategies as st

from docgen.schema.model import (
    EnumType,
    Property,
    QualifiedName,
    Schema,
    StructuredType,
    TypeReference,
)

Json = st.SearchStrategy[object]

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
ANY: Json = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner),
    max_leaves=4,
)
FRACTIONS = st.sampled_from(["", ".1", ".123456", ".1234567", ".0000000"])
ZONES = st.sampled_from(["", "Z", "z", "+00:00", "-08:00", "+0530"])
MOMENTS = st.datetimes().map(lambda moment: moment.replace(microsecond=0).isoformat())
CLOCKS = st.times().map(lambda clock: clock.replace(microsecond=0).isoformat())
DURATIONS = st.from_regex(
    r"-?P([0-9]{1,3}D)?T[0-9]{1,3}M([0-9]{1,2}(\.[0-9]{1,6})?S)?",
    fullmatch=True,
)
BYTES = st.binary(max_size=9)

PRIMITIVE: Mapping[str, Json] = {
    "Edm.Binary": BYTES.map(lambda b: b64encode(b).decode())
    | BYTES.map(lambda b: urlsafe_b64encode(b).decode().rstrip("=")),
    "Edm.Boolean": st.booleans(),
    "Edm.Date": st.dates().map(dt.date.isoformat),
    "Edm.DateTimeOffset": st.tuples(MOMENTS, FRACTIONS, ZONES).map("".join),
    "Edm.Decimal": NUMBERS | st.from_regex(r"-?[0-9]{1,9}\.[0-9]{1,9}", fullmatch=True),
    "Edm.Double": NUMBERS | st.sampled_from(["NaN", "INF", "-INF"]),
    "Edm.Duration": DURATIONS,
    "Edm.Guid": st.uuids().map(str) | st.uuids().map(lambda key: str(key).upper()),
    **dict.fromkeys(("Edm.Byte", "Edm.Int16", "Edm.Int32", "Edm.SByte"), st.integers()),
    "Edm.Int64": st.integers() | st.integers(-(10**18), 10**18).map(str),
    "Edm.Single": NUMBERS,
    "Edm.String": TEXTS,
    "Edm.TimeOfDay": st.tuples(CLOCKS, FRACTIONS).map("".join),
}


class Payloads:
    """What JSON of each type of a schema may be."""

    def __init__(self, schema: Schema) -> None:
        self.types = {type_.name: type_ for type_ in schema.types}

    def objects(self, name: QualifiedName, depth: int = 2) -> Json:
        """Return objects of a type, or of one that derives from it, with keys of no page too."""
        names = [found for found in self.types if self._derives(found, name)]
        return st.sampled_from(names).flatmap(
            lambda found: self._objects(found, found != name, depth)
        )

    def keys(self, name: QualifiedName) -> list[str]:
        """Return the names of the properties that a type has or inherits."""
        return [row.name for row in self._rows(name)]

    def _derives(self, name: QualifiedName | None, base: QualifiedName) -> bool:
        type_ = self.types.get(name) if name else None
        if not isinstance(type_, StructuredType):
            return False
        return name == base or self._derives(type_.base_type, base)

    def _objects(self, name: QualifiedName, is_named: bool, depth: int) -> Json:
        known = {
            row.name: st.none() | self._values(row.type, depth)
            for row in self._rows(name)
        }
        required = {"@odata.type": st.just(f"#{name}")} if is_named else {}
        return st.builds(
            lambda odd, sound: {**odd, **sound},
            st.dictionaries(
                TEXTS.filter(lambda key: key not in known), ANY, max_size=2
            ),
            st.fixed_dictionaries(required, optional=known),
        )

    def _rows(self, name: QualifiedName | None) -> list[Property]:
        type_ = self.types.get(name) if name else None
        if not isinstance(type_, StructuredType):
            return []
        own = [*type_.properties, *type_.navigation_properties]
        return [*self._rows(type_.base_type), *own]

    def _values(self, reference: TypeReference, depth: int) -> Json:
        items = self._items(reference.name, depth)
        is_many = reference.is_collection
        return st.lists(st.none() | items, max_size=2) if is_many else items

    def _items(self, name: QualifiedName, depth: int) -> Json:
        match self.types.get(name):
            case EnumType() as enum:
                return st.sampled_from([m.name for m in enum.members]) | TEXTS
            case StructuredType():
                return self.objects(name, depth - 1) if depth else st.just({})
            case None:
                return PRIMITIVE.get(name, ANY)
