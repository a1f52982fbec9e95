"""JSON objects without their read-only properties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph._lazy import class_of
from graph._nested import nested_model, types_of
from graph._read_only import READ_ONLY, READ_ONLY_KEYS

if TYPE_CHECKING:
    from collections.abc import Mapping


def writable(
    data: Mapping[str, Any], model: type, *, is_nested: bool = False
) -> dict[str, Any]:
    """Return an object of a model without its read-only properties, at every depth.

    Nested objects keep their keys, which identify them.
    """
    model = named_model(data.get("@odata.type"), model)
    left_out: set[str] = set()
    for name in types_of(model):
        left_out.update(READ_ONLY.get(name, ()))
        if not is_nested:
            left_out.update(READ_ONLY_KEYS.get(name, ()))
    kept = {k: v for k, v in data.items() if (k.partition("@")[0] or k) not in left_out}
    for key, value in kept.items():
        inner = nested_model(model, key) if isinstance(value, (dict, list)) else None
        if inner is not None:
            kept[key] = without_read_only(value, inner)
    return kept


def without_read_only(value: Any, model: type) -> Any:
    """Return an object, or a list of objects, without read-only properties."""
    if isinstance(value, dict):
        return writable(value, model, is_nested=True)
    if isinstance(value, list):
        return [without_read_only(item, model) for item in value]
    return value


def named_model(name: object, declared: type) -> type:
    """Return the class that an object names, if it derives from the declared class."""
    found = class_of(name.rpartition("#")[2]) if isinstance(name, str) else None
    expected = next(iter(types_of(declared)), None)
    return found if found is not None and expected in types_of(found) else declared
