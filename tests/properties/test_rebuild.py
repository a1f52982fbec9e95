"""A run that remembers gives what one gives that begins from nothing, whatever was edited."""

import os
import random
import re
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from edits import Edits

from docgen.cli import main

Command = Callable[..., tuple[int, str]]
TOLD = re.compile(r"^.*\((\d[\d,]* pages?.*)\)$", re.MULTILINE)


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Command]:
    """Give the command; files are believed to be older than they are, so that statuses count."""
    monkeypatch.setenv("DOCGEN_CACHE_DIR", str(tmp_path / "cache"))
    real = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: real() + 10_000_000_000)

    def run(folder: Path, *arguments: str) -> tuple[int, str]:
        os.chdir(folder)
        capsys.readouterr()
        status = main(["generate", *arguments])
        out, err = capsys.readouterr()
        return status, TOLD.sub(r"\1", out + err)

    here = Path.cwd()
    yield run
    os.chdir(here)


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def from_nothing(checkout: Path, run: Command) -> object:
    """Give how a run ends that begins from nothing, and the tree that it leaves."""
    folder = checkout.parent / "nothing" / "checkout"
    shutil.rmtree(folder, ignore_errors=True)
    ignored = shutil.ignore_patterns("generated")
    shutil.copytree(checkout, folder, symlinks=True, ignore=ignored)
    return run(folder, "--no-cache"), tree(folder / "generated")


def damaged(cache: Path, chosen: random.Random) -> str:
    """Do something to the cache that no run would do."""
    files = sorted(path for path in cache.rglob("*") if path.is_file())
    if not files:
        return "nothing"
    file = chosen.choice(files)
    content = file.read_bytes()
    at = chosen.randrange(len(content) + 1)
    match chosen.randrange(5):
        case 0:
            file.unlink()
        case 1:
            file.write_bytes(content[:at])
        case 2:
            file.write_bytes(content[:at] + bytes(64) + content[at + 64 :])
        case 3:
            shutil.rmtree(cache)
        case _:
            file.write_bytes(chosen.choice(files).read_bytes())
    return file.name


def test_any_series_of_edits(
    checkout: Path,
    run: Command,
    request: pytest.FixtureRequest,
) -> None:
    steps = int(request.config.getoption("--edits") or 0)
    seed = request.config.getoption(
        "--edits-seed"
    ) or random.SystemRandom().getrandbits(20)
    log = [f"--edits-seed {seed} --edits {steps}"]
    edits = Edits(checkout, seed)
    run(checkout)
    for step in range(steps):
        made = [edits.one() for _ in range(edits.random.choice((0, 1, 1, 1, 2)))]
        if edits.random.random() < 0.1:
            made.append(f"damage {damaged(checkout.parent / 'cache', edits.random)}")
        log += [f"{step}", *made]
        again = run(checkout), tree(checkout / "generated")
        assert again == from_nothing(checkout, run), "\n".join(log)
