"""The class that an annotation names, and the type of a class."""

from __future__ import annotations

import sys
from importlib import import_module

from graph import _catalogue
from graph._lazy import ROOT

TYPES: dict[str, str] = {}


def class_named(name: str, module: str) -> type | None:
    """Return the class that an annotation in a module names, or None if it names none.

    The name is looked up in the module itself, then in the package that contains it,
    and so on.
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
    """Return the name of a class's type, or None for a class of another package."""
    if not TYPES:
        TYPES.update({path: type_ for type_, path in _catalogue.MODELS.items()})
    path = f"{model.__module__}.{model.__qualname__}"
    return TYPES.get(path.removeprefix(f"{ROOT}.models."))
