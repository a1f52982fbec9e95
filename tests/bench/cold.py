"""The rows for a first run over all pages: how long beside black, and how much memory."""

import sys
from itertools import count
from statistics import median

from tests.bench import memory
from tests.bench.clock import TURNS, medians
from tests.bench.ground import Ground
from tests.bench.pages import resources
from tests.bench.processes import DOCGEN, Command
from tests.bench.table import Row, Section

GENERATE = (*DOCGEN, "generate")
BLACK = (sys.executable, "-m", "black", "--quiet", ".")
BESIDE = "black, the same files"


def section(ground: Ground) -> Section:
    """Time cold runs beside black's on the files that they write; look at the memory of both."""
    work = f"generate, cold, {len(resources(ground.corpus)):,} pages"
    names = (f"cold-{number}" for number in count())
    ground.package()
    taken = medians(
        {
            "docgen": lambda: cold(ground, next(names)).run(),
            "black": lambda: black(ground, next(names)).run(),
        },
        is_cold=True,
    )
    row = Row(
        work=work,
        ours=taken["docgen"],
        beside=BESIDE,
        theirs=taken["black"],
        aim=0.5,
    )
    if not memory.is_told():
        return Section(rows=[row], notes=["no /proc here: memory is passed over"])
    turns = [
        (
            memory.peak(cold(ground, next(names))),
            memory.peak(black(ground, next(names))),
        )
        for _ in range(TURNS.start)
    ]
    ours, theirs = (median(peaks) for peaks in zip(*turns, strict=True))
    work = "memory of that, all processes together"
    return Section(
        rows=[
            row,
            Row(work=work, ours=ours, unit="MB", aim=300),
            Row(work=work, ours=ours, beside=BESIDE, theirs=theirs, unit="MB"),
        ],
        notes=[
            "memory is PSS: what processes share counts once; looked at 50 times a second"
        ],
    )


def cold(ground: Ground, name: str) -> Command:
    """Give a run of `docgen generate` that finds nothing of an earlier one."""
    folder = ground.project(name)
    cache = {"DOCGEN_CACHE_DIR": str(folder / "cache")}
    return Command(words=GENERATE, folder=folder, environment=cache)


def black(ground: Ground, name: str) -> Command:
    """Give a run of black over the package, that finds nothing of an earlier one."""
    cache = {"BLACK_CACHE_DIR": str(ground.scratch / f"{name}-black")}
    return Command(words=BLACK, folder=ground.package(), environment=cache)
