"""Measure a first run over all pages: time relative to black, and memory."""

import sys
from itertools import count
from statistics import median

from tests.bench import memory
from tests.bench.clock import TURNS, medians
from tests.bench.pages import pages_of
from tests.bench.processes import DOCGEN, Command
from tests.bench.table import Row, Section
from tests.bench.workspace import Workspace

GENERATE = (*DOCGEN, "generate")
BLACK = (sys.executable, "-m", "black", "--quiet", ".")
COMPARED = "black, the same files"


def section(workspace: Workspace) -> Section:
    """Time cold runs, and black on the files that they write; measure the memory of both."""
    work = f"generate, cold, {len(pages_of(workspace.corpus)):,} pages"
    names = (f"cold-{number}" for number in count())
    workspace.package()
    taken = medians(
        {
            "docgen": lambda: cold(workspace, next(names)).run(),
            "black": lambda: black(workspace, next(names)).run(),
        },
        is_cold=True,
    )
    row = Row(
        work=work,
        ours=taken["docgen"],
        compared=COMPARED,
        theirs=taken["black"],
        aim=0.5,
    )
    if not memory.is_available():
        return Section(rows=[row], notes=["no /proc here: memory is not measured"])
    turns = [
        (
            memory.peak(cold(workspace, next(names))),
            memory.peak(black(workspace, next(names))),
        )
        for _ in range(TURNS.start)
    ]
    ours, theirs = (median(peaks) for peaks in zip(*turns, strict=True))
    work = "memory of that, all processes together"
    return Section(
        rows=[
            row,
            Row(work=work, ours=ours, unit="MB", aim=300),
            Row(work=work, ours=ours, compared=COMPARED, theirs=theirs, unit="MB"),
        ],
        notes=[
            "memory is PSS: what processes share counts once; sampled 50 times a second"
        ],
    )


def cold(workspace: Workspace, name: str) -> Command:
    """Return a run of `docgen generate` without a cache or output of an earlier one."""
    folder = workspace.project(name)
    cache = {"DOCGEN_CACHE_DIR": str(folder / "cache")}
    return Command(words=GENERATE, folder=folder, environment=cache)


def black(workspace: Workspace, name: str) -> Command:
    """Return a run of black over the package, without the cache of an earlier one."""
    cache = {"BLACK_CACHE_DIR": str(workspace.scratch / f"{name}-black")}
    return Command(words=BLACK, folder=workspace.package(), environment=cache)
