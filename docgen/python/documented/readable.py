"""Whether the generated package can read JSON: the rules of its readers, `_values.py` above all.

A value of the wrong type within an object does not prevent lenient reading, because the object
keeps it. Anything else does: a list in place of an object, or no JSON at all.
"""

import datetime as dt
from binascii import a2b_base64
from collections.abc import Callable, Mapping
from math import isfinite
from typing import Literal, TypeAlias

from docgen.python.samples import TYPE_KEY
from docgen.python.type_facts import TypeFacts
from docgen.regex import Regex
from docgen.schema.model import ANY_JSON, QualifiedName, TypeReference

Readability: TypeAlias = Literal["strictly", "leniently", "not"]

_FLOATS = frozenset({"NaN", "INF", "-INF"})
_INT64 = Regex(r"[+-]?[0-9]{1,19}")
_DECIMAL = Regex(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,4})?")
_TIME = Regex(r"[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?")
_DURATION = Regex(
    r"[+-]?P(?=[0-9T])(?:[0-9]{1,6}W)?(?:[0-9]{1,6}D)?"
    r"(?:T(?=[0-9])(?:[0-9]{1,6}H)?(?:[0-9]{1,6}M)?(?:[0-9]{1,9}(?:\.[0-9]+)?S)?)?"
)
_GUID = Regex("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_URL_SAFE = str.maketrans("-_", "+/")


def readability(
    value: object,
    type_: TypeReference,
    enums: frozenset[QualifiedName],
    facts: TypeFacts,
) -> Readability:
    """Return how the package reads a value of JSON as a type."""
    reader = _Reader(enums, facts)
    if reader.reads(value, type_):
        return "strictly"
    is_object = isinstance(value, dict) and not type_.is_collection
    is_model = type_.name in facts.types and type_.name not in ANY_JSON
    return "leniently" if is_object and is_model else "not"


class _Reader:
    """Tells what the readers of the package accept."""

    def __init__(self, enums: frozenset[QualifiedName], facts: TypeFacts) -> None:
        self._enums, self._facts = enums, facts

    def reads(self, value: object, type_: TypeReference) -> bool:
        if not type_.is_collection:
            return self._item(value, type_.name)
        return isinstance(value, list) and all(
            one is None or self._item(one, type_.name) for one in value
        )

    def _item(self, value: object, name: QualifiedName) -> bool:
        accepts = _ACCEPTS.get(name)
        if accepts is not None:
            return accepts(value)
        if name in ANY_JSON:
            return True
        if name in self._enums:
            return isinstance(value, str)
        if name not in self._facts.types:
            return True
        return isinstance(value, dict) and self._object(value, name)

    def _object(self, value: Mapping[str, object], declared: QualifiedName) -> bool:
        named = value.get(TYPE_KEY)
        if named is not None and not isinstance(named, str):
            return False
        name = self._facts.derived(declared, named)
        return all(
            self._member(key, item, name)
            for key, item in value.items()
            if item is not None
        )

    def _member(self, key: str, item: object, name: QualifiedName) -> bool:
        row = self._facts.find_property(name, key)
        return row is None or self.reads(item, row.type)


def _is_integer(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_int64(value: object) -> bool:
    is_text = isinstance(value, str) and _INT64.fullmatch(value) is not None
    return is_text or _is_integer(value)


def _is_number(value: object) -> bool:
    return _is_integer(value) or (isinstance(value, float) and isfinite(value))


def _is_float(value: object) -> bool:
    return value in _FLOATS if isinstance(value, str) else _is_number(value)


def _is_decimal(value: object) -> bool:
    if not isinstance(value, str):
        return _is_number(value)
    return value in _FLOATS or _DECIMAL.fullmatch(value) is not None


def _is_moment(value: object) -> bool:
    if not isinstance(value, str) or value[10:11] not in ("T", "t", " "):
        return False
    try:
        read = dt.datetime.fromisoformat(value if value[-1] == "Z" else value.upper())
    except ValueError:
        return False
    offset = read.utcoffset() or dt.timedelta()
    return not offset % dt.timedelta(minutes=1)


def _is_date(value: object) -> bool:
    if not isinstance(value, str) or value[4:8:3] != "--":
        return False
    try:
        dt.date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_time(value: object) -> bool:
    if not isinstance(value, str) or not _TIME.fullmatch(value):
        return False
    try:
        dt.time.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_base64(value: object) -> bool:
    if not isinstance(value, str):
        return False
    digits = value.translate(_URL_SAFE).rstrip("=")
    try:
        a2b_base64(digits + "=" * (-len(digits) % 4), strict_mode=True)
    except ValueError:
        return False
    return True


def _matches(form: Regex) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and form.fullmatch(value) is not None


_ACCEPTS: Mapping[str, Callable[[object], bool]] = {
    "Edm.Binary": _is_base64,
    "Edm.Boolean": lambda value: isinstance(value, bool),
    "Edm.Byte": _is_integer,
    "Edm.Date": _is_date,
    "Edm.DateTimeOffset": _is_moment,
    "Edm.Decimal": _is_decimal,
    "Edm.Double": _is_float,
    "Edm.Duration": _matches(_DURATION),
    "Edm.Guid": _matches(_GUID),
    "Edm.Int16": _is_integer,
    "Edm.Int32": _is_integer,
    "Edm.Int64": _is_int64,
    "Edm.SByte": _is_integer,
    "Edm.Single": _is_float,
    "Edm.Stream": _is_base64,
    "Edm.String": lambda value: isinstance(value, str),
    "Edm.TimeOfDay": _is_time,
}
"""What the reader of each primitive type accepts."""
