"""The up-to-date check: which runs are remembered, and which changes it notices."""

import time
from pathlib import Path

import pytest
from msgspec.structs import replace

from docgen.build.store import Store
from docgen.build.up_to_date import FinishedRun, finished_run, remember_finished_run
from docgen.config import NO_CONFIG, Target
from docgen.edits.decision import FileRecord
from docgen.output.paths import MANIFEST
from docgen.output.plan import FileChange, LastOutput, Plan
from docgen.pages.page_set import PageSet
from docgen.pages.read import read
from docgen.python.flavours import FLAVOURS_BY_NAME

LATER = 10_000_000_000
"""Nanoseconds after which the times of files are trusted."""

RECORD = FileRecord(path="graph/team.py", digests=("1" * 11,), pages=("team.md",))
FINISHED = Plan(unchanged=1, last=LastOutput(records={RECORD.path: RECORD}))


class Project:
    """A folder of pages, its output, and a store."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.store = folder, Store()
        self.target = Target(
            source=(str(folder / "docs"),),
            output=str(folder / "generated"),
            config_file=str(folder / "pyproject.toml"),
        )
        self.write("docs/team.md", "# team resource type\n")
        self.write("generated/graph/team.py", "NAME = 1\n")
        self.write(f"generated/{MANIFEST}", "")

    def write(self, path: str, content: str) -> Path:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
        return file

    def pages(self) -> PageSet:
        found = read(self.target.source, config_file=self.target.config_file).value
        return replace(found, started=time.time_ns() + LATER)

    def remember(
        self, plan: Plan = FINISHED, pages: PageSet | None = None, status: bytes = b"1"
    ) -> None:
        remember_finished_run(
            self.target,
            NO_CONFIG,
            status,
            self.store,
            pages=pages or self.pages(),
            plan=plan,
            about_pages=(),
        )

    def last(
        self, target: Target | None = None, status: bytes = b"1"
    ) -> FinishedRun | None:
        return finished_run(target or self.target, NO_CONFIG, status, self.store)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def test_run_that_left_nothing_to_do_is_remembered(project: Project) -> None:
    project.remember()
    last = project.last()
    assert last is not None
    assert (last.pages, last.unchanged) == (1, 1)


CHANGE = FileChange(path=RECORD.path, before=b"", after="NAME = 1\n")


@pytest.mark.parametrize(
    "plan",
    [
        replace(FINISHED, changes=(CHANGE,)),
        replace(FINISHED, manifest=b"docgen manifest 3\n"),
    ],
    ids=["a file is to be changed", "the manifest is to be changed"],
)
def test_run_that_has_something_to_do_is_not_remembered(
    project: Project, plan: Plan
) -> None:
    project.remember(plan)
    assert project.last() is None


def test_run_with_pages_behind_links_is_not_remembered(project: Project) -> None:
    project.remember(pages=replace(project.pages(), is_plain=False))
    assert project.last() is None


def test_run_with_a_page_that_is_still_changing_is_not_remembered(
    project: Project,
) -> None:
    pages = project.pages()
    project.remember(pages=replace(pages, started=time.time_ns()))
    assert project.last() is None


CHANGED = {
    "a page": ("docs/team.md", "# team resource type\n\nNew.\n"),
    "a new page": ("docs/ship.md", "# ship resource type\n"),
    "a generated file": ("generated/graph/team.py", "NAME = 2 \n"),
    "the manifest": (f"generated/{MANIFEST}", "docgen manifest 3\n"),
}


@pytest.mark.parametrize(("path", "content"), CHANGED.values(), ids=CHANGED.keys())
def test_changed_file_is_noticed(project: Project, path: str, content: str) -> None:
    project.remember()
    project.write(path, content)
    assert project.last() is None


@pytest.mark.parametrize("path", ["docs/team.md", "generated/graph/team.py"])
def test_removed_file_is_noticed(project: Project, path: str) -> None:
    project.remember()
    (project.folder / path).unlink()
    assert project.last() is None


def test_output_folder_that_was_replaced_is_noticed(project: Project) -> None:
    """The statuses of the files are the same."""
    folder = project.folder / "generated/graph"
    twin = folder.with_name("twin")
    twin.mkdir()
    (twin / "team.py").hardlink_to(folder / "team.py")
    project.remember()
    folder.rename(folder.with_name("old"))
    twin.rename(folder)
    assert project.last() is None


def test_output_folder_that_became_a_link_is_noticed(project: Project) -> None:
    project.remember()
    folder = project.folder / "generated/graph"
    old = folder.rename(folder.with_name("old"))
    folder.symlink_to(old)
    assert project.last() is None


OTHER_TARGETS = [
    {"flavour": next(name for name in FLAVOURS_BY_NAME if name != "dataclass")},
    {"package": "other"},
    {"exclude": ("team.md",)},
]


@pytest.mark.parametrize("values", OTHER_TARGETS, ids=lambda values: next(iter(values)))
def test_another_target_is_not_up_to_date(
    project: Project, values: dict[str, str | tuple[str, ...]]
) -> None:
    project.remember()
    assert project.last(target=replace(project.target, **values)) is None


def test_another_toolchain_is_not_up_to_date(project: Project) -> None:
    project.remember()
    assert project.last(status=b"2") is None
