"""The types of values in code that uses a generated package."""

from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

if TYPE_CHECKING:
    from docgen.uses.scopes import NameScope


class ModuleValue(Struct, frozen=True):
    """A module of the package or of the code, by its complete name."""

    name: str


class ClassValue(Struct, frozen=True):
    """A class of the package, by its path."""

    path: str


class Instance(Struct, frozen=True):
    """An instance of a class of the package."""

    path: str


class Items(Struct, frozen=True):
    """A list, pages, an iterator: what a loop can run over."""

    item: "ValueType"


class Later(Struct, frozen=True):
    """A result that is known later: `wait()` of a long-running operation, `result()` of a batch."""

    value: "ValueType"


class Method(Struct, frozen=True):
    """A method of the package; `None` if its result is of no type of the package."""

    result: "ValueType | None"


class OwnClass(Struct, frozen=True):
    """A class that the code defines."""

    scope: "NameScope"


class OwnInstance(Struct, frozen=True):
    """An instance of a class that the code defines."""

    scope: "NameScope"


class OwnFunction(Struct, frozen=True):
    """A function that the code defines."""

    scope: "NameScope"


ValueType: TypeAlias = (
    ModuleValue
    | ClassValue
    | Instance
    | Items
    | Later
    | Method
    | OwnClass
    | OwnInstance
    | OwnFunction
)

ValueTypes: TypeAlias = tuple[ValueType, ...]
"""All types that a value may have, as far as they are evident."""
