"""`make mutants`: change docgen's code in small ways, and list the changes that no test notices.

A sample of the mutants, chosen by a seed, runs in copies of the project. Each is tested by tests
that run the changed function, fastest first, until one fails. Mutants that no test notices are
printed as rows of a table, also when the run is interrupted; `tests/mutants/README.md` has a table
with verdicts.
"""

import argparse
import contextlib
import itertools
import json
import os
import queue
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import NamedTuple

from tests.mutants.operators import Mutant, mutants
from tests.mutants.plugin import TIMED_OUT
from tests.mutants.recording import (
    OPTIONS,
    ROOT,
    Recording,
    copy_project,
    environment,
    read_report,
    record,
)

MUTATED = (
    "docgen/build",
    "docgen/pipeline.py",
    "docgen/output",
    "docgen/pages",
    "docgen/commands/generate.py",
    "docgen/render/templates.py",
)
"""What is mutated by default: the way of a build."""

KNOWN = ROOT / ".venv" / "mutants.json"
TABLE = ROOT / ".venv" / "mutants.md"
_STARTUP = 10.0
"""Seconds that a test may take in addition to five times what it took when it was recorded."""
_FIRST = 3.0
"""Seconds of tests that run in the first process; most mutants need no second one."""


class Verdict(NamedTuple):
    """What happened to a mutant: by which test it was noticed, if by any, or why by none."""

    mutant: Mutant
    killed_by: str
    seconds: float
    tests: int
    left_out: int


def main() -> None:
    arguments = _parser().parse_args()
    os.setpriority(os.PRIO_PROCESS, 0, 10)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: _interrupt())
    found = [*_all_mutants(arguments.mutated or MUTATED)]
    chosen = random.Random(arguments.seed)  # noqa: S311 - not for secrets
    chosen.shuffle(found)
    picked = [one for one in found if _is_valid(one)][: arguments.sample]
    if arguments.only:
        names = Path(arguments.only).read_text(encoding="utf-8").splitlines()
        picked = [one for one in found if one.name.split("\n")[0] in names]
    modules = sorted({one.module for one in found})
    with TemporaryDirectory(prefix="mutants-") as temporary:
        scratch = Path(temporary)
        pristine = copy_project(scratch / "pristine")
        _print(f"{len(found)} mutants; running all tests once to see what they run")
        recording = record(modules, pristine, KNOWN, arguments.jobs)
        _print(f"{len(recording.seconds)} tests; running {len(picked)} mutants")
        runner = _Runner(recording, pristine, arguments.budget)
        _print_table(_run(runner, picked, arguments.jobs, arguments.minutes))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.mutants", description=__doc__
    )
    add = parser.add_argument
    add("--sample", type=int, default=100, help="number of mutants")
    add("--seed", type=int, default=1, help="seed of the sample")
    add("--budget", type=float, default=30, help="seconds of tests for a mutant")
    add("--minutes", type=float, default=600, help="start no mutant after this time")
    add("--jobs", type=int, default=os.cpu_count() or 1, help="number of processes")
    add("--only", help="file with the names of the mutants to run")
    add("mutated", nargs="*", help="modules and folders, by default those of builds")
    return parser


def _interrupt() -> None:
    raise KeyboardInterrupt


def _all_mutants(names: Iterable[str]) -> Iterator[Mutant]:
    for name in names:
        top = ROOT / name
        for file in sorted(top.rglob("*.py")) if top.is_dir() else [top]:
            module = file.relative_to(ROOT).as_posix()
            yield from mutants(module, file.read_bytes())


def _is_valid(mutant: Mutant) -> bool:
    """Return whether a mutant can be compiled."""
    try:
        content = mutant.apply((ROOT / mutant.module).read_bytes())
        compile(content, mutant.module, "exec", dont_inherit=True)
    except SyntaxError:
        return False
    return True


def _run(
    runner: "_Runner", picked: Sequence[Mutant], jobs: int, minutes: float
) -> list[Verdict]:
    """Run mutants and print the verdict of each; an interrupt ends the run early."""
    verdicts: list[Verdict] = []
    deadline = time.monotonic() + minutes * 60
    pool = ThreadPoolExecutor(jobs)
    futures = [pool.submit(runner.run, one, deadline) for one in picked]
    try:
        for future in as_completed(futures):
            verdict = future.result()
            if verdict is None:
                continue
            verdicts.append(verdict)
            how = f"killed by {verdict.killed_by}" if verdict.killed_by else "SURVIVED"
            count = f"{len(verdicts)}/{len(picked)}"
            place = f"{verdict.mutant.module}:{verdict.mutant.line}"
            change = _change(verdict.mutant)
            _print(f"{count} {verdict.seconds:.0f} s {place} {change}: {how}")
            TABLE.write_text("\n".join(_rows(verdicts)) + "\n", encoding="utf-8")
    except KeyboardInterrupt:
        _print("interrupted")
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        runner.stop()
        pool.shutdown()
    return verdicts


class _Runner:
    """Runs mutants in copies of the project."""

    def __init__(self, recording: Recording, pristine: Path, budget: float) -> None:
        self._recording, self._pristine, self._budget = recording, pristine, budget
        self._scratch = pristine.parent
        self._copies: queue.SimpleQueue[Path] = queue.SimpleQueue()
        self._count, self._time, self._lock = 0, 1_000_000_000, Lock()
        self._running: set[int] = set()
        self._is_stopped = False

    def run(self, mutant: Mutant, deadline: float) -> Verdict | None:
        """Run the tests of a mutant until one fails; `None` after the deadline."""
        if self._is_stopped or time.monotonic() > deadline:
            return None
        started = time.monotonic()
        copy = self._copy()
        file = copy / mutant.module
        content, status = file.read_bytes(), file.stat()
        before = _statuses(copy)
        file.write_bytes(mutant.apply(content))
        os.utime(file, (0, self._new_time()))  # compiled files of others are not used
        batches, left_out = self._batches(mutant)
        killed_by = next(
            filter(None, (self._failing(copy, one) for one in batches)), ""
        )
        file.write_bytes(content)
        os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
        if _statuses(copy) != before:
            shutil.rmtree(copy)  # a mutant wrote to it
        else:
            self._copies.put(copy)
        if self._is_stopped:
            return None
        seconds = time.monotonic() - started
        return Verdict(mutant, killed_by, seconds, sum(map(len, batches)), left_out)

    def stop(self) -> None:
        """Kill the processes that are still running."""
        self._is_stopped = True
        with self._lock:
            for process in self._running:
                os.killpg(process, signal.SIGKILL)

    def _new_time(self) -> int:
        with self._lock:
            self._time += 1
            return self._time

    def _copy(self) -> Path:
        try:
            return self._copies.get_nowait()
        except queue.Empty:
            with self._lock:
                self._count += 1
                copy = self._scratch / f"copy {self._count}"
            shutil.copytree(self._pristine, copy, symlinks=True)
            return copy

    def _batches(self, mutant: Mutant) -> tuple[list[list[str]], int]:
        """Return the tests of a mutant for each process, and how many exceed the budget.

        The fastest are first. The others are chosen from all files in turn, so that tests of
        different kinds run.
        """
        seconds = self._recording.seconds
        tests = self._recording.tests_of(mutant.module, mutant.function)
        first = [*_within(tests, _FIRST, seconds)]
        files: dict[str, list[str]] = {}
        for test in tests[len(first) :]:
            files.setdefault(_file(test), []).append(test)
        in_turn = [
            test
            for tests in itertools.zip_longest(*files.values())
            for test in tests
            if test
        ]
        others = [*_within(in_turn, self._budget - _FIRST, seconds)]
        batches = [_by_file(first), _by_file(others)]
        left_out = len(tests) - len(first) - len(others)
        return [batch for batch in batches if batch], left_out

    def _failing(self, copy: Path, tests: Sequence[str]) -> str:
        """Return the first test that fails or takes too long; nothing if all pass."""
        if self._is_stopped:
            return ""
        seconds = self._recording.seconds
        selection, report = copy.with_suffix(".tests"), copy.with_suffix(".report")
        limits = {test: _STARTUP + 5 * seconds[test] for test in tests}
        selection.write_text(json.dumps(limits), encoding="utf-8")
        report.unlink(missing_ok=True)
        files = dict.fromkeys(map(_file, tests))
        process = subprocess.Popen(
            [sys.executable, "-m", "pytest", "-x", *OPTIONS, *files],
            cwd=copy,
            env=environment(
                copy,
                MUTANTS_TESTS=str(selection),
                MUTANTS_REPORT=str(report),
            ),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        with self._lock:
            self._running.add(process.pid)
        try:
            status = process.wait(60 + 3 * sum(seconds[test] for test in tests))
        except subprocess.TimeoutExpired:
            status = -1
        with self._lock:
            self._running.discard(process.pid)
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        failed = [
            line for line in read_report(report) if line[1] in {"failed", TIMED_OUT}
        ]
        for _, outcome, test in failed:
            return f"{test} ({TIMED_OUT})" if outcome == TIMED_OUT else test
        return "" if not status else "an error before the first test, or the time limit"


def _within(
    tests: Iterable[str], budget: float, seconds: Mapping[str, float]
) -> Iterator[str]:
    """Yield tests until they take more seconds than a budget has."""
    for test in tests:
        budget -= seconds[test]
        if budget < 0:
            return
        yield test


def _by_file(tests: Sequence[str]) -> list[str]:
    """Sort tests by the file that they are in, in the order in which the files occur."""
    files = {
        file: number for number, file in enumerate(dict.fromkeys(map(_file, tests)))
    }
    return sorted(tests, key=lambda test: files[_file(test)])


def _file(test: str) -> str:
    return test.partition("::")[0]


def _statuses(copy: Path) -> set[tuple[str, int, int]]:
    """Return the statuses of the files of a copy."""
    files = [file for file in copy.rglob("*") if file.is_file()]
    statuses = [file.stat() for file in files]
    return {
        (str(file), status.st_size, status.st_mtime_ns)
        for file, status in zip(files, statuses, strict=True)
    }


def _print_table(verdicts: Sequence[Verdict]) -> None:
    _print("\n".join(_rows(verdicts)))
    survived = sum(not one.killed_by for one in verdicts)
    _print(f"{survived} of {len(verdicts)} survived")


def _rows(verdicts: Iterable[Verdict]) -> Iterator[str]:
    """Yield the table of the mutants that survived."""
    yield "| function | change | verdict |"
    yield "|---|---|---|"
    for one in sorted(one for one in verdicts if not one.killed_by):
        mutant, notes = one.mutant, f"{one.tests} tests pass"
        if one.left_out:
            notes += f"; {one.left_out} slow ones were not run"
        place = f"{mutant.module.removeprefix('docgen/')} `{mutant.function}`"
        yield f"| {place} | {_change(mutant)} | {notes if one.tests else 'not run'} |"


def _change(mutant: Mutant) -> str:
    """Return what a mutant changes, in one line."""
    return f"`{_short(mutant.old)}` → `{_short(mutant.new)}`"


def _short(code: str) -> str:
    code = " ".join(code.split()).replace("|", "\\|")
    return code if len(code) <= 120 else f"{code[:80]} … {code[-40:]}"


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
