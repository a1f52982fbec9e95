"""Which class an annotation means, and of which type a class is."""

from __future__ import annotations

import sys
from importlib import import_module

from graph import _catalogue
from graph._lazy import ROOT

TYPES: dict[str, str] = {}


def class_named(name: str, module: str) -> type | None:
    """Give the class that an annotation in a module means, or None if it means none.

    That is a name of the module itself, else of the package around it, else of the
    next one outward.
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
    """Give the name of a class's type, or None for a class of another package."""
    if not TYPES:
        TYPES.update({path: type_ for type_, path in _catalogue.MODELS.items()})
    path = f"{model.__module__}.{model.__qualname__}"
    return TYPES.get(path.removeprefix(f"{ROOT}.models."))
