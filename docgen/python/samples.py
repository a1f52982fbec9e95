"""Sample JSON of a page, made into JSON that its type reads and writes as it is.

A word that stands for a type (`"String (timestamp)"`) becomes a value of the type that the
property declares, and so does any other value that it could not hold. What has the wrong shape (a
list for an object, a text for a list) is left out, as is what is endlessly nested or long. Keys
that the type does not declare are kept as they are.
"""

import json
import re
from collections.abc import Mapping

from msgspec import Struct

from docgen.python.lineage import ancestors
from docgen.python.references import ANY_JSON
from docgen.schema.model import (
    EnumType,
    Property,
    QualifiedName,
    Schema,
    StructuredType,
    Type,
    TypeReference,
)

DEEPEST = 20
"""Levels of a sample that are kept."""
LONGEST = 1_000
"""Characters of a text or a key in a sample that is kept."""

TYPE_KEY = "@odata.type"

EXAMPLES: Mapping[str, object] = {
    "Edm.Binary": "AQID",
    "Edm.Boolean": True,
    "Edm.Byte": 1,
    "Edm.Date": "2021-06-01",
    "Edm.DateTimeOffset": "2021-06-01T12:34:56Z",
    "Edm.Decimal": 1.5,
    "Edm.Double": 1.5,
    "Edm.Duration": "PT1H30M",
    "Edm.Guid": "c2f3a1de-7a5b-4f2c-9d2e-0c5a1b0c9a11",
    "Edm.Int16": 1,
    "Edm.Int32": 1,
    "Edm.Int64": 1,
    "Edm.SByte": 1,
    "Edm.Single": 1.5,
    "Edm.Stream": "AQID",
    "Edm.String": "String",
    "Edm.TimeOfDay": "12:34:56",
}
"""Primitive types and a value of each. A value of another kind of JSON gives way to it."""

SPELLINGS: Mapping[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.ASCII)
    for name, pattern in {
        "Edm.Binary": r"(?:[A-Za-z0-9+/]{4})*",
        "Edm.Date": r"[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])",
        "Edm.DateTimeOffset": r"[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])"
        r"T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ",
        "Edm.Duration": r"P(?:\d{1,4}D|T\d{1,4}[HMS])",
        "Edm.Guid": r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}",
        "Edm.Stream": r"(?:[A-Za-z0-9+/]{4})*",
        "Edm.TimeOfDay": r"(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d",
    }.items()
}
"""Texts of a sample that are values of their type already, in the spelling that is written."""


class Omitted(Struct, frozen=True):
    """Stands for a value that is left out."""


OMITTED = Omitted()


class Samples(Struct, frozen=True, kw_only=True):
    """The samples of a schema's types."""

    types: Mapping[QualifiedName, Type]
    structured: Mapping[QualifiedName, StructuredType]

    def of(self, type_: StructuredType) -> dict[str, object] | None:
        """Give the sample of a type, made readable; `None` where the page has none."""
        sample: object = json.loads(type_.sample) if type_.sample else None
        return self._object(type_, sample, 0) if isinstance(sample, dict) else None

    def _object(
        self, declared: StructuredType, value: dict[str, object], depth: int
    ) -> dict[str, object]:
        type_ = self._derived(declared, value.get(TYPE_KEY))
        rows = self._properties(type_)
        items = {
            key: (
                self._value(rows[key].type, item, depth + 1)
                if key in rows
                else _kept(item, depth + 1)
            )
            for key, item in value.items()
            if len(key) <= LONGEST and (key != TYPE_KEY or isinstance(item, str))
        }
        return {key: item for key, item in items.items() if item is not OMITTED}

    def _derived(self, declared: StructuredType, name: object) -> StructuredType:
        """Give the type that a value names, if it derives from the declared one."""
        text = name.removeprefix("#") if isinstance(name, str) else ""
        named = self.structured.get(QualifiedName(text), declared)
        return named if declared in ancestors(named, self.structured) else declared

    def _properties(self, type_: StructuredType) -> dict[str, Property]:
        oldest_last = (type_, *ancestors(type_, self.structured))
        return {
            row.name: row
            for owner in reversed(oldest_last)
            for row in (*owner.navigation_properties[::-1], *owner.properties[::-1])
            if row.inherited_from is None
        }

    def _value(self, reference: TypeReference, value: object, depth: int) -> object:
        if value is None or depth > DEEPEST:
            return value if value is None else OMITTED
        if not reference.is_collection:
            return self._item(reference.name, value, depth)
        if not isinstance(value, list):
            return OMITTED
        items = [self._item(reference.name, item, depth + 1) for item in value]
        return [item for item in items if item is not OMITTED]

    def _item(self, name: QualifiedName, value: object, depth: int) -> object:
        if name in EXAMPLES:
            return _primitive(name, value)
        if name in ANY_JSON:
            return _kept(value, depth)
        match self.types.get(name):
            case EnumType() as enum:
                return _member(enum, value)
            case StructuredType() as type_:
                if isinstance(value, dict) and depth <= DEEPEST:
                    return self._object(type_, value, depth)
                return OMITTED
            case None:
                return _kept(value, depth)


def samples(schema: Schema) -> Samples:
    """Make ready to read the samples of a schema's types."""
    types = {type_.name: type_ for type_ in schema.types}
    structured = {n: t for n, t in types.items() if isinstance(t, StructuredType)}
    return Samples(types=types, structured=structured)


def _kept(value: object, depth: int) -> object:
    """Keep a value of no declared type, but for what is too deep."""
    if isinstance(value, str):
        return value if len(value) <= LONGEST else OMITTED
    if not isinstance(value, dict | list):
        return value
    if depth > DEEPEST:
        return OMITTED
    if isinstance(value, list):
        items = [_kept(item, depth + 1) for item in value]
        return [item for item in items if item is not OMITTED]
    pairs = ((k, _kept(v, depth + 1)) for k, v in value.items() if len(k) <= LONGEST)
    return {key: item for key, item in pairs if item is not OMITTED}


def _primitive(name: QualifiedName, value: object) -> object:
    example = EXAMPLES[name]
    if isinstance(value, dict | list) or value is None:
        return OMITTED
    if isinstance(example, float) and type(value) is int:
        return value
    if type(value) is not type(example) or len(str(value)) > LONGEST:
        return example
    spelling = SPELLINGS.get(name)
    is_value = spelling is None or spelling.fullmatch(str(value))
    return value if is_value else example


def _member(enum: EnumType, value: object) -> object:
    values = [member.name for member in enum.members]
    if isinstance(value, dict | list) or value is None:
        return OMITTED
    if isinstance(value, str) and (value in values or not values):
        return value
    return values[0] if values else OMITTED
