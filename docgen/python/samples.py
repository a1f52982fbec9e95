"""Sample JSON of a page, changed so that its type reads and writes it unchanged.

A placeholder (`"String (timestamp)"`) or a value of the wrong type is replaced by a value of the
declared type; a string by one that the page lists, or the words of the property's name. A value of
the wrong shape (a list for an object), and what is nested too deeply or too long, is left out.
Keys that the type does not declare are kept.
"""

import json
import re
from collections.abc import Mapping

from msgspec import Struct

from docgen.python.annotations import ANY_JSON
from docgen.python.names import snake_case
from docgen.python.type_facts import TypeFacts
from docgen.schema.model import (
    EnumType,
    Property,
    QualifiedName,
    Schema,
    StructuredType,
    Type,
)

TYPE_KEY = "@odata.type"


class Samples(Struct, frozen=True, kw_only=True):
    """The samples of a schema's types."""

    types: Mapping[QualifiedName, Type]
    family: TypeFacts

    def of(self, type_: StructuredType) -> dict[str, object] | None:
        """Return the sample of a type, made readable; `None` if the page has none."""
        sample: object = json.loads(type_.sample) if type_.sample else None
        return self._object(type_, sample, 0) if isinstance(sample, dict) else None

    def _object(
        self, declared: StructuredType, value: dict[str, object], depth: int
    ) -> dict[str, object]:
        type_ = self._derived(declared.name, value.get(TYPE_KEY))
        items = {
            key: self._value(self.family.row(type_, key), item, depth + 1)
            for key, item in value.items()
            if is_key(key) and (key != TYPE_KEY or isinstance(item, str))
        }
        return {key: item for key, item in items.items() if item is not OMITTED}

    def _derived(self, declared: QualifiedName, name: object) -> QualifiedName:
        """Return the type that a value names, if it derives from the declared one."""
        named = QualifiedName(name.removeprefix("#") if isinstance(name, str) else "")
        is_known = named in self.family.types
        is_derived = is_known and self.family.lineage.derives(named, declared)
        return named if is_derived else declared

    def _value(self, row: Property | None, value: object, depth: int) -> object:
        if row is None:
            return kept_value(value, depth)
        reference = row.type
        if value is None or depth > DEEPEST:
            return value if value is None else OMITTED
        if not reference.is_collection:
            return self._item(row, value, depth)
        if not isinstance(value, list):
            return OMITTED
        items = [self._item(row, item, depth + 1) for item in value]
        return [item for item in items if item is not OMITTED]

    def _item(self, row: Property, value: object, depth: int) -> object:
        name = row.type.name
        if name in EXAMPLES:
            return primitive_value(row, value)
        if name in ANY_JSON:
            return kept_value(value, depth)
        match self.types.get(name):
            case EnumType() as enum:
                return member_value(enum, value)
            case StructuredType() as type_:
                if isinstance(value, dict) and depth <= DEEPEST:
                    return self._object(type_, value, depth)
                return OMITTED
            case None:
                return kept_value(value, depth)


def samples(schema: Schema, family: TypeFacts) -> Samples:
    """Make ready to read the samples of a schema's types."""
    types = {type_.name: type_ for type_ in schema.types}
    return Samples(types=types, family=family)


DEEPEST = 20
"""Levels of a sample that are kept."""
MAX_SAMPLE = 1_000
"""Characters of a text or a key in a sample that is kept."""
HALVES = re.compile("[\ud800-\udfff]")

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
    "Edm.String": "",
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


TEXT_WORD = re.compile(r"\s*(?:edm\.)?string\s*\d?\s*(?:\([^()]*\))?\s*", re.IGNORECASE)
"""What a sample has for a text that could be any."""

CHOICE = re.compile(r"(\w+)(?: ?\| ?\w+)+")
"""What it has for a text that is one of several."""


class Omitted(Struct, frozen=True):
    """Stands for a value that is left out."""


OMITTED = Omitted()


def primitive_value(row: Property, value: object) -> object:
    """Keep a value of a property of a primitive type, or give an example of one."""
    name = row.type.name
    example = _text(row) if name == "Edm.String" else EXAMPLES[name]
    if isinstance(value, dict | list) or value is None:
        return OMITTED
    if isinstance(example, float) and type(value) is int:
        return value
    if type(value) is not type(example) or len(str(value)) > MAX_SAMPLE:
        return example
    if name == "Edm.String":
        return _listed_value(row, str(value))
    spelling = SPELLINGS.get(name)
    is_value = spelling is None or spelling.fullmatch(str(value))
    return value if is_value else example


def _listed_value(row: Property, text: str) -> str:
    """Keep a text, unless it stands for any, or for one of several."""
    choice = CHOICE.fullmatch(text)
    return _text(row) if TEXT_WORD.fullmatch(text) else choice[1] if choice else text


def _text(row: Property) -> str:
    """Return the first value that the page lists, or the words of the property's name."""
    if row.values:
        return row.values[0]
    return snake_case(row.name).replace("_", " ").capitalize()


def member_value(enum: EnumType, value: object) -> object:
    """Keep the value of a member, or give that of the first."""
    values = [member.name for member in enum.members]
    if isinstance(value, dict | list) or value is None:
        return OMITTED
    if isinstance(value, str) and (value in values or not values):
        return value
    return values[0] if values else OMITTED


def is_key(text: str) -> bool:
    """Return whether a key of a sample is kept: pydantic refuses half a surrogate pair."""
    return len(text) <= MAX_SAMPLE and not HALVES.search(text)


def kept_value(value: object, depth: int) -> object:
    """Keep a value of no declared type, but for what is too deep."""
    if isinstance(value, str):
        return value if len(value) <= MAX_SAMPLE else OMITTED
    if not isinstance(value, dict | list):
        return value
    if depth > DEEPEST:
        return OMITTED
    if isinstance(value, list):
        items = [kept_value(item, depth + 1) for item in value]
        return [item for item in items if item is not OMITTED]
    pairs = ((k, kept_value(v, depth + 1)) for k, v in value.items() if is_key(k))
    return {key: item for key, item in pairs if item is not OMITTED}
