"""Measure commands that users wait for: `--help`, and `convert` of one page."""

from pathlib import Path

from tests.bench.clock import medians
from tests.bench.processes import DOCGEN, PASS, Command
from tests.bench.table import Row, Section
from tests.bench.workspace import Workspace

SEED = Path(
    "docs_src/resources/synchronization-synchronization.md",
)
COMMANDS = {
    "docgen --help": (("--help",), 4.5),
    "docgen convert, the seed page": (("convert", SEED.name), 15),
}
"""The arguments of each command, and the largest ratio to `python -c pass`."""


def section(workspace: Workspace) -> Section:
    """Time each command where there is no configuration, and a Python that does nothing."""
    content = (Path(__file__).parents[2] / SEED).read_bytes()
    (workspace.scratch / SEED.name).write_bytes(content)
    works = {
        name: Command(words=(*DOCGEN, *words), folder=workspace.scratch).run
        for name, (words, _) in COMMANDS.items()
    }
    taken = medians({**works, "pass": Command(words=PASS).run})
    rows = [
        Row(
            work=name,
            ours=taken[name],
            compared="python -c pass",
            theirs=taken["pass"],
            aim=aim,
        )
        for name, (_, aim) in COMMANDS.items()
    ]
    return Section(rows=rows)
