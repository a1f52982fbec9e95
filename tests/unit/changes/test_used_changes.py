"""Which changes affect which lines of code."""

import ast

import pytest
from fleet import FLEET, changed, schema_of

from docgen.changes.compare import compare_schemas
from docgen.commands.used_changes import code_lines, used_changes
from docgen.config import Target
from docgen.uses import SourceFile

SHIP, TOW, BERTH = "resources/ship.md", "api/ship-tow.md", "resources/berth.md"
ROW = "|callSign|String|The sign on the radio.|\n"
KETCH = "|ketch|Two masts.|\n"
HEAD = "from graph import Client, models\nfrom graph.models import *\n"

CASES = {
    "attribute": ("def f(s: models.Ship): s.call_sign", [(SHIP, ROW, "")], [3]),
    "keyword of a constructor": ("models.Ship(call_sign='A')", [(SHIP, ROW, "")], [3]),
    "attribute of a result": (
        "for s in Client().ship.list(): s.call_sign",
        [(SHIP, ROW, "")],
        [3],
    ),
    "attribute of another type": (
        "def f(s: models.Sailor): s.name",
        [(SHIP, ROW, "")],
        [],
    ),
    "member of an enum": ("models.Rig.KETCH", [(SHIP, KETCH, "")], [3]),
    "other member of an enum": ("models.Rig.SLOOP", [(SHIP, KETCH, "")], []),
    "member added to an enum": (
        "models.Rig.SLOOP",
        [(SHIP, KETCH, KETCH + "|yawl|Two masts, one small.|\n")],
        [3],
    ),
    "renamed type": (
        "models.Berth()",
        [
            (BERTH, "microsoft.graph.berth", "microsoft.graph.quays.berth"),
            (BERTH, "Namespace: microsoft.graph", "Namespace: microsoft.graph.quays"),
        ],
        [3],
    ),
    "import of a renamed type": (
        "from graph.models import Berth",
        [
            (BERTH, "microsoft.graph.berth", "microsoft.graph.quays.berth"),
            (BERTH, "Namespace: microsoft.graph", "Namespace: microsoft.graph.quays"),
        ],
        [3],
    ),
    "import of a type that has another property": (
        "from graph.models import Ship",
        [(SHIP, ROW, ROW + "|draught|Double|How deep. Required.|\n")],
        [],
    ),
    "member of a renamed type": (
        "def f(s: models.Ship): s.berth.quay",
        [
            (BERTH, "microsoft.graph.berth", "microsoft.graph.quays.berth"),
            (BERTH, "Namespace: microsoft.graph", "Namespace: microsoft.graph.quays"),
        ],
        [3],
    ),
    "operation with a removed member of the body": (
        "Client().ship.tow('1', harbour='A')",
        [(TOW, "|speed|Double|Knots. Optional.|\n", "")],
        [3],
    ),
    "renamed operation": (
        "Client().ship.tow('1', harbour='A')",
        [(SHIP, "[Tow]", "[Pull]")],
        [3],
    ),
    "permission of an operation": (
        "Client().ship.tow('1', harbour='A')",
        [(TOW, "Ship.ReadWrite.All", "Ship.Tow.All")],
        [3],
    ),
    "other operation": ("Client().ship.get('1')", [(SHIP, "[Tow]", "[Pull]")], []),
    "compatible addition": (
        "models.Ship()",
        [(SHIP, ROW, ROW + "|draught|Double|How deep.|\n")],
        [],
    ),
    "breaking addition": (
        "models.Ship()",
        [(SHIP, ROW, ROW + "|draught|Double|How deep. Required.|\n")],
        [3],
    ),
}


@pytest.mark.parametrize(("code", "edits", "lines"), CASES.values(), ids=CASES.keys())
def test_a_change_has_the_lines_that_use_it(
    code: str, edits: list[tuple[str, str, str]], lines: list[int]
) -> None:
    old = schema_of(FLEET)
    files = [SourceFile(path="app.py", tree=ast.parse(HEAD + code))]
    found = used_changes(
        compare_schemas(old, schema_of(changed(*edits))),
        code_lines(old, Target(), files),
    )
    assert sorted({use.line for one in found for use in one.uses}) == lines
