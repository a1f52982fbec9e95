"""Sample JSON of a page, made into JSON that its type reads and writes as it is.

A word that stands for a type (`"String (timestamp)"`) becomes a value of the type that the
property declares, and so does any other value that it could not hold. What has the wrong shape (a
list for an object, a text for a list) is left out, as is what is endlessly nested or long. Keys
that the type does not declare are kept as they are.
"""

import json
from collections.abc import Mapping

from msgspec import Struct

from docgen.python.lineage import ancestors, own_properties
from docgen.python.references import ANY_JSON
from docgen.python.sample_values import (
    DEEPEST,
    EXAMPLES,
    LONGEST,
    OMITTED,
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
    TypeReference,
)

TYPE_KEY = "@odata.type"


class Samples(Struct, frozen=True, kw_only=True):
    """The samples of a schema's types."""

    types: Mapping[QualifiedName, Type]
    structured: Mapping[QualifiedName, StructuredType]
    rows: Mapping[QualifiedName, Mapping[str, Property]]

    def of(self, type_: StructuredType) -> dict[str, object] | None:
        """Give the sample of a type, made readable; `None` where the page has none."""
        sample: object = json.loads(type_.sample) if type_.sample else None
        return self._object(type_, sample, 0) if isinstance(sample, dict) else None

    def _object(
        self, declared: StructuredType, value: dict[str, object], depth: int
    ) -> dict[str, object]:
        type_ = self._derived(declared, value.get(TYPE_KEY))
        rows = self.rows[type_.name]
        items = {
            key: (
                self._value(rows[key].type, item, depth + 1)
                if key in rows
                else kept_value(item, depth + 1)
            )
            for key, item in value.items()
            if len(key) <= LONGEST and (key != TYPE_KEY or isinstance(item, str))
        }
        return {key: item for key, item in items.items() if item is not OMITTED}

    def _derived(self, declared: StructuredType, name: object) -> StructuredType:
        """Give the type that a value names, if it derives from the declared one."""
        text = name.removeprefix("#") if isinstance(name, str) else ""
        named = self.structured.get(QualifiedName(text), declared)
        bases = (base.name for base in ancestors(named, self.structured))
        return named if declared.name in bases else declared

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
            return primitive_value(name, value)
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


def samples(schema: Schema) -> Samples:
    """Make ready to read the samples of a schema's types."""
    types = {type_.name: type_ for type_ in schema.types}
    structured = {n: t for n, t in types.items() if isinstance(t, StructuredType)}
    rows = {name: _rows(type_, structured) for name, type_ in structured.items()}
    return Samples(types=types, structured=structured, rows=rows)


def _rows(
    type_: StructuredType, structured: Mapping[QualifiedName, StructuredType]
) -> dict[str, Property]:
    """Give the properties of a type and its ancestors by name; the oldest declaration holds."""
    rows: dict[str, Property] = {}
    for owner in reversed((type_, *ancestors(type_, structured))):
        for row in own_properties(owner, structured):
            rows.setdefault(row.name, row)
    return rows
