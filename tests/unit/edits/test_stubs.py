"""Stubs with the signatures of hand-written code."""

import pytest

from docgen.edits.stubs import Stub, stub_of

MODULE = '''"""Boats."""

from __future__ import annotations

from dataclasses import dataclass

from graph._codec import Model


@dataclass(kw_only=True, repr=False)
class Boat(Model):
    """A boat."""

    id: str | None = None

    name: str | None = None
'''

STUB = """from dataclasses import dataclass

from graph._codec import Model

@dataclass(kw_only=True)
class Boat(Model):
    id: str | None = None
    name: str | None = None
"""

FIELDS = "    id: str | None = None\n    name: str | None = None\n"
HEAD = STUB.removesuffix(FIELDS)
FOR_CHECKERS = "if TYPE_CHECKING:\n    from pathlib import Path\n"
END = "    name: str | None = None\n"
METHOD = "\n    def length(self) -> int:\n        return 1\n"


def stub(edited: str, *skipped: str) -> Stub:
    found = stub_of(STUB, MODULE, edited, skipped)
    assert found is not None
    return found


CHANGES: dict[str, tuple[str, str, str, str]] = {
    "two modules of one package": (
        "import Model\n\n\n@dataclass(kw_only=True, repr=False)",
        "import Model\nimport sea.ports\nimport sea.tides\n\n\n"
        "def at(one: sea.ports.Port) -> sea.tides.Tide: ...\n\n\n"
        "@dataclass(kw_only=True, repr=False)",
        "dataclass\n\nfrom graph._codec import Model\n\n",
        "dataclass\n\nimport sea.ports\nimport sea.tides\n\n"
        "from graph._codec import Model\n\n"
        "def at(one: sea.ports.Port) -> sea.tides.Tide: ...\n\n",
    ),
    "a name from an import of all names": (
        "import Model\n\n\n@dataclass(kw_only=True, repr=False)",
        "import Model\nfrom sea import *\n\n\ndef port() -> Port: ...\n\n\n"
        "@dataclass(kw_only=True, repr=False)",
        "from graph._codec import Model\n\n",
        "from sea import *\n\nfrom graph._codec import Model\n\ndef port() -> Port: ...\n\n",
    ),
    "a name from an import that may fail": (
        "import Model\n\n\n@dataclass(kw_only=True, repr=False)",
        "import Model\n\ntry:\n    from decimal import Decimal\nexcept ImportError:\n"
        "    Decimal = float\n\n\ndef port() -> Decimal: ...\n\n\n"
        "@dataclass(kw_only=True, repr=False)",
        "dataclass\n\nfrom graph._codec import Model\n\n",
        "dataclass\nfrom decimal import Decimal\n\nfrom graph._codec import Model\n\n"
        "def port() -> Decimal: ...\n\n",
    ),
    "a decorator above the class that uses it": (
        "\n\n@dataclass(kw_only=True, repr=False)",
        "\n\ndef named(one: type) -> type:\n    return one\n\n\n@named\n"
        "@dataclass(kw_only=True, repr=False)",
        "@dataclass",
        "def named(one: type) -> type: ...\n\n@named\n@dataclass",
    ),
    "an added method": (
        END,
        END + METHOD,
        END,
        f"{END}    def length(self) -> int: ...\n",
    ),
    "a deleted field": (END, "", END, ""),
    "a changed type": ("name: str |", "name: int |", "name: str |", "name: int |"),
    "an added base class": (
        "Boat(Model)",
        "Boat(Model, dict)",
        "Boat(Model)",
        "Boat(Model, dict)",
    ),
    "an argument of a decorator": (
        "kw_only=True, repr",
        "kw_only=True, eq=False, repr",
        "(kw_only=True)",
        "(kw_only=True, eq=False, repr=False)",
    ),
    "a decorator with its import": (
        "\n\n@data",
        "\nfrom typing import final\n\n\n@final\n@data",
        "\n\nfrom graph._codec import Model\n\n",
        "\nfrom typing import final\n\nfrom graph._codec import Model\n\n@final\n",
    ),
    "a method with an import for type checkers": (
        END,
        f"{END}\n    def at(self) -> Path: ...\n\n\n{FOR_CHECKERS}",
        HEAD + FIELDS,
        HEAD.replace("\n\nfrom", "\nfrom pathlib import Path\n\nfrom", 1)
        + f"{FIELDS}    def at(self) -> Path: ...\n",
    ),
    "a function below the class": (
        END,
        f"{END}\n\ndef launch(boat: Boat) -> None: ...\n",
        END,
        f"{END}\ndef launch(boat: Boat) -> None: ...\n",
    ),
}


@pytest.mark.parametrize(
    ("old", "new", "before", "after"), CHANGES.values(), ids=CHANGES.keys()
)
def test_stub_follows_its_module(old: str, new: str, before: str, after: str) -> None:
    edited = MODULE.replace(old, new)
    assert edited != MODULE
    assert stub(edited) == Stub(source=STUB.replace(before, after))


def test_unedited_module_has_no_other_stub() -> None:
    assert (
        stub_of(STUB, MODULE, MODULE.replace('"""A boat."""', '"""A boat."""  #'))
        is None
    )


def test_changed_body_or_docstring_leaves_the_stub_unchanged() -> None:
    assert stub(MODULE.replace("A boat.", "A ship.")).source == STUB


def test_what_the_user_wrote_is_not_written_again() -> None:
    edited = MODULE + METHOD + "\n    width = read()\n"
    assert stub(edited, "Boat.length", "Boat.width") == Stub(source=STUB)


def test_what_has_no_type_is_a_gap() -> None:
    found = stub(MODULE + "\n    width = read()\n\n\nBoat.size = 3\n")
    assert "    width: ClassVar[Any]\n" in found.source
    assert "from typing import Any, ClassVar\n" in found.source
    assert found.gaps == (("Boat.width", 18), ("Boat.size", 21))


UNDEFINED = {
    "a result": ("def at(self) -> Place: ...", "def at(self) -> Any: ..."),
    "part of an annotation": (
        "def at(self, to: list[Place] | None) -> None: ...",
        "def at(self, to: list[Any] | None) -> None: ...",
    ),
    "a string": (
        'def at(self, to: "Place | None" = None) -> None: ...',
        'def at(self, to: "Any | None" = None) -> None: ...',
    ),
    "an attribute": ("at: Place | None = None", "at: Any | None = None"),
    "a parameter of the same name": (
        "def at(self, Place: Place) -> None: ...",
        "def at(self, Place: Any) -> None: ...",
    ),
    "a result of a coroutine": (
        "async def at(self) -> Place: ...",
        "async def at(self) -> Any: ...",
    ),
}


@pytest.mark.parametrize(("code", "expected"), UNDEFINED.values(), ids=UNDEFINED)
def test_undefined_name_is_any_and_reported(code: str, expected: str) -> None:
    found = stub(f"{MODULE}\n    {code}\n")
    assert f"    {expected}\n" in found.source
    assert "from typing import Any\n" in found.source
    assert found.undefined == (("Place", 18),)


def test_name_of_the_generated_package_is_imported() -> None:
    found = stub(f"{MODULE}\n    def data(self) -> dict[str, JsonValue]: ...\n")
    assert "from graph._json import JsonValue\n" in found.source
    assert found.undefined == ()


def test_class_without_fields_gets_members() -> None:
    module = MODULE.replace(
        "    id: str | None = None\n\n    name: str | None = None\n", ""
    )
    before = STUB.replace(f":\n{FIELDS}", ": ...\n")
    found = stub_of(before, module, module + METHOD)
    assert found is not None
    assert found.source == STUB.replace(FIELDS, "    def length(self) -> int: ...\n")


def test_import_into_a_package_is_exported() -> None:
    module = "from graph._lazy import attach\n\n__getattr__, __dir__, __all__ = attach(__name__)\n"
    before = 'from graph.models.boat import Boat as Boat\n\n__all__ = ["Boat"]\n'
    found = stub_of(before, module, f"from graph.extra import tie\n\n{module}")
    assert found is not None
    assert found.source == f"from graph.extra import tie as tie\n{before}"


def test_module_that_is_not_python_is_an_error() -> None:
    with pytest.raises(SyntaxError):
        stub_of(STUB, MODULE, "class")
