"""Whatever people write and whatever becomes of the pages: nothing that people wrote is lost."""

import random
import re
import shutil
import time
from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path

import pytest
from edits import KINDS, Edits
from writing import Writing

from docgen.cli import main

Command = Callable[..., tuple[int, str]]
Kind = Callable[[Edits], str]

OF_PAGES = [
    kind
    for kind in KINDS
    if kind.__name__
    not in {"_configure", "_template", "_delete_output", "_delete_all_output"}
]
EDITS_A_ROUND = 5
"""How many pages are edited, and how many files of tests and others."""


@pytest.fixture
def run(
    checkout: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Command:
    """Return the command; files are believed to be older than they are, so that statuses count."""
    monkeypatch.setenv("DOCGEN_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(checkout)
    real = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: real() + 10_000_000_000)

    def run(*arguments: str) -> tuple[int, str]:
        capsys.readouterr()
        status = main(["generate", "--color", "never", *arguments])
        return status, capsys.readouterr().err

    return run


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".docgen-manifest"
    }


def test_what_people_wrote_is_there_and_goes_back_with_the_pages(
    checkout: Path, run: Command, request: pytest.FixtureRequest
) -> None:
    steps = int(request.config.getoption("--edits") or 0)
    seed = request.config.getoption(
        "--edits-seed"
    ) or random.SystemRandom().getrandbits(20)
    log = [f"--edits-seed {seed} --edits {steps}"]
    writing, edits = Writing(seed), Edits(checkout, seed)
    usual, _ = run()
    for _ in range(0, steps, EDITS_A_ROUND):
        log += [writing.one(file) for file in chosen(writing, checkout)]
        edited = tree(checkout / "generated")
        status, reported = run()
        assert (status, changed(edited, checkout)) == (usual, {}), "\n".join(
            [*log, reported]
        )
        kept = kept_pages(checkout)
        log += [f"{kind.__name__[1:]} {kind(edits)}" for kind in some(OF_PAGES, edits)]
        _, reported = run()
        log.append(reported)
        left = tree(checkout / "generated")
        assert lost(writing.words, edited, left) == [], "\n".join(log)
        run()
        assert changed(left, checkout) == {}, "\n".join(log)
        put_back(kept, checkout)
        run()
        # A file that nobody added to goes with its page, and comes back whole.
        stayed = {path: content for path, content in edited.items() if path in left}
        others = changed(edited, checkout)
        assert stayed.keys().isdisjoint(others), "\n".join([*log, *others.values()])


def chosen(writing: Writing, checkout: Path) -> list[Path]:
    """Choose files that are worth an edit: half of them tests."""
    below = checkout / "generated"
    tests = sorted((below / "tests").rglob("test_*.py"))
    others = [*sorted(below.glob("graph/*/**/*.py")), *sorted(below.rglob("*.pyi"))]
    return [writing.random.choice(files) for files in (tests, others) * EDITS_A_ROUND]


def some(kinds: list[Kind], edits: Edits) -> list[Kind]:
    return [edits.random.choice(kinds) for _ in range(EDITS_A_ROUND)]


def kept_pages(checkout: Path) -> Path:
    kept = checkout.parent / "kept"
    shutil.rmtree(kept, ignore_errors=True)
    shutil.copytree(checkout / "docs", kept)
    return kept


def put_back(kept: Path, checkout: Path) -> None:
    shutil.rmtree(checkout / "docs")
    shutil.copytree(kept, checkout / "docs")


def lost(
    words: list[str], before: dict[str, bytes], after: dict[str, bytes]
) -> list[str]:
    """Return the words that were there and are there no more."""
    there, now = (b"\n".join(files.values()).decode() for files in (before, after))
    left = {*re.findall(r"mine\d+", now)}
    return [
        word for word in words if word not in left and re.search(rf"{word}\b", there)
    ]


def changed(before: dict[str, bytes], checkout: Path) -> dict[str, str]:
    """Return the differences of the files that are not as they were."""
    after = tree(checkout / "generated")
    return {
        path: "".join(unified_diff(lines(before, path), lines(after, path)))
        for path in before.keys() | after.keys()
        if before.get(path) != after.get(path)
    }


def lines(files: dict[str, bytes], path: str) -> list[str]:
    return files.get(path, b"").decode().splitlines(keepends=True)
