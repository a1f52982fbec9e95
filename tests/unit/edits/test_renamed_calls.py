"""Uses of renamed operations in test files."""

import pytest

from docgen.edits.decision import OperationsModule
from docgen.edits.renamed_calls import with_renamed_calls
from docgen.pycode import definition_lines

PATH = "graph/operations/harbour/ship.py"
MODULE = '''"""The operations."""


class ShipOperations(Protocol):
    def {name}(self, ship_id: str) -> None:
        """Moor.

        See `api/ship-moor.md`.
        """
        ...


class AsyncShipOperations(Protocol):
    async def {name}(self, ship_id: str) -> None:
        """Moor."""
        ...
'''

RENAMED = {
    "a method of the protocol": "ShipOperations.{}\n",
    "a method of the protocol with coroutines": "AsyncShipOperations.{}\n",
    "a method of a module's protocol": "operations.ShipOperations.{}\n",
    "the full name": 'permissions("harbour.ship.{}")\n',
    "the full name in single quotes": "permissions('harbour.ship.{}')\n",
    "behind letters outside of ASCII": 'x = "ü"; ShipOperations.{}\n',
    "a method of a client": "def test(client):\n    client.harbour.ship.{}(1)\n",
    "a method of an attribute with a client": "self.my_client.harbour.ship.{}(1)\n",
    "a variable of a client's": "ships = client.harbour.ship\nships.{}(1)\n",
    "an argument by its annotation": "def test(a: ShipOperations):\n    a.{}(1)\n",
    "an argument by a string": 'def test(a: "ShipOperations"):\n    a.{}(1)\n',
    "a variable by its annotation": "a: ShipOperations = b\na.{}(1)\n",
    "a derived class": (
        "class Fake(ShipOperations):\n    def {0}(self):\n        self.{0}()\n"
    ),
    "a derived class with coroutines": (
        "class Fake(AsyncShipOperations):\n    async def {}(self): ...\n"
    ),
    "an instance of a derived class": (
        "class Fake(ShipOperations): ...\n\n\ndef test():\n    a = Fake()\n    a.{}()\n"
    ),
    "a call of an instance": "class Fake(ShipOperations): ...\n\n\nFake().{}()\n",
    "a fixture": (
        "class Fake(ShipOperations): ...\n\n\n@fixture\ndef ships():\n"
        "    return Fake()\n\n\ndef test(ships):\n    ships.{}()\n"
    ),
}

KEPT = {
    "another object": "x.{}(1)\n",
    "a module of the same name": "subprocess.ship.{}(1)\n",
    "another class": "class Fake:\n    def {0}(self):\n        self.{0}()\n",
    "an instance of another scope": (
        "def one(a: ShipOperations): ...\n\n\ndef two(a):\n    a.{}(1)\n"
    ),
    "a string with more words": 'print("see harbour.ship.{}")\n',
    "another operation of that name": 'permissions("tug.{}")\n',
    "invalid code": "ShipOperations.{}(\n",
    "code that uses the new name": (
        "class Fake(ShipOperations):\n    def {}(self): ...\n    def dock(self): ...\n"
    ),
}


@pytest.fixture
def module() -> OperationsModule:
    content = MODULE.format(name="moor")
    return OperationsModule(
        path=PATH,
        last=definition_lines(PATH, content),
        content=content,
        new=MODULE.format(name="dock"),
    )


@pytest.mark.parametrize("code", RENAMED.values(), ids=RENAMED)
def test_a_use_of_a_renamed_operation_is_renamed(
    module: OperationsModule, code: str
) -> None:
    found = with_renamed_calls("tests/test_ship.py", code.format("moor"), module)
    assert found.source == code.format("dock")
    (one,) = found.diagnostics
    line = found.source.split("\n")[one.span.line - 1]
    assert line[one.span.column - 1 : one.span.end_column - 1] == "dock"


@pytest.mark.parametrize("code", KEPT.values(), ids=KEPT)
def test_other_code_is_kept(module: OperationsModule, code: str) -> None:
    found = with_renamed_calls("tests/test_ship.py", code.format("moor"), module)
    assert (found.source, found.diagnostics) == (code.format("moor"), ())


def test_operations_that_keep_their_names_change_nothing(
    module: OperationsModule,
) -> None:
    same = OperationsModule(
        path=PATH, last=module.last, content=module.content, new=module.content
    )
    code = "ShipOperations.moor\n"
    assert with_renamed_calls("tests/test_ship.py", code, same).source == code
