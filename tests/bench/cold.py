"""The rows for a first run over all pages: how long beside black, and how much memory."""

import shutil
import sys
from itertools import count

from tests.bench import memory
from tests.bench.clock import medians
from tests.bench.ground import Ground
from tests.bench.processes import DOCGEN, Command
from tests.bench.table import Row, Section

GENERATE = (*DOCGEN, "generate")
BLACK = (sys.executable, "-m", "black", "--quiet", ".")


def section(ground: Ground) -> Section:
    """Time cold runs beside black's on the files that they write; look at the memory of one."""
    pages = sum(1 for _ in ground.corpus.rglob("resources/*.md"))
    files = ground.package()
    numbers = count()

    def generate() -> None:
        cold(ground, f"cold-{next(numbers)}").run()

    def black() -> None:
        folder = ground.scratch / f"black-{next(numbers)}"
        shutil.copytree(files, folder)
        cache = {"BLACK_CACHE_DIR": str(folder / "cache")}
        Command(words=BLACK, folder=folder, environment=cache).run()

    taken = medians({"docgen": generate, "black": black}, is_cold=True)
    row = Row(
        work=f"generate, cold, {pages} pages",
        ours=taken["docgen"],
        beside="black, the same files",
        theirs=taken["black"],
        aim=0.5,
    )
    if not memory.is_told():
        return Section(rows=[row], notes=["no /proc here: memory is passed over"])
    most = memory.peak(cold(ground, "memory"))
    return Section(
        rows=[
            row,
            Row(work="memory of that, all processes", ours=most, unit="MB", aim=300),
        ]
    )


def cold(ground: Ground, name: str) -> Command:
    """Give a run of `docgen generate` that finds nothing of an earlier one."""
    folder = ground.project(name)
    cache = {"DOCGEN_CACHE_DIR": str(folder / "cache")}
    return Command(words=GENERATE, folder=folder, environment=cache)
