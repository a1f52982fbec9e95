"""The classes of nested objects, and the types of classes."""

from __future__ import annotations

from graph._classes import type_of
from graph._codec import ListKind, Model, NamedKind, plan_of


def nested_model(model: type, key: str) -> type | None:
    """Return the class of the objects that a model has under a key."""
    steps = plan_of(model).steps if issubclass(model, Model) else {}
    _, _, kind = steps.get(key, (None, None, None))
    if isinstance(kind, ListKind):
        kind = kind.item
    if not isinstance(kind, NamedKind):
        return None
    kind.find()
    return kind.plan.model if kind.plan is not None else None


def types_of(model: type) -> list[str]:
    """Return the types of a class and its base classes, by their qualified names."""
    return [name for name in map(type_of, model.__mro__) if name]
