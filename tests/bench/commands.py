"""The rows for commands that people wait for: `--help`, and one page converted."""

from pathlib import Path

from tests.bench.clock import medians
from tests.bench.ground import Ground
from tests.bench.processes import DOCGEN, PASS, Command
from tests.bench.table import Row, Section

SEED = Path(
    "docs_src/resources/synchronization-synchronization.md",
)
COMMANDS = {
    "docgen --help": (("--help",), 7),
    "docgen convert, the seed page": (("convert", SEED.name), 20),
}
"""The words of each command, and how often `python -c pass` it may take."""


def section(ground: Ground) -> Section:
    """Time each command where there is no configuration, beside a Python that does nothing."""
    content = (Path(__file__).parents[2] / SEED).read_bytes()
    (ground.scratch / SEED.name).write_bytes(content)
    works = {
        name: Command(words=(*DOCGEN, *words), folder=ground.scratch).run
        for name, (words, _) in COMMANDS.items()
    }
    taken = medians({**works, "pass": Command(words=PASS).run})
    rows = [
        Row(
            work=name,
            ours=taken[name],
            beside="python -c pass",
            theirs=taken["pass"],
            aim=aim,
        )
        for name, (_, aim) in COMMANDS.items()
    ]
    return Section(rows=rows)
