"""Valid and invalid JSON values for all properties of a type."""

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
"""Valid values of primitive types."""

ANY: tuple[object, ...] = (1, "a", {"a": [None]}, [])
"""Values of an unknown type."""

INVALID: Mapping[str, object] = {
    **dict.fromkeys(VALUES, 1),
    **dict.fromkeys(("Edm.Byte", "Edm.Int16", "Edm.Int32", "Edm.SByte"), "1"),
    "Edm.Decimal": [],
    "Edm.Double": "1.5",
    "Edm.Single": "Infinity",
    "Edm.Boolean": "true",
    "Edm.Int64": 1.5,
}
"""An invalid value of each primitive type."""


class JsonValues:
    """Valid and invalid values of the properties of a schema's types."""

    def __init__(self, types: tuple[Type, ...]) -> None:
        self.types: Mapping[QualifiedName, Type] = {
            type_.name: type_ for type_ in types
        }

    def properties(self, type_: StructuredType) -> dict[str, Property]:
        """Return the properties of a type, by name; the topmost declaration is used."""
        base = self.types.get(type_.base_type) if type_.base_type else None
        inherited = self.properties(base) if isinstance(base, StructuredType) else {}
        declared = (*type_.properties, *type_.navigation_properties)
        return {**{one.name: one for one in declared}, **inherited}

    def key(self, type_: StructuredType) -> set[str]:
        """Return the names of the properties of the key, which may be inherited."""
        base = self.types.get(type_.base_type) if type_.base_type else None
        inherited = self.key(base) if isinstance(base, StructuredType) else set()
        return {*type_.key, *inherited}

    def complete(self, type_: StructuredType) -> dict[str, object]:
        """Return an object with a value of every property."""
        properties = self.properties(type_).items()
        return {name: next(self.valid(one.type)) for name, one in properties}

    def valid(self, reference: TypeReference) -> Iterator[object]:
        """Yield valid values of a type."""
        items = self._items(reference.name)
        yield from (items, []) if reference.is_collection else items

    def invalid(self, reference: TypeReference) -> Iterator[object]:
        """Yield invalid values of a type."""
        items = self._invalid_items(reference.name)
        if not reference.is_collection:
            yield from items
            return
        yield "a"
        yield from ([item] for item in items)

    def _items(self, name: QualifiedName) -> list[object]:
        match self.types.get(name):
            case StructuredType() as type_:
                first = list(self.properties(type_).items())[:1]
                strings = {k: "a" for k, one in first if one.type.name == "Edm.String"}
                return [{}, {"@odata.type": f"#{name}", **strings}]
            case EnumType(members=members):
                return [*(member.name for member in members), "newer"]
            case None:
                return list(VALUES.get(name, ANY))

    def _invalid_items(self, name: QualifiedName) -> list[object]:
        match self.types.get(name):
            case StructuredType():
                return ["a", [], {"no such key": 1}, {"@odata.type": 1}]
            case EnumType():
                return [1, {}]
            case None:
                return [INVALID[name]] if name in INVALID else []
