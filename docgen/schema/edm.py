"""The spellings that pages use for primitive types and for collections.

To add a spelling, add it here. Spellings are looked up in lower case, without `Edm.`.
"""

from functools import lru_cache

from docgen.schema.model import QualifiedName

UNTYPED = QualifiedName("Edm.Untyped")
EDM_STRING = QualifiedName("Edm.String")

_SPELLINGS = {
    "Edm.Binary": ("binary", "bytes", "byte[]"),
    "Edm.Boolean": ("boolean", "bool"),
    "Edm.Byte": ("byte",),
    "Edm.Date": ("date",),
    "Edm.DateTimeOffset": ("datetimeoffset", "datetime", "date-time", "timestamp"),
    "Edm.Decimal": ("decimal", "numeric", "number"),
    "Edm.Double": ("double",),
    "Edm.Duration": ("duration", "timespan"),
    "Edm.Guid": ("guid", "uuid"),
    "Edm.Int16": ("int16", "short"),
    "Edm.Int32": ("int32", "int", "integer"),
    "Edm.Int64": ("int64", "long"),
    "Edm.SByte": ("sbyte",),
    "Edm.Single": ("single", "float"),
    "Edm.Stream": ("stream", "octet-stream", "application/octet-stream"),
    "Edm.String": ("string", "url", "uri", "text", "etag"),
    "Edm.TimeOfDay": ("timeofday",),
    "Edm.Untyped": (
        *("untyped", "any", "json"),
        *("object", "class", "complex", "enum", "enumeration", "enums", "enumerations"),
        *("enumerated", "struct", "structure", "enumtype", "complextype"),
    ),
}
_NAMES = {
    spelling: QualifiedName(name)
    for name, spellings in _SPELLINGS.items()
    for spelling in spellings
}
_GEOGRAPHIC = {
    f"{family}{shape}".lower(): QualifiedName(f"Edm.{family}{shape}")
    for family in ("Geography", "Geometry")
    for shape in (
        *("", "Point", "LineString", "Polygon", "MultiPoint"),
        *("MultiLineString", "MultiPolygon", "Collection"),
    )
}

PRIMITIVE_NAMES = (*(name.removeprefix("Edm.") for name in _SPELLINGS), "Integer")
"""The names of primitive types that are suggested for misspelled ones."""
COLLECTION_BEFORE = frozenset(
    (
        *("collection", "collections", "array", "arrays", "list", "lists"),
        *("set", "sets", "icollection", "ienumerable", "ilist"),
        *("arrayof", "collectionof", "listof", "iterable"),
    )
)
"""Words before a type, which is in brackets or after `of`, that make it a collection."""
COLLECTION_AFTER = frozenset(
    {"collection", "collections", "array", "arrays", "list", "lists"}
)
"""Words after the name of a type that make it a collection."""
REDUNDANT_WORDS = frozenset(
    (
        *("object", "objects", "resource", "resources", "entity", "entities"),
        *("type", "types", "instance", "instances", "class", "enum", "enumeration"),
    )
)
"""Words before or after the name of a type that add no meaning: `team object`."""
NULLABLE_WORDS = frozenset({"nullable", "optional"})
"""Words before or after the name of a type that mean that its value may be null."""
FACT_WORDS = frozenset(
    (
        *("required", "read-only", "readonly", "read only"),
        *("not nullable", "non-nullable", "nonnullable"),
    )
)
"""Words beside a type that are facts about the property; so is `key`, before punctuation."""
TYPE_NOUNS = frozenset(
    (
        *("enum", "enumeration", "enums", "enumerations", "object", "class", "complex"),
        *("enumerated", "struct", "structure", "enumtype", "complextype"),
    )
)
"""Words for a kind of type, which alone name no type."""


@lru_cache(maxsize=16_384)
def primitive(text: str) -> QualifiedName | None:
    """Return the Edm name for a spelling such as `string`, `Edm.Int32` or `int`, or `None`."""
    spelling = text.lower().removeprefix("edm.")
    return _NAMES.get(spelling) or _GEOGRAPHIC.get(spelling)


def singular(text: str) -> str:
    """Return a primitive type for its plural (`strings`); any other text unchanged."""
    one = text[:-1]
    is_plural = text[-1:] in ("s", "S") and not primitive(text) and primitive(one)
    return one if is_plural else text


def is_primitive(name: QualifiedName) -> bool:
    """Return whether a qualified name is an Edm name."""
    return name.startswith("Edm.")
