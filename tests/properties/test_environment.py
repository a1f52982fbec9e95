"""The result of a run does not depend on workers, hash seeds, time zones, locales, folders.

After an interruption (a kill, a full disk, another run), no file is incomplete, and the next run
has the result of a first run. Each command runs in a separate process.
"""

import locale
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import chdir, contextmanager
from pathlib import Path

import pytest
from edits import Edits

from docgen.cli import main

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals and mounts")
SEEDS = (1,)
"""One seed, because each command starts a process; tests/README.md has longer runs."""

Tree = dict[str, bytes]


def started(
    folder: Path, *arguments: str, **variables: str
) -> "subprocess.Popen[bytes]":
    """Start docgen in a folder and in a separate session."""
    environment = {"DOCGEN_CACHE_DIR": str(folder.parent / "cache"), **variables}
    return subprocess.Popen(
        [sys.executable, "-m", "docgen", *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def ran(folder: Path, *arguments: str, **variables: str) -> tuple[int, str, str]:
    """Run docgen in a folder; return its exit status and what it printed."""
    process = started(folder, *arguments, **variables)
    out, err = process.communicate()
    return process.returncode, out.decode(), err.decode()


def tree(output: Path) -> Tree:
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in sorted(output.rglob("*"))
        if path.is_file()
    }


def from_nothing(checkout: Path) -> Tree:
    """Return the output of a run in a copy of the checkout, without output and a cache."""
    pages = tuple(tree(checkout / "docs").items())
    if pages not in FROM_NOTHING:
        folder = checkout.parent / "nothing"
        shutil.rmtree(folder, ignore_errors=True)
        ignored = shutil.ignore_patterns("generated")
        shutil.copytree(checkout, folder, symlinks=True, ignore=ignored)
        with chdir(folder):
            assert main(["generate", "--no-cache", "-q"]) in {0, 1}
        FROM_NOTHING[pages] = tree(folder / "generated")
    return FROM_NOTHING[pages]


FROM_NOTHING: dict[tuple[tuple[str, bytes], ...], Tree] = {}
"""The output of pages that were generated from nothing: many tests have the same ones."""


ENVIRONMENTS: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
    "one worker": (("-j1",), {}),
    "two workers": (("-j2",), {}),
    "eight workers": (("-j8",), {}),
    "hash seed 1": ((), {"PYTHONHASHSEED": "1"}),
    "hash seed 2": ((), {"PYTHONHASHSEED": "2"}),
    "a time zone 14 hours ahead": ((), {"TZ": "LINT-14"}),
    "a time zone 3.5 hours behind": ((), {"TZ": "NST3:30"}),
    "the C locale": (
        (),
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ),
    "the Turkish locale": ((), {"LC_ALL": "tr_TR.UTF-8"}),
}
"""Options of `generate`, and variables of the environment."""


def is_installed(name: str) -> bool:
    """Return whether the system has a locale."""
    last = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, name)
    except locale.Error:
        return False
    finally:
        locale.setlocale(locale.LC_ALL, last)
    return True


@pytest.mark.parametrize("name", ENVIRONMENTS)
def test_every_environment_has_the_same_bytes_and_diagnostics(
    checkout: Path, name: str
) -> None:
    options, variables = ENVIRONMENTS[name]
    if not is_installed(variables.get("LC_ALL", "C")):
        pytest.skip(f"{name} is not installed")
    if not USUAL:
        USUAL.append(outcome(checkout, (), {}))
    assert outcome(checkout, options, variables) == USUAL[0]


Outcome = tuple[tuple[int, str, str], tuple[int, str], Tree]

USUAL: list[Outcome] = []
"""The outcome in the usual environment, once it is known: it is that of every test."""


def outcome(
    checkout: Path, options: tuple[str, ...], variables: dict[str, str]
) -> Outcome:
    """Return what `generate` and `lint` print, and the output."""
    shutil.rmtree(checkout / "generated", ignore_errors=True)
    generated = ran(checkout, "generate", "--no-cache", *options, **variables)
    status, linted, _ = ran(checkout, "lint", "--no-cache", **variables)
    return generated, (status, linted), tree(checkout / "generated")


def test_another_folder_has_the_same_bytes_and_diagnostics(
    checkout: Path, tmp_path: Path
) -> None:
    other = tmp_path / "ein anderer Ordner, größer" / "inner" / "checkout"
    shutil.copytree(checkout, other)
    results = [
        (ran(folder, "generate"), ran(folder, "lint")[:2], tree(folder / "generated"))
        for folder in (checkout, other)
    ]
    assert results[0] == results[1]


@POSIX
def test_after_kills_at_random_times_a_run_has_the_result_of_a_first_run(
    checkout: Path, request: pytest.FixtureRequest, edits_seed: int
) -> None:
    kills = int(str(request.config.getoption("--kills")))
    log = [f"--edits-seed {edits_seed} --kills {kills}"]
    edits = Edits(checkout, edits_seed)
    begun = time.monotonic()
    ran(checkout, "generate", "--no-cache")
    longest = time.monotonic() - begun
    for number in range(1, kills + 1):
        log.append(edits.one())
        process = started(checkout, "generate")
        time.sleep(edits.random.uniform(0.02, longest))
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        if number % 10 == 0 or number == kills:
            status, _, err = ran(checkout, "generate")
            assert status in {0, 1}, err
            assert tree(checkout / "generated") == from_nothing(checkout), log
    assert not (checkout / "generated" / ".docgen-staging").exists()


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[None]:
    """Mount a file system of a size; skip where this is not possible."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}k", "docgen", str(folder)]
    if (
        not shutil.which("mount")
        or subprocess.run(mount, capture_output=True).returncode
    ):
        pytest.skip("a tmpfs can't be mounted here; run this as root")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def enlarge(folder: Path) -> None:
    subprocess.run(["mount", "-o", "remount,size=200m", str(folder)], check=True)


@POSIX
@pytest.mark.parametrize("size", [40, 100, 400, 5_000])
@pytest.mark.parametrize("is_first", [True, False], ids=["first run", "later run"])
def test_a_full_disk_is_an_error_and_leaves_no_incomplete_file(
    checkout: Path, size: int, is_first: bool
) -> None:
    output = checkout / "generated"
    old: Tree = {}
    with small_disk(output, size):
        if not is_first:
            enlarge(output)
            ran(checkout, "generate")
            old = tree(output)
            change_every_page(checkout)
            fill(output, size)
        wanted = from_nothing(checkout)
        status, _, err = ran(checkout, "generate")
        (output / "filler").unlink(missing_ok=True)
        left = tree(output)
        assert (status, left == wanted) in {(0, True), (1, False)}, err
        assert "Traceback" not in err
        assert_complete(left, old, wanted)
        enlarge(output)
        assert ran(checkout, "generate")[0] == 0
        assert tree(output) == wanted


def fill(output: Path, left: int) -> None:
    """Leave only some kilobytes of space on a disk."""
    disk = os.statvfs(output)
    size = disk.f_bavail * disk.f_frsize - left * 1024
    with (output / "filler").open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, size)


def change_every_page(checkout: Path) -> None:
    """Add a word to the description of every row that ends in a full stop."""
    for page in (checkout / "docs").rglob("*.md"):
        page.write_bytes(page.read_bytes().replace(b".|\n", b". More.|\n"))


def assert_complete(left: Tree, old: Mapping[str, bytes], wanted: Tree) -> None:
    """Fail if a file of the output is neither an old nor a new one in full."""
    for path, content in left.items():
        if not path.startswith(".docgen-"):
            assert content in (old.get(path), wanted.get(path)), path


def test_runs_at_the_same_time_have_the_result_of_one(
    checkout: Path, edits_seed: int
) -> None:
    edits = Edits(checkout, edits_seed)
    chosen = random.Random(edits_seed)  # noqa: S311 - not for secrets
    for _ in range(3):
        edit = edits.one()
        runs = [started(checkout, "generate")]
        time.sleep(chosen.uniform(0, 0.3))
        runs += [started(checkout, "generate"), started(checkout, "lint")]
        ended = [(run.communicate()[1].decode(), run.returncode) for run in runs]
        assert all(status in {0, 1} for _, status in ended), (edit, ended)
        assert tree(checkout / "generated") == from_nothing(checkout), edit
