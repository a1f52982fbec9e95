"""Sample JSON of a page, changed so that its type reads and writes it unchanged.

A placeholder (`"String (timestamp)"`) or a value of the wrong type is replaced by a value of the
declared type; a string by one that the page lists, or by the words of the property's name. Values
of the wrong shape (a list for an object), and values that are nested too deeply or too long, are
left out. Keys that the type does not declare are kept.
"""

import json
import re
from collections.abc import Mapping

from msgspec import Struct

from docgen.python.names import snake_case
from docgen.python.type_facts import TypeFacts
from docgen.regex import Regex
from docgen.schema.model import (
    ANY_JSON,
    EnumType,
    Property,
    QualifiedName,
    Schema,
    StructuredType,
)

TYPE_KEY = "@odata.type"
MAX_DEPTH = 20
"""Maximum number of nested objects and lists in a sample."""

MAX_STRING_LENGTH = 1_000
"""Maximum number of characters of a string or a key in a sample."""

SURROGATES = Regex("[\ud800-\udfff]")


class Samples(Struct, frozen=True, kw_only=True):
    """The samples of a schema's types."""

    enums: Mapping[QualifiedName, EnumType]
    facts: TypeFacts

    def of(self, type_: StructuredType) -> dict[str, object] | None:
        """Return a sample that the type can read; `None` if the page has none."""
        sample: object = json.loads(type_.sample) if type_.sample else None
        return self._object(type_.name, sample, 0) if isinstance(sample, dict) else None

    def _object(
        self, declared: QualifiedName, value: dict[str, object], depth: int
    ) -> dict[str, object]:
        type_ = self._derived(declared, value.get(TYPE_KEY))
        items = {
            key: self._value(self.facts.find_property(type_, key), item, depth + 1)
            for key, item in value.items()
            if is_key(key) and (key != TYPE_KEY or isinstance(item, str))
        }
        return {key: item for key, item in items.items() if item is not OMITTED}

    def _derived(self, declared: QualifiedName, name: object) -> QualifiedName:
        """Return the type that an object names, if it derives from the declared type."""
        named = QualifiedName(name.removeprefix("#") if isinstance(name, str) else "")
        is_known = named in self.facts.types
        is_derived = is_known and self.facts.lineage.derives(named, declared)
        return named if is_derived else declared

    def _value(self, property_: Property | None, value: object, depth: int) -> object:
        if property_ is None:
            return undeclared_value(value, depth)
        if value is None or depth > MAX_DEPTH:
            return value if value is None else OMITTED
        if not property_.type.is_collection:
            return self._item(property_, value, depth)
        if not isinstance(value, list):
            return OMITTED
        items = [self._item(property_, item, depth + 1) for item in value]
        return [item for item in items if item is not OMITTED]

    def _item(self, property_: Property, value: object, depth: int) -> object:
        name = property_.type.name
        if name in EXAMPLES:
            return primitive_value(property_, value)
        if name in ANY_JSON:
            return undeclared_value(value, depth)
        if enum := self.enums.get(name):
            return member_value(enum, value)
        if name not in self.facts.types:
            return undeclared_value(value, depth)
        if isinstance(value, dict) and depth <= MAX_DEPTH:
            return self._object(name, value, depth)
        return OMITTED


def samples_of(schema: Schema, facts: TypeFacts) -> Samples:
    """Return the samples of a schema's types."""
    enums = {one.name: one for one in schema.types if isinstance(one, EnumType)}
    return Samples(enums=enums, facts=facts)


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
"""A value of each primitive type. It replaces a value of another JSON type."""

SPELLINGS: Mapping[str, Regex] = {
    name: Regex(pattern, re.ASCII)
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
"""Strings of a sample that are valid values, and are written as they were read."""

ANY_STRING = Regex(r"\s*(?:edm\.)?string\s*\d?\s*(?:\([^()]*\))?\s*", re.IGNORECASE)
"""Placeholders for any string in samples: `String`, `string (identifier)`."""

CHOICE = Regex(r"(\w+)(?: ?\| ?\w+)+")
"""Placeholders for one of several strings: `low | high`."""


class Omitted(Struct, frozen=True):
    """The type of a marker for values that are left out."""


OMITTED = Omitted()


def primitive_value(property_: Property, value: object) -> object:
    """Return a value of a property of a primitive type, or an example instead of a wrong one."""
    name = property_.type.name
    example = _string(property_) if name == "Edm.String" else EXAMPLES[name]
    if isinstance(value, dict | list) or value is None:
        return OMITTED
    if isinstance(example, float) and type(value) is int:
        return value
    if type(value) is not type(example) or len(str(value)) > MAX_STRING_LENGTH:
        return example
    if name == "Edm.String":
        return _without_placeholder(property_, str(value))
    spelling = SPELLINGS.get(name)
    is_valid = spelling is None or spelling.fullmatch(str(value))
    return value if is_valid else example


def _without_placeholder(property_: Property, value: str) -> str:
    """Return a string, or a value instead of a placeholder."""
    if ANY_STRING.fullmatch(value):
        return _string(property_)
    choice = CHOICE.fullmatch(value)
    return choice[1] if choice else value


def _string(property_: Property) -> str:
    """Return the first value that the page lists, or the words of the property's name."""
    if property_.values:
        return property_.values[0]
    return snake_case(property_.name).replace("_", " ").capitalize()


def member_value(enum: EnumType, value: object) -> object:
    """Return a value of an enum type, or its first one instead of an unknown one."""
    values = [member.name for member in enum.members]
    if isinstance(value, dict | list) or value is None:
        return OMITTED
    if isinstance(value, str) and (value in values or not values):
        return value
    return values[0] if values else OMITTED


def is_key(name: str) -> bool:
    """Return whether a key of a sample is kept: pydantic rejects lone surrogates."""
    return len(name) <= MAX_STRING_LENGTH and not SURROGATES.search(name)


def undeclared_value(value: object, depth: int) -> object:
    """Return a value of an undeclared type, without what is too deep or too long."""
    if isinstance(value, str):
        return value if len(value) <= MAX_STRING_LENGTH else OMITTED
    if not isinstance(value, dict | list):
        return value
    if depth > MAX_DEPTH:
        return OMITTED
    if isinstance(value, list):
        items = [undeclared_value(item, depth + 1) for item in value]
        return [item for item in items if item is not OMITTED]
    pairs = ((k, undeclared_value(v, depth + 1)) for k, v in value.items() if is_key(k))
    return {key: item for key, item in pairs if item is not OMITTED}
