"""Decoding and encoding JSON, and the error for invalid values."""

from __future__ import annotations

import json
from math import isfinite
from typing import Any, TypeAlias

JsonValue: TypeAlias = (
    str | int | float | bool | list["JsonValue"] | dict[str, "JsonValue"] | None
)


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


def decoded(text: str | bytes) -> object:
    """Parse a JSON string."""
    try:
        return DECODER.decode(text if isinstance(text, str) else text.decode())
    except RecursionError:
        raise JsonError("nested too deeply") from None
    except ValueError as error:
        raise JsonError(f"not JSON: {error}") from None


def encoded(value: JsonValue) -> str:
    """Return a value as a JSON string."""
    try:
        return ENCODER.encode(value)
    except RecursionError:
        raise JsonError("nested too deeply") from None
    except (TypeError, ValueError) as error:
        raise JsonError(f"not JSON: {error}") from None


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
        case float() if not isfinite(value):
            found = str(value)
        case _:
            found = JSON_TYPES.get(type(value), type(value).__name__)
    return JsonError(f"expected {expected}, not {found}")


JSON_TYPES = {dict: "an object", list: "a list", int: "a number", float: "a number"}


def reject_constant(constant: str) -> object:
    raise ValueError(f"{constant} is not valid JSON")


DECODER = json.JSONDecoder(parse_constant=reject_constant)
ENCODER = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, allow_nan=False, separators=(",", ":")
)
