"""Reading and writing the values of calls, by the names of their types."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from graph import _values as values
from graph._codec import Model
from graph._enums import OpenEnum
from graph._json import JsonError as JsonError
from graph._json import JsonValue, copied, wrong
from graph._json import decoded as decoded
from graph._json import encoded as json_text
from graph._lazy import class_of

READERS: dict[str, Callable[[object], Any]] = {
    "Edm.Binary": values.read_bytes,
    "Edm.Boolean": values.read_bool,
    "Edm.Byte": values.read_int,
    "Edm.Date": values.read_date,
    "Edm.DateTimeOffset": values.read_datetime,
    "Edm.Decimal": values.read_decimal,
    "Edm.Double": values.read_float,
    "Edm.Duration": values.read_duration,
    "Edm.Guid": values.read_uuid,
    "Edm.Int16": values.read_int,
    "Edm.Int32": values.read_int,
    "Edm.Int64": values.read_int64,
    "Edm.SByte": values.read_int,
    "Edm.Single": values.read_float,
    "Edm.Stream": values.read_bytes,
    "Edm.String": values.read_string,
    "Edm.TimeOfDay": values.read_time,
}

WRITERS: dict[type, Callable[[Any], Any]] = {
    bool: bool,
    bytes: values.write_bytes,
    Decimal: values.write_decimal,
    dt.datetime: values.write_datetime,  # before its base class `date`
    dt.date: dt.date.isoformat,
    dt.time: values.write_time,
    dt.timedelta: values.write_duration,
    Enum: lambda value: str(value.value),
    float: values.write_float,
    int: values.write_int64,
    str: str,
    UUID: values.write_uuid,
}


def is_plain(type_: str) -> bool:
    """Return whether values of a type are not objects."""
    if type_.startswith(("Collection(", "Edm.")):
        return True
    found = class_of(type_)
    return found is not None and issubclass(found, OpenEnum)


def read(type_: str, value: object) -> Any:
    """Return a value of JSON as a value of a type. Raises `JsonError`."""
    item = type_.removeprefix("Collection(")
    if item != type_:
        return read_list(item.removesuffix(")"), value)
    if type_ in READERS:
        return READERS[type_](value)
    found = class_of(type_)
    if found is None:
        return copied(value)
    if issubclass(found, OpenEnum):
        return values.member_reader(found)(value)
    if not isinstance(value, dict):
        raise wrong("an object", value)
    return found.from_dict(value) if issubclass(found, Model) else copied(value)


def read_list(type_: str, value: object) -> list[Any]:
    if not isinstance(value, list):
        raise wrong("a list", value)
    items: list[Any] = []
    try:
        items.extend(None if one is None else read(type_, one) for one in value)
    except JsonError as error:
        raise error.inside(len(items)) from None
    return items


def read_leniently(type_: str, value: object) -> tuple[Any, list[JsonError]]:
    """Return a value of JSON as a value of a type, and the errors of values in it.

    An object keeps values of other types. Raises `JsonError` if the value is not one.
    """
    found = class_of(type_)
    if found is not None and issubclass(found, Model) and isinstance(value, dict):
        errors: list[JsonError] = []
        return found.from_dict(value, lenient=errors), errors
    return read(type_, value), []


def written_members(
    members: Mapping[str, object], types: Mapping[str, str]
) -> dict[str, JsonValue]:
    """Return the members of a body as JSON; `types` are those of objects."""
    data: dict[str, JsonValue] = {}
    name = ""
    try:
        for name, value in members.items():
            data[name] = written(value, types.get(name, ""))
    except JsonError as error:
        raise error.inside(name) from None
    return data


def written(value: object, type_: str = "") -> JsonValue:
    """Return a value as JSON; a model of a type derived from `type_` names its own."""
    if isinstance(value, Model):
        expected = class_of(type_) if type_ else None
        is_base = expected is not None and issubclass(expected, Model)
        is_derived = is_base and isinstance(value, expected or Model)
        return value.to_dict(expected) if is_derived else value.to_dict()
    if value is None or isinstance(value, OpenEnum):
        return None if value is None else str(value)
    if isinstance(value, Mapping):
        return written_members({str(k): v for k, v in value.items()}, {})
    if isinstance(value, (list, tuple, set, frozenset)):
        return [written(item, type_) for item in value]
    for kind, write in WRITERS.items():
        if isinstance(value, kind):
            found: JsonValue = write(value)
            return found
    raise wrong("JSON", value)


def text_of(value: object) -> str | None:
    """Return a value as a string in a URL or a header; None if it can't be one."""
    if isinstance(value, (list, tuple)):
        return json_text([written(item) for item in value])
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None or isinstance(value, (Mapping, Model)):
        return None
    data = written(value)
    return data if isinstance(data, str) else json_text(data)


def encoded(value: JsonValue) -> bytes:
    """Return a value of JSON as UTF-8, with escapes for halves of surrogate pairs."""
    return json_text(value).encode(errors="backslashreplace")
