"""Reading JSON although some of its values have the wrong type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from graph._codec import (
    TYPE_KEY,
    ListKind,
    NamedKind,
    Plan,
    derived,
    plan_of,
)
from graph._json import JsonError, copied

if TYPE_CHECKING:
    from graph._codec import Kind

Path: TypeAlias = tuple[str | int, ...]
"""The keys and indexes that lead to a value."""


class LenientReader:
    """Reads JSON, and collects errors instead of raising them.

    Methods return what can be read and what can't, which is None without errors.
    """

    def __init__(self, errors: list[JsonError]) -> None:
        self.errors = errors

    def read_model(self, plan: Plan, data: dict[str, Any], path: Path) -> Any:
        """Read an object; its `extra` has what can't be read of it."""
        plan = self.derived_plan(plan, data, path)
        extra: dict[str, Any] = {}
        arguments: dict[str, Any] = {"extra": extra}
        for key, value in data.items():
            if value is None:
                extra[key] = None
            elif key in plan.steps:
                name, _, kind = plan.steps[key]
                arguments[name], unread = self.read(kind, value, (*path, key))
                if unread is not None:
                    extra[key] = unread
            else:
                extra[key] = self.copy(value, (*path, key))
        return plan.model(**arguments)

    def derived_plan(self, plan: Plan, data: dict[str, Any], path: Path) -> Plan:
        try:
            return plan_of(derived(plan.model, data.get(TYPE_KEY)))
        except JsonError as error:
            if TYPE_KEY not in plan.steps:
                self.add(error, path)
            return plan

    def read(self, kind: Kind, value: object, path: Path) -> tuple[Any, Any]:
        """Return what can be read of a value, and what can't."""
        if isinstance(kind, ListKind) and isinstance(value, list):
            return self.read_items(kind.item, value, path)
        if isinstance(kind, NamedKind) and isinstance(value, dict):
            kind.find()
            if kind.plan is not None:
                return self.read_model(kind.plan, value, path), None
        try:
            return kind.read(value), None
        except JsonError as error:
            self.add(error, path)
            return None, unchecked_copy(value)

    def read_items(
        self, kind: Kind, values: list[Any], path: Path
    ) -> tuple[list[Any], list[Any] | None]:
        """Return the items that can be read, and the others at their positions."""
        items: list[Any] = []
        unread: list[Any] = []
        for at, value in enumerate(values):
            item, kept = None, None
            if value is not None:
                item, kept = self.read(kind, value, (*path, at))
            if kept is None:
                items.append(item)
            else:
                unread += [None] * (at - len(unread)) + [kept]
        return items, unread or None

    def copy(self, value: object, path: Path) -> Any:
        """Copy a value without a field."""
        try:
            return copied(value)
        except JsonError as error:
            self.add(error, path)
            return value

    def add(self, error: JsonError, path: Path) -> None:
        for key in reversed(path):
            error.inside(key)
        self.errors.append(error)


def unchecked_copy(value: object) -> Any:
    """Copy a value if it is JSON."""
    try:
        return copied(value)
    except JsonError:
        return value
