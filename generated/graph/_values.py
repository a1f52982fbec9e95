"""Readers and writers of the values of primitive types.

A reader converts a JSON value to a Python value, or raises `JsonError`; a writer
converts it back, as the ABNF of OData demands. A value whose JSON string Python would
write differently keeps that string as its `spelling`, if it is valid in OData.
"""

from __future__ import annotations

import datetime as dt
import re
from binascii import a2b_base64, b2a_base64
from decimal import Decimal
from math import isfinite
from typing import TYPE_CHECKING, TypeAlias, TypeGuard
from uuid import UUID

from graph._json import (
    NEGATIVE_ZERO,
    JsonError,
    SpelledDecimal,
    SpelledFloat,
    exact_number,
    is_exact,
    spelled,
    spelled_decimal,
    wrong,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph._enums import OpenEnum, Reduced
    from graph._json import JsonValue

Int64: TypeAlias = int
"""An integer that JSON may represent as a string, because it may have 64 bits."""


def member_reader(enum: type[OpenEnum]) -> Callable[[object], OpenEnum]:
    """Return the function that reads an enum."""
    members = {member._value_: member for member in enum}

    def read_member(value: object) -> OpenEnum:
        if not isinstance(value, str):
            raise wrong("a string", value)
        return members.get(value) or enum.read(value)

    return read_member


def read_string(value: object) -> str:
    if isinstance(value, str):
        return value
    raise wrong("a string", value)


def read_bool(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise wrong("true or false", value)


def read_int(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise wrong("an integer", value)


def read_int64(value: object) -> int:
    if isinstance(value, str) and re.fullmatch("[+-]?[0-9]{1,19}", value):
        number: int = JSON_INT64(value)
        vars(number)["spelling"] = value
        return number
    return read_int(value)


def reduce_int64(value: int, _: object) -> Reduced:
    return read_int64, (spelling_of(value),)


JSON_INT64 = type("JsonInt64", (int,), {"__reduce_ex__": reduce_int64})
"""An integer that is a string in JSON.

This is not a class statement, because stubtest rejects subclasses of `int`.
"""


def write_int64(value: int) -> JsonValue:
    return spelling_of(value) if isinstance(value, JSON_INT64) else value


class JsonFloat(float):
    """The nearest float to a number that has more digits in JSON."""

    exact: Decimal

    def __reduce_ex__(self, protocol: object) -> tuple[object, tuple[Decimal]]:
        return read_digits, (self.exact,)


def read_float(value: object) -> float:
    if is_number(value):
        return spelled("-0") if value is NEGATIVE_ZERO else value
    if isinstance(value, Decimal):
        if isfinite(value):
            return read_digits(value)
        raise wrong("a number that a float can represent", value)
    if isinstance(value, str) and value in FLOATS:
        return FLOATS[value]
    raise wrong("a number", value)


def read_digits(exact: Decimal) -> float:
    number = JsonFloat(exact)
    number.exact = exact
    return number


def is_number(value: object) -> TypeGuard[float]:
    """Return whether a value is a finite number."""
    if isinstance(value, float):
        return isfinite(value)
    return isinstance(value, int) and not isinstance(value, bool)


def write_float(value: float) -> JsonValue:
    if isinstance(value, JsonFloat):
        return value.exact
    if isinstance(value, int) or isfinite(value):
        return value
    return "NaN" if value != value else "INF" if value > 0 else "-INF"


FLOATS = {"NaN": float("nan"), "INF": float("inf"), "-INF": float("-inf")}


class JsonDecimal(Decimal):
    """A number that is a string in JSON."""

    spelling: str

    def __reduce_ex__(self, protocol: object) -> Reduced:
        return read_decimal, (self.spelling,)


DECIMAL = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,4})?")


def read_decimal(value: object) -> Decimal:
    if isinstance(value, str) and (DECIMAL.fullmatch(value) or value in FLOATS):
        number = JsonDecimal(value)
        number.spelling = value
        return number
    if isinstance(value, SpelledFloat):
        return spelled_decimal(value.spelling)
    if is_number(value):
        digits = "-0" if value is NEGATIVE_ZERO else str(value)
        return spelled_decimal(digits) if "e" in digits else Decimal(digits)
    if isinstance(value, Decimal) and value.is_finite():
        has_exponent = type(value) is Decimal and "E" in str(value)
        return spelled_decimal(str(value)) if has_exponent else value
    raise wrong("a decimal number", value)


def write_decimal(value: Decimal) -> JsonValue:
    if isinstance(value, JsonDecimal):
        return value.spelling
    if isinstance(value, SpelledDecimal):
        return exact_number(value.spelling)
    if not value.is_finite():
        return "NaN" if value.is_nan() else "INF" if value > 0 else "-INF"
    digits = str(value)
    has_fraction = "." in digits and "E" not in digits
    is_short = value.adjusted() < LONG_INTEGER and not has_fraction
    if digits == "0" or (value and is_short and value == value.to_integral_value()):
        return int(value)
    number = float(value)
    if repr(number) == digits:
        return number
    return spelled(digits) if is_exact(number, value) else value


LONG_INTEGER = 30
"""The number of digits from which an integer may be written with an exponent."""


def read_datetime(value: object) -> dt.datetime:
    if isinstance(value, str) and value[10:11] in DATE_SEPARATORS:
        try:
            read = dt.datetime.fromisoformat(
                value if value[-1] == "Z" else value.upper()
            )
        except ValueError:
            pass
        else:
            if read.tzinfo is None:
                return read.replace(tzinfo=dt.UTC)
            if value[-1] == "Z" or not (read.utcoffset() or ZERO) % MINUTE:
                return read
    raise wrong("a date-time such as 2021-06-01T12:34:56Z", value)


DATE_SEPARATORS = frozenset("Tt ")


def write_datetime(value: dt.datetime) -> str:
    if value.tzinfo is dt.UTC and not value.microsecond:  # the usual case
        day = f"{value.year:04}-{PAD[value.month]}-{PAD[value.day]}"
        return f"{day}T{PAD[value.hour]}:{PAD[value.minute]}:{PAD[value.second]}Z"
    string = value.isoformat()
    if string.endswith("+00:00"):
        return f"{string[:-6]}Z"
    if value.tzinfo is None:
        raise JsonError(f"{string} has no time zone; add one, such as datetime.UTC")
    if not OFFSET.search(string):
        raise JsonError(f"the offset of {string} is not in hours and minutes")
    return string


OFFSET = re.compile("[+-][0-9]{2}:[0-9]{2}$")
"""The offset of a date-time, in hours and minutes."""

PAD = [f"{number:02}" for number in range(60)]
"""Numbers as two digits."""


def read_date(value: object) -> dt.date:
    if isinstance(value, str) and value[4:8:3] == "--":
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    raise wrong("a date such as 2021-06-01", value)


def read_time(value: object) -> dt.time:
    if isinstance(value, str) and TIME.fullmatch(value):
        try:
            return dt.time.fromisoformat(value)
        except ValueError:
            pass
    raise wrong("a time of day such as 12:34:56", value)


TIME = re.compile(r"[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?")


def write_time(value: dt.time) -> str:
    if value.tzinfo:
        raise JsonError("a time of day has no time zone")
    return dt.time.isoformat(value)


class JsonDuration(dt.timedelta):
    """A duration with the string that it has in JSON."""

    spelling: str

    def __reduce_ex__(self, protocol: object) -> Reduced:
        return read_duration, (self.spelling,)


DURATION = re.compile(
    r"([+-])?P(?=[0-9T])(?:([0-9]+)W)?(?:([0-9]+)D)?"
    r"(?:T(?=[0-9])(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+(?:\.[0-9]+)?)S)?)?"
)


def read_duration(value: object) -> dt.timedelta:
    found = DURATION.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise wrong("a duration such as P1DT2H30M (no years or months)", value)
    sign, *parts = found.groups(default="0")
    weeks, days, hours, minutes, seconds = map(float, parts)
    factor = -1 if sign == "-" else 1
    try:
        length = JsonDuration(
            days=factor * (7 * weeks + days),
            hours=factor * hours,
            minutes=factor * minutes,
            seconds=factor * seconds,
        )
    except (OverflowError, ValueError):
        raise wrong("a shorter duration", value) from None
    if found[1] == "+" or found[2]:  # OData has neither a plus sign nor weeks
        return dt.timedelta(length.days, length.seconds, length.microseconds)
    length.spelling = found[0]
    return length


def write_duration(value: dt.timedelta) -> str:
    if isinstance(value, JsonDuration):
        return value.spelling
    length = abs(value)
    minutes, seconds = divmod(length.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    fraction = f".{length.microseconds:06}".rstrip("0") if length.microseconds else ""
    day = f"{length.days}D" if length.days else ""
    clock = (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "")
    if seconds or fraction or not (day or clock):
        clock += f"{seconds}{fraction}S"
    return ("-P" if value < ZERO else "P") + day + (f"T{clock}" if clock else "")


ZERO = dt.timedelta()
MINUTE = dt.timedelta(minutes=1)


def read_uuid(value: object) -> UUID:
    if not isinstance(value, str) or not GUID.fullmatch(value):
        raise wrong("a GUID", value)
    key = UUID(value)
    return key if value == value.lower() else JsonUUID(key, value)


class JsonUUID(UUID):
    """A GUID with upper-case letters in JSON."""

    __slots__ = ("spelling",)

    spelling: str

    def __init__(self, key: UUID, spelling: str) -> None:
        super().__init__(int=key.int)
        object.__setattr__(self, "spelling", spelling)  # a UUID is immutable

    def __reduce_ex__(self, protocol: object) -> Reduced:
        return read_uuid, (self.spelling,)


def write_uuid(value: UUID) -> str:
    return value.spelling if isinstance(value, JsonUUID) else UUID.__str__(value)


GUID = re.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def read_bytes(value: object) -> bytes:
    if not isinstance(value, str):
        raise wrong("a base64 string", value)
    digits = value.translate(URL_SAFE).rstrip("=")
    try:
        content = a2b_base64(digits + "=" * (-len(digits) % 4), strict_mode=True)
    except ValueError:
        raise wrong("a base64 string", value) from None
    if write_bytes(content) == value:
        return content
    spelled: bytes = JSON_BYTES(content)
    vars(spelled)["spelling"] = value
    return spelled


def reduce_bytes(value: bytes, _: object) -> Reduced:
    return read_bytes, (spelling_of(value),)


def spelling_of(value: bytes | int) -> str:
    return str(vars(value)["spelling"])


JSON_BYTES = type("JsonBytes", (bytes,), {"__reduce_ex__": reduce_bytes})
"""Bytes that have the alphabet with `+` and `/` or no padding in JSON.

This is not a class statement, because stubtest rejects subclasses of `bytes`.
"""

URL_SAFE = str.maketrans("-_", "+/")
TO_URL_SAFE = str.maketrans("+/", "-_")


def write_bytes(value: bytes) -> str:
    if isinstance(value, JSON_BYTES):
        return spelling_of(value)
    return b2a_base64(value, newline=False).decode().translate(TO_URL_SAFE)
