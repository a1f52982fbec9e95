"""The state of the output folder: which files need not be read again."""

import os
import signal
import time
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from itertools import count
from pathlib import Path

import pytest

from docgen.build import output_state as output_states
from docgen.build import standby_worker
from docgen.build.output_state import (
    OutputState,
    compared_by,
    last_states,
    output_state,
    remember_output,
)
from docgen.build.standby_worker import standby
from docgen.build.store import Store
from docgen.edits.decision import FileRecord
from docgen.output.paths import MANIFEST, STAGING
from docgen.output.plan import Plan
from docgen.pages.statuses import FileState, Status
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
        output = str(self.folder)
        return output_state(output, RECORDS, tree, last_states(output, self.store))

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


class Early:
    """A comparison that a worker, or this process, begins before files are changed."""

    def __init__(self, output: Output, *, has_worker: bool) -> None:
        self.output, self.has_worker = output, has_worker

    def digests_after(self, change: Callable[[], object]) -> AbstractSet[str]:
        """Return the paths that are known after a change during the build."""
        folder = str(self.output.folder)
        last = last_states(folder, self.output.store)
        functions = (
            {"compare_output": lambda _: last.compared()} if self.has_worker else {}
        )
        with standby(functions, [last.compared]) as worker:
            if self.has_worker:
                worker.ask("compare_output", None).get()
            change()
            compared = compared_by(worker, last)
            return output_state(folder, RECORDS, DISK, compared).digests.keys()


@pytest.fixture(params=[False, True], ids=["this process", "a worker"])
def early(
    output: Output, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Early:
    monkeypatch.setattr(standby_worker, "can_fork", lambda: True)
    output.remember(*PATHS)
    has_worker: bool = request.param
    return Early(output, has_worker=has_worker)


def test_early_comparison_finds_the_files_that_changed_before(early: Early) -> None:
    (early.output.folder / "graph/a.py").write_text("changed")
    assert early.digests_after(lambda: None) == PATHS - {"graph/a.py"}


def test_files_are_compared_again_if_another_run_wrote_the_manifest(
    early: Early,
) -> None:
    def other_run() -> None:
        (early.output.folder / "top.py").write_text("of another run")
        (early.output.folder / MANIFEST).write_text("of another run")

    assert early.digests_after(other_run) == PATHS - {"top.py"}


def test_files_are_compared_again_if_a_killed_run_left_its_staging_folder(
    early: Early,
) -> None:
    def killed_run() -> None:
        (early.output.folder / "top.py").write_text("of another run")
        (early.output.folder / STAGING).mkdir()

    assert early.digests_after(killed_run) == PATHS - {"top.py"}


def test_files_are_compared_again_if_another_run_writes_during_the_comparison(
    output: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    output.remember(*PATHS)
    statuses, calls = output_states._statuses, count()

    def with_other_run(folder: str, paths: Iterable[str]) -> dict[str, Status]:
        found = statuses(folder, paths)
        if next(calls) == 0:
            (output.folder / "top.py").write_text("of another run")
            (output.folder / MANIFEST).write_text("of another run")
        return found

    monkeypatch.setattr(output_states, "_statuses", with_other_run)
    assert output.state().digests.keys() == PATHS - {"top.py"}


def test_comparison_does_not_depend_on_the_worker(
    early: Early, monkeypatch: pytest.MonkeyPatch
) -> None:
    compare_output, process = output_states.compare_output, os.getpid()

    def compare_or_die(
        known: Mapping[str, FileState], output: str
    ) -> output_states.ComparedOutput:
        if os.getpid() != process:
            os.kill(os.getpid(), signal.SIGKILL)
        return compare_output(known, output)

    monkeypatch.setattr(output_states, "compare_output", compare_or_die)
    (early.output.folder / "graph/a.py").write_text("changed")
    assert early.digests_after(lambda: None) == PATHS - {"graph/a.py"}
