"""The body of an update request for an object that changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

V = TypeVar("V")


def changes(before: Mapping[str, V], after: Mapping[str, V]) -> dict[str, V | None]:
    """Return the keys of a JSON object that changed, with a null for a removed key.

    A changed nested object is included completely; removed annotations are left out.
    """
    removed = (key for key in before if key not in after and key[:1] != "@")
    new = {
        key: value
        for key, value in after.items()
        if key not in before or not is_same(before[key], value)
    }
    return {**dict.fromkeys(removed), **new}


def is_same(one: object, other: object) -> bool:
    """Return whether two JSON values are equal: 1 is 1.0, but not true."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(
            is_same(value, other[key]) for key, value in one.items()
        )
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    return one == other and isinstance(one, bool) is isinstance(other, bool)
