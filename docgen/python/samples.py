"""Sample JSON of a page, made into JSON that its type reads and writes as it is.

A word that stands for a type (`"String (timestamp)"`) becomes a value of the type that the
property declares (of a text, one that the page lists, or the words of the property's name), and so
does any other value that it could not hold. What has the wrong shape (a
list for an object, a text for a list) is left out, as is what is endlessly nested or long. Keys
that the type does not declare are kept as they are.
"""

import json
from collections.abc import Mapping

from msgspec import Struct

from docgen.python.family import Family
from docgen.python.references import ANY_JSON
from docgen.python.sample_values import (
    DEEPEST,
    EXAMPLES,
    OMITTED,
    is_key,
    kept_value,
    member_value,
    primitive_value,
)
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
    family: Family

    def of(self, type_: StructuredType) -> dict[str, object] | None:
        """Give the sample of a type, made readable; `None` where the page has none."""
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
        """Give the type that a value names, if it derives from the declared one."""
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


def samples(schema: Schema, family: Family) -> Samples:
    """Make ready to read the samples of a schema's types."""
    types = {type_.name: type_ for type_ in schema.types}
    return Samples(types=types, family=family)
