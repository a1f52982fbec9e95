"""Decoding and encoding JSON, and the error for invalid values."""

from __future__ import annotations

import json
import os
import re
from decimal import Decimal
from math import isfinite
from typing import Any, ClassVar, TypeAlias

JsonValue: TypeAlias = (
    str
    | int
    | float
    | Decimal
    | bool
    | list["JsonValue"]
    | dict[str, "JsonValue"]
    | None
)
"""A value as JSON has it; a number that no float represents is a `Decimal`."""


class JsonError(ValueError):
    """Raised for a value that can't be read or written; `path` is its location."""

    def __init__(self, reason: str, path: str = "") -> None:
        super().__init__(reason, path)
        self.reason = reason
        self.path = path

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}" if self.path else self.reason

    def inside(self, key: str | int) -> JsonError:
        """Put the key of an object, or the index of a list, before the path."""
        is_name = isinstance(key, str) and key.isidentifier()
        self.path = (f".{key}" if is_name else f"[{key!r}]") + self.path
        return self


def decoded(text: str | bytes | bytearray | memoryview) -> object:
    """Parse a JSON string, which may be in UTF-8, UTF-16 or UTF-32."""
    try:
        content = json_string(text)
        has_negative_zero = NEGATIVE_ZEROS.search(content) is not None
        return (SIGNED_DECODER if has_negative_zero else DECODER).decode(content)
    except RecursionError:
        raise JsonError("nested too deeply") from None
    except ValueError as error:
        raise JsonError(f"not JSON: {error}") from None


def json_string(text: str | bytes | bytearray | memoryview) -> str:
    """Return JSON as a string without a byte order mark."""
    if not isinstance(text, str):
        content = bytes(text)
        text = content.decode(json.detect_encoding(content))
    return text.removeprefix("\ufeff")


class SpelledFloat(float):
    """A float that is spelled in JSON as Python would not: `1.10`, `1E2`."""

    spelling: str
    exist: ClassVar[bool] = False
    """Whether `encoded` must look for such floats."""

    def __reduce_ex__(self, protocol: object) -> tuple[object, tuple[str]]:
        return spelled, (self.spelling,)


def spelled(spelling: str) -> SpelledFloat:
    """Return a float that `encoded` writes as it is spelled."""
    number = SpelledFloat(spelling)
    number.spelling = spelling
    SpelledFloat.exist = True
    return number


class SpelledDecimal(Decimal):
    """A number that is spelled in JSON as a `Decimal` would not be: `1.10`, `1e+22`."""

    spelling: str

    def __reduce_ex__(self, protocol: object) -> tuple[object, tuple[str]]:
        return spelled_decimal, (self.spelling,)


def spelled_decimal(spelling: str) -> SpelledDecimal:
    """Return a decimal number that `encoded` writes as it is spelled."""
    number = SpelledDecimal(spelling)
    number.spelling = spelling
    return number


def reduce_negative_zero(*_: object) -> tuple[object, tuple[str]]:
    return signed_integer, ("-0",)


NEGATIVE_ZERO: Any = type(
    "NegativeZero", (int,), {"__reduce_ex__": reduce_negative_zero}
)()
"""The integer `-0` of JSON, which `encoded` writes with its sign.

This is not a class statement, because stubtest rejects subclasses of `int`.
"""

NEGATIVE_ZEROS = re.compile(r"-0(?![0-9.eE])")


def signed_integer(text: str) -> int:
    """Return an integer of JSON, also if it is `-0`."""
    if text == "-0":
        SpelledFloat.exist = True
        number: int = NEGATIVE_ZERO
        return number
    return int(text)


def exact_number(text: str) -> float | Decimal:
    """Return a number of JSON as a float if a float represents all of its digits."""
    number = float(text)
    if repr(number) == text:
        return number
    try:
        exact = Decimal(text)
    except ArithmeticError:
        raise ValueError(f"the exponent of {text[:40]} is too large") from None
    if is_exact(number, exact):
        return spelled(text)
    return exact if str(exact) == text else spelled_decimal(text)


def is_exact(number: float, exact: Decimal) -> bool:
    """Return whether a float has the digits of a decimal number."""
    return isfinite(number) and Decimal(repr(number)) == exact


def encoded(value: JsonValue) -> str:
    """Return a value as a JSON string."""
    try:
        text = ENCODER.encode(as_spelled(value) if SpelledFloat.exist else value)
        text = MARKED_NUMBER.sub(r"\1", text) if MARK in text else text
        return text if text.isascii() else without_surrogates(text)
    except RecursionError:
        raise JsonError("nested too deeply") from None
    except (TypeError, ValueError) as error:
        raise JsonError(f"not JSON: {error}") from None


def without_surrogates(text: str) -> str:
    """Return JSON that can be encoded: halves of surrogate pairs are escaped."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return SURROGATE.sub(lambda found: f"\\u{ord(found[0]):x}", text)
    return text


SURROGATE = re.compile("[\\ud800-\\udfff]")


def as_spelled(value: object) -> object:
    """Return a JSON value with the spelling of each number that has one."""
    if isinstance(value, dict):
        return {
            key: item if type(item) in PLAIN else as_spelled(item)
            for key, item in value.items()
        }
    if isinstance(value, list):
        return [item if type(item) in PLAIN else as_spelled(item) for item in value]
    if isinstance(value, SpelledFloat):
        return Spelling(value.spelling)
    return Spelling("-0") if value is NEGATIVE_ZERO else value


PLAIN = frozenset({str, int, float, bool, type(None)})
"""The types of values that `as_spelled` does not change."""


class Spelling:
    """The digits of a number, which `encoded` writes."""

    __slots__ = ("digits",)

    def __init__(self, digits: str) -> None:
        self.digits = digits

    def __str__(self) -> str:
        return self.digits


def copied(value: object) -> JsonValue:
    """Copy a JSON value."""
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, dict):
        return copied_object(value)
    if isinstance(value, list):
        return copied_list(value)
    if isinstance(value, float) and isfinite(value):
        return value
    if isinstance(value, Decimal) and value.is_finite():
        return value
    raise wrong("JSON", value)


def copied_object(value: dict[str, Any]) -> dict[str, JsonValue]:
    data: dict[str, JsonValue] = {}
    key = ""
    try:
        for key, item in value.items():
            data[key] = copied(item)
    except JsonError as error:
        raise error.inside(key) from None
    return data


def copied_list(value: list[Any]) -> list[JsonValue]:
    items: list[JsonValue] = []
    try:
        items.extend(map(copied, value))
    except JsonError as error:
        raise error.inside(len(items)) from None
    return items


def wrong(expected: str, value: object) -> JsonError:
    """Return the error for a value that is not what was expected."""
    match value:
        case None | bool():
            found = json.dumps(value)
        case str():
            found = repr(value if len(value) <= 40 else f"{value[:40]}...")
        case float() | Decimal() if not isfinite(value):
            found = str(value)
        case int() | float() | Decimal():
            found = "a number"
        case _:
            found = JSON_TYPES.get(type(value), type(value).__name__)
    return JsonError(f"expected {expected}, not {found}")


JSON_TYPES: dict[type, str] = {dict: "an object", list: "a list"}


def reject_constant(constant: str) -> object:
    raise ValueError(f"{constant} is not valid JSON")


def marked_number(value: object) -> str:
    """Return a number that is not a plain float as a string that `encoded` replaces."""
    if isinstance(value, SpelledDecimal):
        return MARK + value.spelling
    if isinstance(value, Spelling) or (
        isinstance(value, Decimal) and value.is_finite()
    ):
        return MARK + str(value)
    raise TypeError(f"{type(value).__name__} is not a JSON value")


MARK = os.urandom(16).hex()
"""What the strings of marked numbers begin with; no other string contains it."""

MARKED_NUMBER = re.compile(f'"{MARK}([^"]*)"')

DECODER = json.JSONDecoder(parse_constant=reject_constant, parse_float=exact_number)
SIGNED_DECODER = json.JSONDecoder(
    parse_constant=reject_constant, parse_float=exact_number, parse_int=signed_integer
)
"""The decoder of JSON that contains `-0`, which is slower."""

ENCODER = json.JSONEncoder(
    ensure_ascii=False,
    check_circular=False,
    allow_nan=False,
    separators=(",", ":"),
    default=marked_number,
)
