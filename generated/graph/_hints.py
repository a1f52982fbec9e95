"""Annotations of models at run time: the classes that they name are imported when read.

A module imports what only its annotations need below `if TYPE_CHECKING`, so that
importing it imports few others. `typing.get_type_hints` and libraries such as pydantic
evaluate annotations in the namespace of the module. When the annotations of a class are
read, the names in them are added to that namespace.
"""

from __future__ import annotations

import datetime as dt
import inspect
import re
import sys
from dataclasses import fields
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from graph._checked_imports import imported_for_checkers
from graph._classes import class_named
from graph._lazy import class_of
from graph._values import Int64

if TYPE_CHECKING:
    from _collections_abc import dict_items, dict_keys
    from collections.abc import Iterator

READY: set[type] = set()
"""The classes whose annotations can be evaluated."""

LIBRARY: dict[str, object] = {
    "Any": Any,
    "Decimal": Decimal,
    "Int64": Int64,
    "UUID": UUID,
    "dt": dt,
}
"""The names in annotations that are not names of models or enums."""


class Annotations(dict[str, Any]):
    """The annotations of a class; what they name is imported when they are read.

    `dataclass` reads them first, but does not evaluate them: then nothing is imported.
    """

    def __init__(self, model: type) -> None:
        super().__init__(inspect.get_annotations(model))
        self.model = model

    def __iter__(self) -> Iterator[str]:  # without it, a copy would not call `keys`
        prepare(self.model)
        return super().__iter__()

    def keys(self) -> dict_keys[str, Any]:
        prepare(self.model)
        return super().keys()

    def items(self) -> dict_items[str, Any]:
        prepare(self.model)
        return super().items()


def prepare_all(model: type) -> None:
    """Import what the annotations of a class and of its base classes name."""
    for one in model.__mro__:
        if isinstance(vars(one).get("__annotations__"), Annotations):
            prepare(one)


def prepare(model: type) -> None:
    """Import what the annotations of a class name, into the namespace of its module."""
    if model in READY or "__dataclass_fields__" not in vars(model):
        return
    READY.add(model)
    module = sys.modules[model.__module__]
    known = vars(module)
    for name, value in (imported_for_checkers(module) or named_by(model)).items():
        known.setdefault(name, value)


def named_by(model: type) -> dict[str, object]:
    """Return the classes that the annotations of a class name, as a reader does."""
    found: dict[str, object] = {}
    for item in fields(model):
        for name in re.findall(r"(?<![\w.])[^\W\d]\w*", str(item.type)):
            type_ = class_of(item.metadata.get("type", ""))
            value = LIBRARY.get(name) or type_ or class_named(name, model.__module__)
            if value is not None:
                found[name] = value
    return found
