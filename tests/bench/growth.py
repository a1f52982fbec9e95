"""Measure growth: first runs over page sets of several sizes, and black on their files."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.bench.clock import cpu_of_children, medians
from tests.bench.cold import BLACK, COMPARED, GENERATE
from tests.bench.pages import copied, pages_of, spread
from tests.bench.processes import Command
from tests.bench.table import Row, Section
from tests.bench.workspace import Workspace

SIZES = (300, 1_000)
"""Numbers of pages of the smaller sets; there is one of all pages, and one of twice as many."""

CACHE = "cache"


def section(workspace: Workspace) -> Section:
    """Measure the processor time of all processes of cold runs, which must grow linearly."""
    projects = dict(_projects(workspace))

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
                compared=COMPARED,
                theirs=taken[f"black {size}"],
            )
            for size in projects
        ],
        notes=[_a_page({size: taken[f"docgen {size}"] for size in projects})],
    )


def _projects(workspace: Workspace) -> Iterator[tuple[int, Path]]:
    """Yield a project for each size; half of the largest has a namespace of its own."""
    pages = pages_of(workspace.corpus)
    for size in sorted({*SIZES, len(pages), 2 * len(pages)}):
        if size > len(pages) and size != 2 * len(pages):
            continue
        folder = workspace.scratch / f"growth-{size}"
        copied(spread(pages, size), workspace.corpus, folder / "pages" / "first")
        if size > len(pages):
            copied(pages, workspace.corpus, folder / "pages" / "second", ".second")
        one = Workspace(folder / "pages", workspace.payloads, workspace.scratch)
        yield size, one.project(folder.name)


def _command(words: tuple[str, ...], project: Path, folder: Path) -> Command:
    names = ("DOCGEN_CACHE_DIR", "BLACK_CACHE_DIR")
    environment = {name: str(project / CACHE / name) for name in names}
    return Command(words=words, folder=folder, environment=environment)


def _a_page(taken: dict[int, float]) -> str:
    a_page = (f"{1000 * taken[s] / s:.2f} ms of {s:,}" for s in taken)
    return f"processor time per page, which should not grow: {', '.join(a_page)}"
