"""The rows for growth: first runs over page sets of several sizes, beside black on their files."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.bench.clock import cpu_of_children, medians
from tests.bench.cold import BESIDE, BLACK, GENERATE
from tests.bench.ground import Ground
from tests.bench.pages import copied, resources, spread
from tests.bench.processes import Command
from tests.bench.table import Row, Section

SIZES = (300, 600)
"""Pages of the smaller sets; there is one of all pages, and one of twice as many."""

CACHE = "cache"


def section(ground: Ground) -> Section:
    """Time cold runs by the time that all processes were at work, for that is what must grow."""
    projects = dict(_projects(ground))

    def begin() -> None:
        for folder in projects.values():
            shutil.rmtree(folder / "out", ignore_errors=True)
            shutil.rmtree(folder / CACHE, ignore_errors=True)

    works = {}
    for size, folder in projects.items():
        works[f"docgen {size}"] = _command(GENERATE, folder, folder).run
        works[f"black {size}"] = _command(BLACK, folder, folder / "out").run
    taken = medians(works, is_cold=True, before=begin, clock=cpu_of_children)
    return Section(
        rows=[
            Row(
                work=f"generate, cold, {size:,} pages, processor time",
                ours=taken[f"docgen {size}"],
                beside=BESIDE,
                theirs=taken[f"black {size}"],
            )
            for size in projects
        ],
        notes=[_a_page({size: taken[f"docgen {size}"] for size in projects})],
    )


def _projects(ground: Ground) -> Iterator[tuple[int, Path]]:
    """Give a project for each size; of that with twice all pages half has names of its own."""
    pages = resources(ground.corpus)
    for size in sorted({*SIZES, len(pages), 2 * len(pages)}):
        if size > len(pages) and size != 2 * len(pages):
            continue
        folder = ground.scratch / f"growth-{size}"
        copied(spread(pages, size), folder / "pages" / "first")
        if size > len(pages):
            copied(pages, folder / "pages" / "second", ".second")
        one = Ground(folder / "pages", ground.payloads, ground.scratch)
        yield size, one.project(folder.name)


def _command(words: tuple[str, ...], project: Path, folder: Path) -> Command:
    names = ("DOCGEN_CACHE_DIR", "BLACK_CACHE_DIR")
    environment = {name: str(project / CACHE / name) for name in names}
    return Command(words=words, folder=folder, environment=environment)


def _a_page(taken: dict[int, float]) -> str:
    a_page = (f"{1000 * taken[s] / s:.2f} ms of {s:,}" for s in taken)
    return f"processor time a page, which should not grow: {', '.join(a_page)}"
