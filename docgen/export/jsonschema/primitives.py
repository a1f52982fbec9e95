"""Primitive types in JSON (OData JSON Format 4.0, 7.1): an Edm name in, a JSON Schema out.

A text is taken where OData allows one for a number: of 64 bits, of decimals, or infinite.
"""

from docgen.export.literals import INTEGERS, NUMBERS, TIME
from docgen.schema.model import QualifiedName

_DURATION = (
    r"^-?P(?=[0-9T])(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+W)?(?:[0-9]+D)?"
    r"(?:T(?=[0-9])(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+(?:\.[0-9]+)?S)?)?$"
)
_INTEGER_TEXT = r"^-?[0-9]{1,19}$"
_NUMBER_TEXTS = {
    "Edm.Decimal": r"^-?[0-9]+(?:\.[0-9]+)?(?:[Ee][+-]?[0-9]+)?$",
    "Edm.Double": "^(?:-?INF|NaN)$",
    "Edm.Single": "^(?:-?INF|NaN)$",
}
_STRINGS: dict[str, dict[str, object]] = {
    "Edm.Binary": {"contentEncoding": "base64"},
    "Edm.Date": {"format": "date"},
    "Edm.DateTimeOffset": {"format": "date-time"},
    "Edm.Duration": {"pattern": _DURATION},
    "Edm.Guid": {"format": "uuid"},
    "Edm.Stream": {"contentEncoding": "base64"},
    "Edm.String": {},
    "Edm.TimeOfDay": {"pattern": f"^{TIME}$"},
}


def primitive_schema(name: QualifiedName) -> dict[str, object]:
    """Return what a value of a primitive type looks like; anything for what is not known."""
    if name in INTEGERS:
        return _integer(name)
    if name in NUMBERS:
        return {"type": ["number", "string"], "pattern": _NUMBER_TEXTS[name]}
    if name in _STRINGS:
        return {"type": "string", **_STRINGS[name]}
    if name == "Edm.Boolean":
        return {"type": "boolean"}
    is_place = name.startswith(("Edm.Geography", "Edm.Geometry"))
    return {"type": "object", "required": ["type"]} if is_place else {}


def _integer(name: QualifiedName) -> dict[str, object]:
    least, greatest = INTEGERS[name]
    limits = {"minimum": least, "maximum": greatest}
    if name == "Edm.Int64":
        return {"type": ["integer", "string"], **limits, "pattern": _INTEGER_TEXT}
    return {"type": "integer", **limits}
