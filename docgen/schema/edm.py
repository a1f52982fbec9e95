"""The spellings of primitive types and of collections, as pages have them.

A new spelling is one more line here. All of them are looked up in lower case, without `Edm.`.
"""

from docgen.schema.model import QualifiedName

UNTYPED = QualifiedName("Edm.Untyped")
EDM_STRING = QualifiedName("Edm.String")

_SPELLINGS = {
    "Edm.Binary": ("binary", "bytes", "byte[]"),
    "Edm.Boolean": ("boolean", "bool"),
    "Edm.Byte": ("byte",),
    "Edm.Date": ("date",),
    "Edm.DateTimeOffset": ("datetimeoffset", "datetime", "timestamp"),
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
    "Edm.Untyped": ("untyped", "any", "json", "object", "complex", "enum"),
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
        "",
        "Point",
        "LineString",
        "Polygon",
        "MultiPoint",
        "MultiLineString",
        "MultiPolygon",
        "Collection",
    )
}

COLLECTION_BEFORE = frozenset({"collection", "array", "list", "set"})
"""Words that make a collection of what follows, in brackets or after `of`."""
COLLECTION_BEHIND = frozenset({"collection", "collections", "array", "list"})
"""Words that make a collection of the name before them."""
WORDS_BESIDE = frozenset({"object", "objects", "resource", "resources", "type", "enum"})
"""Words beside a type that add nothing: `team object`."""


def primitive(text: str) -> QualifiedName | None:
    """Return the Edm name for a spelling such as `string`, `Edm.Int32` or `int`, else `None`."""
    spelling = text.lower().removeprefix("edm.")
    return _NAMES.get(spelling) or _GEOGRAPHIC.get(spelling)


def is_primitive(name: QualifiedName) -> bool:
    """Return whether a qualified name is one of the Edm names."""
    return name.startswith("Edm.")
