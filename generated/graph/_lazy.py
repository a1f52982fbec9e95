"""Lazy loading: a class is imported when it is first used."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias

from graph import _catalogue

if TYPE_CHECKING:
    from graph._codec import Model
    from graph._enums import OpenEnum

Attached: TypeAlias = tuple[Callable[[str], object], Callable[[], list[str]], list[str]]
"""The attributes of a lazy package: `__getattr__`, `__dir__` and `__all__`."""

ROOT = __name__.rpartition(".")[0]

LOADED: dict[str, type] = {}


def attach_package(modules: dict[str, str], *packages: str) -> Attached:
    """Make the package itself lazy.

    `modules` has the module of each exported name, `packages` are exported modules.
    """
    paths = {name: f"{ROOT}.{module}" for name, module in modules.items()}
    return _attached(ROOT, paths, {"models", "operations", *packages})


def attach(
    package: str,
    *functions: Callable[..., object],
    also: dict[str, str] | None = None,
) -> Attached:
    """Make a package of models or operations lazy (PEP 562).

    `also` maps the names of further exported classes to their modules. A package of
    operations also exports the asynchronous ones, unless another class has the name.
    """
    subpackage, _, folder = package.removeprefix(f"{ROOT}.").partition(".")
    table = _catalogue.MODELS if subpackage == "models" else _catalogue.OPERATIONS
    modules = dict(also or {})
    packages: set[str] = set()
    depth = len(folder) + 1 if folder else 0
    for path in table.values():
        if folder and not path.startswith(f"{folder}."):
            continue
        module, _, name = path[depth:].rpartition(".")
        inner, _, rest = module.partition(".")
        if rest:
            packages.add(inner)
        else:
            modules[name] = f"{package}.{module}"
    if subpackage == "operations":
        modules = {f"Async{name}": at for name, at in modules.items()} | modules
    load, names, public = _attached(package, modules, packages)
    return load, names, sorted([*public, *(f.__name__ for f in functions)])


def lookup(name: str) -> type[Model]:
    """Return the class of an entity or complex type: `lookup("microsoft.graph.user")`.

    Raises `LookupError`, which suggests a similar name, if there is no such type.
    """
    found = class_of(name)
    if found is None:
        raise LookupError(_unknown(name))
    if _is_enum(found):
        raise LookupError(f"{name!r} is an enum type: use lookup_enum")
    return found


def lookup_enum(name: str) -> type[OpenEnum]:
    """Return the class of an enum type. Raises `LookupError` as `lookup` does."""
    found = class_of(name)
    if found is None:
        raise LookupError(_unknown(name))
    if not _is_enum(found):
        raise LookupError(f"{name!r} is not an enum type: use lookup")
    return found


def _is_enum(found: type) -> bool:
    return issubclass(found, str)


def class_of(name: str) -> type | None:
    """Return the class of a type, or None if no page declares it."""
    path = _catalogue.MODELS.get(name)
    if path is None:
        return None
    if path not in LOADED:
        LOADED[path] = _loaded(path)
    return LOADED[path]


def _loaded(path: str) -> type:
    module, _, class_name = path.rpartition(".")
    found: type = getattr(import_module(f"{ROOT}.models.{module}"), class_name)
    return found


def _attached(package: str, modules: dict[str, str], packages: set[str]) -> Attached:
    public = sorted([*modules, *packages])

    def load(name: str) -> object:
        if name in packages:
            return import_module(f"{package}.{name}")
        if name not in modules:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value: object = getattr(import_module(modules[name]), name)
        setattr(sys.modules[package], name, value)
        return value

    return load, lambda: sorted({*vars(sys.modules[package]), *public}), public


def _unknown(name: str) -> str:
    from difflib import get_close_matches

    similar = get_close_matches(name, _catalogue.MODELS, 1)
    return f"no type {name!r}" + (f"; did you mean {similar[0]!r}?" if similar else "")
