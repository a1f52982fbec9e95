"""Classes for the names in annotations, and the types of classes."""

from __future__ import annotations

import sys
from importlib import import_module

from graph import _catalogue
from graph._lazy import ROOT

TYPES: dict[str, str] = {}


def class_named(name: str, module: str) -> type | None:
    """Return the class that a name means in a module, or None.

    The name is looked up in the module itself, then in its package and the packages
    that contain that.
    """
    found = vars(sys.modules[module]).get(name)
    package = module
    while found is None and package.startswith(f"{ROOT}.models."):
        package = package.rpartition(".")[0]
        found = getattr(import_module(package), name, None)
    if found is None:
        found = getattr(import_module(f"{ROOT}.models"), name, None)
    return found if isinstance(found, type) else None


def type_of(model: type) -> str | None:
    """Return the qualified name of a class's type, or None for any other class."""
    if not TYPES:
        TYPES.update({path: type_ for type_, path in _catalogue.MODELS.items()})
    path = f"{model.__module__}.{model.__qualname__}"
    return TYPES.get(path.removeprefix(f"{ROOT}.models."))


def typed_class(model: type) -> type | None:
    """Return a class that has a type: the class itself, or its nearest base class."""
    return next(filter(type_of, model.__mro__), None)
