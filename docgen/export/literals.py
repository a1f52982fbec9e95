"""Literals: convert strings such as defaults and listed values to values of their types.

Both CSDL and JSON Schema require a default of the type of its property. A default that is not one
("the current user") is only in the description.
"""

from collections.abc import Iterable

from docgen.regex import Regex
from docgen.schema.model import Member

INTEGERS = {
    "Edm.Byte": (0, 2**8 - 1),
    "Edm.SByte": (-(2**7), 2**7 - 1),
    "Edm.Int16": (-(2**15), 2**15 - 1),
    "Edm.Int32": (-(2**31), 2**31 - 1),
    "Edm.Int64": (-(2**63), 2**63 - 1),
}
"""The least and the greatest value of each integer type."""
NUMBERS = frozenset({"Edm.Decimal", "Edm.Double", "Edm.Single"})

_DATE = r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
TIME = r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,12})?)?"
_INTEGER = r"-?[0-9]{1,19}"
_NUMBER = r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?"
_FORMS = {
    **dict.fromkeys(INTEGERS, _INTEGER),
    **dict.fromkeys(NUMBERS, _NUMBER),
    "Edm.Boolean": "true|false",
    "Edm.Date": _DATE,
    "Edm.DateTimeOffset": rf"{_DATE}T{TIME}(?:Z|[+-][0-9]{{2}}:[0-9]{{2}})",
    "Edm.Duration": (
        r"-?P(?=[0-9T])(?:[0-9]+D)?"
        r"(?:T(?=[0-9])(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+(?:\.[0-9]+)?S)?)?"
    ),
    "Edm.Guid": r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}",
    "Edm.String": r"(?s:.*)",
    "Edm.TimeOfDay": TIME,
}
_PATTERNS = {name: Regex(form) for name, form in _FORMS.items()}


def literal(text: str, type: str) -> str | None:
    """Return a string as a primitive value in CSDL (ABNF, primitiveValue), or `None`."""
    value = text.lower() if type == "Edm.Boolean" else text
    if type not in _PATTERNS or not _PATTERNS[type].fullmatch(value):
        return None
    if type in INTEGERS:
        least, greatest = INTEGERS[type]
        return str(int(value)) if least <= int(value) <= greatest else None
    return value


def member_literal(text: str, members: Iterable[Member], *, flags: bool) -> str | None:
    """Return a string as an enum value in CSDL, its members spelled as declared, or `None`."""
    names = {member.name.lower(): member.name for member in members}
    wanted = [one.strip().lower() for one in (text.split(",") if flags else [text])]
    found = [names[one] for one in wanted if one in names]
    return ",".join(found) if len(found) == len(wanted) else None


def value(literal: str, type: str) -> object:
    """Return a literal of a primitive type as a JSON value."""
    if type == "Edm.Boolean":
        return literal == "true"
    if type in INTEGERS:
        return int(literal)
    return float(literal) if type in NUMBERS else literal
