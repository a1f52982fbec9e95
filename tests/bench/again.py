"""Measure runs after the first: nothing changed, one page changed or staged, `lint`, `diff`."""

import shutil
import time
from collections.abc import Callable, Sequence
from itertools import count, cycle
from pathlib import Path

from tests.bench.clock import ONCE, TURNS, medians
from tests.bench.cold import GENERATE
from tests.bench.pages import (
    api_pages_to_change,
    change,
    copy_of,
    pages_of,
    resources_to_change,
)
from tests.bench.processes import DOCGEN, PASS, Command
from tests.bench.table import Row, Section
from tests.bench.workspace import Workspace

PAGES = 12
"""Number of pages that are changed in turn, each at least once: some take longer than others."""

SURE = 0 if ONCE else 3
"""Seconds after which docgen trusts the time of a file."""


def section(workspace: Workspace) -> Section:
    """Time runs in a copy of the corpus, and a Python that does nothing."""
    folder = workspace.scratch / "again"
    corpus = copy_of(workspace.corpus, folder / "pages")
    workspace = Workspace(corpus, workspace.payloads, workspace.scratch)
    size = f"{len(pages_of(corpus)):,}"
    cache = {"DOCGEN_CACHE_DIR": str(workspace.scratch / "again-cache")}
    project = workspace.project(folder.name)
    generate = Command(words=GENERATE, folder=project, environment=cache)
    for _ in range(2):
        generate.run()
        time.sleep(SURE)
    lint = Command(words=(*DOCGEN, "lint"), folder=project, environment=cache)
    lint.run()
    rows = [
        _row(f"generate, nothing changed, {size} pages", generate, 9),
        _row(f"lint, nothing changed, {size} pages", lint, 60),
    ]
    if api_pages := api_pages_to_change(corpus, PAGES):
        work = f"generate, one API page changed of {size}"
        rows.append(_row(work, generate, 40, _changes(api_pages)))
    resources = resources_to_change(corpus, PAGES)
    if not resources:
        return Section(rows=rows, notes=["no page has properties that can be changed"])
    changed = _changes(resources)
    work = f"generate, one resource page changed of {size}"
    rows.append(_row(work, generate, 40, changed))
    if shutil.which("git") is None:
        return Section(rows=rows, notes=["git is missing: --staged is not measured"])
    _two_revisions(project, changed)
    diff = Command(
        words=(*DOCGEN, "diff", "HEAD~1..HEAD"), folder=project, environment=cache
    )
    diff.run()
    rows.append(_row(f"diff, the same revisions of {size} pages again", diff, 60))
    reverse = Command(
        words=(*DOCGEN, "diff", "HEAD..HEAD~1"), folder=project, environment=cache
    )
    work = f"diff, two known revisions of {size} pages"
    rows.append(_row(work, diff, 60, reverse.run))
    work = f"diff, one page changed of {size}"
    uncommitted = Command(
        words=(*DOCGEN, "diff", "HEAD"), folder=project, environment=cache
    )
    rows.append(_row(work, uncommitted, 60, changed))
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
    taken = medians(
        works,
        is_cold=True,
        least=PAGES if before else TURNS.start,
        before=before or (lambda: None),
    )
    return Row(
        work=work,
        ours=taken["docgen"],
        compared="python -c pass",
        theirs=taken["pass"],
        aim=aim,
    )


def _changes(pages: Sequence[Path]) -> Callable[[], None]:
    """Return a function that changes one page after the other."""
    numbers, turns = count(), cycle(pages)
    return lambda: change(next(turns), next(numbers))


def _two_revisions(project: Path, changed: Callable[[], None]) -> None:
    """Commit the pages of a project twice, with a changed page in between."""
    identity = ("-c", "user.name=nobody", "-c", "user.email=nobody@example.org")
    commit = ("git", *identity, "commit", "-q", "-m", "pages")
    Command(words=("git", "init", "-q"), folder=project).run()
    for _ in range(2):
        changed()
        Command(words=("git", "add", "pages"), folder=project).run()
        Command(words=commit, folder=project).run()


def _staging(project: Path, changed: Callable[[], None]) -> Callable[[], None]:
    """Return a function that stages the output of the last run, then changes and stages a page."""
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
