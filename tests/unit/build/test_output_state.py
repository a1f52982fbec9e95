"""The state of the output folder: which files need not be read again."""

import time
from pathlib import Path

import pytest

from docgen.build.output_state import OutputState, output_state, remember_output
from docgen.build.store import Store
from docgen.edits.decision import FileRecord
from docgen.output.plan import Plan
from docgen.pages.tree import DISK, Tree

RECORDS = [
    FileRecord(path=path, digests=(f"digest of {path}",), pages=())
    for path in ("top.py", "graph/a.py", "graph/models/b.py")
]
PATHS = {record.path for record in RECORDS}
LATER = 10_000_000_000
"""Nanoseconds after which the times of files are trusted."""


class Output:
    """An output folder that has all files, and a store."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.store = folder, Store()
        for path in PATHS:
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(path)

    def state(self, tree: Tree = DISK) -> OutputState:
        return output_state(str(self.folder), RECORDS, tree, self.store)

    def remember(self, *current: str, after: int = LATER) -> None:
        """Remember that files have the newly generated content."""
        plan = Plan(unchanged=0, current=current)
        started = time.time_ns() + after
        output, state = str(self.folder), self.state()
        remember_output(output, state, plan, RECORDS, started, self.store)


@pytest.fixture
def output(tmp_path: Path) -> Output:
    return Output(tmp_path / "generated")


def test_new_store_knows_no_content(output: Output) -> None:
    assert output.state().digests == {}
    assert output.state().statuses.keys() == PATHS


def test_files_with_the_generated_content_are_known(output: Output) -> None:
    output.remember(*PATHS)
    assert output.state().digests == {path: f"digest of {path}" for path in PATHS}


def test_files_with_other_content_are_not_known(output: Output) -> None:
    output.remember("graph/a.py")
    assert output.state().digests.keys() == {"graph/a.py"}


def test_changed_file_is_not_known(output: Output) -> None:
    output.remember(*PATHS)
    (output.folder / "graph/a.py").write_text("changed")
    assert output.state().digests.keys() == PATHS - {"graph/a.py"}


def test_removed_file_is_not_known(output: Output) -> None:
    output.remember(*PATHS)
    (output.folder / "graph/a.py").unlink()
    assert output.state().statuses.keys() == PATHS - {"graph/a.py"}


def test_file_that_may_change_within_the_resolution_of_the_clock_is_not_known(
    output: Output,
) -> None:
    output.remember(*PATHS, after=0)
    assert output.state().digests == {}


def test_file_whose_content_is_replaced_is_not_known(output: Output) -> None:
    output.remember(*PATHS)
    location = str(output.folder / "graph" / "a.py")
    found = output.state(Tree({location: b"staged"}))
    assert found.digests.keys() == PATHS - {"graph/a.py"}


def test_file_below_a_link_is_not_known(output: Output) -> None:
    output.remember(*PATHS)
    (output.folder / "graph").rename(output.folder / "moved")
    (output.folder / "graph").symlink_to("moved")
    assert output.state().statuses.keys() == {"top.py"}


def test_folder_in_the_place_of_a_file_is_not_known(output: Output) -> None:
    (output.folder / "top.py").unlink()
    (output.folder / "top.py").mkdir()
    assert output.state().statuses.keys() == PATHS - {"top.py"}


def test_output_folders_share_no_state(output: Output, tmp_path: Path) -> None:
    output.remember(*PATHS)
    other = Output(tmp_path / "other")
    other.store = output.store
    assert other.state().digests == {}
