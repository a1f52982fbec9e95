"""The body of an update: what to send when an object changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

V = TypeVar("V")


def changes(before: Mapping[str, V], after: Mapping[str, V]) -> dict[str, V | None]:
    """Return what is different in a JSON object, with a null for a removed key.

    A nested object that changed is included whole; a removed annotation is left out.
    """
    gone = (key for key in before if key not in after and key[:1] != "@")
    new = {
        key: value
        for key, value in after.items()
        if key not in before or before[key] != value
    }
    return {**dict.fromkeys(gone), **new}
