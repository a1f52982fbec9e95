"""The row for a program that imports the generated package and reads one user with it."""

from tests.bench.clock import medians
from tests.bench.ground import Ground
from tests.bench.processes import PASS, Command
from tests.bench.table import Row, Section

PROGRAM = """
import sys
from pathlib import Path
from graph_dataclass.models import User
User.from_json(Path(sys.argv[1]).read_text())
"""


def section(ground: Ground) -> Section:
    """Time such a program beside one that does nothing."""
    payload = ground.payloads / "payload-user.json"
    program = Command(
        words=(PASS[0], "-c", PROGRAM, str(payload)),
        environment={"PYTHONPATH": str(ground.package())},
    )
    if program.run() != 0:
        return Section(notes=[f"{payload}, or its type: not there, passed over"])
    taken = medians({"program": program.run, "pass": Command(words=PASS).run})
    row = Row(
        work="import the package and read a user",
        ours=taken["program"],
        beside="python -c pass",
        theirs=taken["pass"],
        aim=8,
    )
    return Section(rows=[row])
