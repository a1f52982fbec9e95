"""The body of an update request for an object that changed."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

V = TypeVar("V")

TYPE_KEY = "@odata.type"


def changes(
    before: Mapping[str, V], after: Mapping[str, V], model: type | None = None
) -> dict[str, V | None]:
    """Return the keys of a JSON object that changed, with a null for a removed key.

    A changed nested object is included completely. Removed annotations are left out;
    the `@odata.type` of the new object is included if anything else is.

    If `model`, the class of the object, is passed, properties that the pages call
    read-only are left out, also those of nested objects. Nested objects keep their
    keys, which identify them.
    """
    if model is not None:
        from graph._writable import writable

        before, after = writable(before, model), writable(after, model)
    removed = (key for key in before if key not in after and "@" not in key)
    new = {
        key: value
        for key, value in after.items()
        if key not in before or not is_same(before[key], value)
    }
    body: dict[str, V | None] = {**dict.fromkeys(removed), **new}
    if body and TYPE_KEY in after:
        return {TYPE_KEY: after[TYPE_KEY], **body}
    return body


def is_same(one: object, other: object) -> bool:
    """Return whether two JSON values are equal: 1 is 1.0, but not true."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(
            is_same(value, other[key]) for key, value in one.items()
        )
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    return digits_of(one) == digits_of(other)


def digits_of(value: object) -> object:
    """Return a float as the decimal number that JSON has for it."""
    return Decimal(repr(value)) if isinstance(value, float) else value
