"""JSON that a schema allows, and JSON that it does not: values for every row of a type."""

from collections.abc import Iterator, Mapping

from docgen.schema.model import (
    EnumType,
    Property,
    QualifiedName,
    StructuredType,
    Type,
    TypeReference,
)

NUMBERS: tuple[object, ...] = (1.5, 2, -0.0, "NaN", "-INF")

VALUES: Mapping[str, tuple[object, ...]] = {
    "Edm.Binary": ("AQID", ""),
    "Edm.Boolean": (True, False),
    "Edm.Byte": (255,),
    "Edm.Date": ("2021-06-01",),
    "Edm.DateTimeOffset": ("2021-06-01T12:34:56.1234567Z",),
    "Edm.Decimal": (1.5, 2, "1.50"),
    "Edm.Double": NUMBERS,
    "Edm.Duration": ("PT1H30M",),
    "Edm.Guid": ("C2F3A1DE-7A5B-4F2C-9D2E-0C5A1B0C9A11",),
    "Edm.Int16": (-1,),
    "Edm.Int32": (0, 1),
    "Edm.Int64": (2**53 + 1, "9007199254740993"),
    "Edm.SByte": (-1,),
    "Edm.Single": NUMBERS,
    "Edm.Stream": ("AQID",),
    "Edm.String": ("a", '"\n\u202e'),
    "Edm.TimeOfDay": ("12:34:56",),
}
"""Primitive types and what JSON has for them."""

ANY: tuple[object, ...] = (1, "a", {"a": [None]}, [])
"""What stands where a type is not known."""

WRONG: Mapping[str, object] = {
    **dict.fromkeys(VALUES, 1),
    **dict.fromkeys(("Edm.Byte", "Edm.Int16", "Edm.Int32", "Edm.SByte"), "1"),
    "Edm.Decimal": [],
    "Edm.Double": "1.5",
    "Edm.Single": "Infinity",
    "Edm.Boolean": "true",
    "Edm.Int64": 1.5,
}
"""Primitive types and what is never one of their values."""


class JsonValues:
    """The values that rows of a schema's types can have, and can't."""

    def __init__(self, types: tuple[Type, ...]) -> None:
        self.types: Mapping[QualifiedName, Type] = {
            type_.name: type_ for type_ in types
        }

    def rows(self, type_: StructuredType) -> dict[str, Property]:
        """Return what a type declares and inherits, by name; the oldest declaration holds."""
        base = self.types.get(type_.base_type) if type_.base_type else None
        inherited = self.rows(base) if isinstance(base, StructuredType) else {}
        own = (*type_.properties, *type_.navigation_properties)
        return {**{row.name: row for row in own}, **inherited}

    def whole(self, type_: StructuredType) -> dict[str, object]:
        """Return an object with the first value of every row."""
        rows = self.rows(type_).items()
        return {name: next(self.allowed(row.type)) for name, row in rows}

    def allowed(self, reference: TypeReference) -> Iterator[object]:
        """Return values of a type."""
        items = self._items(reference.name)
        yield from (items, []) if reference.is_collection else items

    def wrong(self, reference: TypeReference) -> Iterator[object]:
        """Return values that are none of a type."""
        items = self._wrong_items(reference.name)
        if not reference.is_collection:
            yield from items
            return
        yield "a"
        yield from ([item] for item in items)

    def _items(self, name: QualifiedName) -> list[object]:
        match self.types.get(name):
            case StructuredType() as type_:
                some = list(self.rows(type_).items())[:1]
                texts = {key: "a" for key, row in some if row.type.name == "Edm.String"}
                return [{}, {"@odata.type": f"#{name}", **texts}]
            case EnumType(members=members):
                return [*(member.name for member in members), "newer"]
            case None:
                return list(VALUES.get(name, ANY))

    def _wrong_items(self, name: QualifiedName) -> list[object]:
        match self.types.get(name):
            case StructuredType():
                return ["a", [], {"no such key": 1}, {"@odata.type": 1}]
            case EnumType():
                return [1, {}]
            case None:
                return [WRONG[name]] if name in WRONG else []
