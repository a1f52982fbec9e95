"""After any edits, a run with the cache has the result of a first run.

Compared are the exit status, the diagnostics of `generate` and `lint`, and the bytes of the output.
"""

import os
import random
import re
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from edits import Edits

from docgen.cli import main

Command = Callable[..., tuple[int, str]]
Result = tuple[tuple[int, str], tuple[int, str], dict[str, bytes]]
SUMMARY = re.compile(r"^.*\((\d[\d,]* pages?.*)\)$", re.MULTILINE)
DURATION = re.compile(r" in \d+\.\d s")


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Command]:
    """Return the command; the clock is ten seconds fast, so that times of files are trusted."""
    monkeypatch.setenv("DOCGEN_CACHE_DIR", str(tmp_path / "cache"))
    real = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: real() + 10_000_000_000)

    def run(folder: Path, *arguments: str) -> tuple[int, str]:
        os.chdir(folder)
        capsys.readouterr()
        status = main(arguments)
        out, err = capsys.readouterr()
        return status, DURATION.sub("", SUMMARY.sub(r"\1", out + err))

    here = Path.cwd()
    yield run
    os.chdir(here)


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def result(
    folder: Path, run: Command, *options: str, workers: Sequence[str] = ()
) -> Result:
    """Run `generate` and `lint` in a folder; return how they ended, and the output."""
    generated = run(folder, "generate", *options, *workers)
    linted = run(folder, "lint", *options)
    return generated, linted, tree(folder / "generated")


def from_nothing(checkout: Path, run: Command) -> Result:
    """Return the result in a copy of the checkout, without output and without a cache."""
    folder = checkout.parent / "nothing" / "checkout"
    shutil.rmtree(folder, ignore_errors=True)
    ignored = shutil.ignore_patterns("generated")
    shutil.copytree(checkout, folder, symlinks=True, ignore=ignored)
    return result(folder, run, "--no-cache")


def damaged(cache: Path, chosen: random.Random) -> str:
    """Damage a random file of the cache; return its name."""
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
    checkout: Path, run: Command, request: pytest.FixtureRequest, edits_seed: int
) -> None:
    steps = int(str(request.config.getoption("--edits")))
    log = [f"--edits-seed {edits_seed} --edits {steps}"]
    edits = Edits(checkout, edits_seed)
    result(checkout, run)
    for step in range(steps):
        applied = [edits.one() for _ in range(edits.random.choice((0, 1, 1, 1, 2)))]
        if edits.random.random() < 0.1:
            applied.append(f"damage {damaged(checkout.parent / 'cache', edits.random)}")
        log += [f"{step}", *applied]
        again = result(checkout, run, workers=("-j", "2") if step % 2 else ())
        assert again == from_nothing(checkout, run), "\n".join(log)
