"""The rows for runs after the first: nothing changed, one page changed, one page staged."""

import shutil
import time
from collections.abc import Callable
from itertools import count, cycle
from pathlib import Path

from tests.bench.clock import ONCE, medians
from tests.bench.cold import GENERATE
from tests.bench.ground import Ground
from tests.bench.pages import change, changeable, copy_of, resources
from tests.bench.processes import PASS, Command
from tests.bench.table import Row, Section

PAGES = 12
"""How many pages are changed in turn: one page is not as dear as another."""

SURE = 0 if ONCE else 3
"""Seconds after which docgen believes that a file is as it was left."""


def section(ground: Ground) -> Section:
    """Time runs in a copy of the corpus, beside a Python that does nothing."""
    folder = ground.scratch / "again"
    corpus = copy_of(ground.corpus, folder / "pages")
    ground = Ground(corpus, ground.payloads, ground.scratch)
    size = f"{len(resources(corpus)):,}"
    cache = {"DOCGEN_CACHE_DIR": str(ground.scratch / "again-cache")}
    project = ground.project(folder.name)
    generate = Command(words=GENERATE, folder=project, environment=cache)
    for _ in range(2):
        generate.run()
        time.sleep(SURE)
    rows = [_row(f"generate, nothing changed, {size} pages", generate, 10)]
    changed = _changes(corpus)
    if changed is None:
        return Section(rows=rows, notes=["no page has properties to be changed"])
    rows.append(_row(f"generate, one page changed of {size}", generate, 30, changed))
    if shutil.which("git") is None:
        return Section(rows=rows, notes=["no git here: staged pages are passed over"])
    words = (*GENERATE, "--staged")
    staged = Command(words=words, folder=project, environment=cache)
    stage = _staging(project, changed)
    work = f"generate --staged, one page staged of {size}"
    return Section(rows=[*rows, _row(work, staged, 40, stage)])


def _row(
    work: str,
    command: Command,
    aim: float,
    before: Callable[[], object] | None = None,
) -> Row:
    works = {"docgen": command.run, "pass": Command(words=PASS).run}
    taken = medians(works, is_cold=True, before=before or (lambda: None))
    return Row(
        work=work,
        ours=taken["docgen"],
        beside="python -c pass",
        theirs=taken["pass"],
        aim=aim,
    )


def _changes(corpus: Path) -> Callable[[], None] | None:
    """Give what changes one page after the other."""
    pages, numbers = changeable(corpus, PAGES), count()
    turns = cycle(pages)
    return (lambda: change(next(turns), next(numbers))) if pages else None


def _staging(project: Path, changed: Callable[[], None]) -> Callable[[], None]:
    """Give what changes a page and stages it, after all that the last run wrote is staged."""
    git = [
        Command(words=("git", *words), folder=project)
        for words in (("init", "-q"), ("add", "."), ("add", "pages"))
    ]
    git[0].run()

    def stage() -> None:
        git[1].run()
        changed()
        git[2].run()

    return stage
