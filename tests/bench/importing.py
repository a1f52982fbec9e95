"""Measure a program that imports the generated package and reads one user with it."""

from tests.bench.clock import medians
from tests.bench.processes import PASS, Command
from tests.bench.table import Row, Section
from tests.bench.workspace import Workspace

PROGRAM = """
import sys
from pathlib import Path
from graph_dataclass.models import User
User.from_json(Path(sys.argv[1]).read_text())
"""


def section(workspace: Workspace) -> Section:
    """Time such a program, and one that does nothing."""
    payload = workspace.payloads / "payload-user.json"
    program = Command(
        words=(PASS[0], "-c", PROGRAM, str(payload)),
        environment={"PYTHONPATH": str(workspace.package())},
    )
    if program.run() != 0:
        return Section(notes=[f"{payload}, or its type: missing, not measured"])
    taken = medians({"program": program.run, "pass": Command(words=PASS).run})
    row = Row(
        work="import the package and read a user",
        ours=taken["program"],
        compared="python -c pass",
        theirs=taken["pass"],
        aim=6,
    )
    return Section(rows=[row])
