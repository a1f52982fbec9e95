"""Whatever people write and whatever becomes of the pages: nothing that people wrote is lost."""

import os
import random
import re
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from edits import KINDS, Edits
from writing import Writing

from docgen.cli import main

ROOT = Path(__file__).parents[2]
Command = Callable[..., tuple[int, str]]

OF_PAGES = [
    kind
    for kind in KINDS
    if kind.__name__
    not in {"_configure", "_template", "_delete_output", "_delete_all_output"}
]
SAID = re.compile(r"^generated/\S+:\d+:\d+: .*$", re.MULTILINE)


@pytest.fixture
def checkout(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """Make a checkout with the pages that the command line names, or those of docs_src."""
    pages = Path(request.config.getoption("--edited-pages") or ROOT / "docs_src")
    folder = tmp_path / "checkout"
    most = request.config.getoption("--edited-most")
    for page in sorted(pages.rglob("*.md"))[:most]:
        copy = folder / "docs" / page.relative_to(pages)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(page, copy)
    (folder / ".git").mkdir()
    (folder / "pyproject.toml").write_text("[tool.docgen]\nsource = ['docs']\n")
    return folder


@pytest.fixture
def run(
    checkout: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Iterator[Command]:
    """Give the command; files are believed to be older than they are, so that statuses count."""
    monkeypatch.setenv("DOCGEN_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(checkout)
    real = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: real() + 10_000_000_000)

    def run(*arguments: str) -> tuple[int, str]:
        capsys.readouterr()
        status = main(["generate", "--color", "never", *arguments])
        return status, capsys.readouterr().err

    yield run


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".docgen-manifest"
    }


@pytest.fixture
def seed(request: pytest.FixtureRequest) -> int:
    given = request.config.getoption("--edits-seed")
    return (
        int(given or os.environ.get("PYTEST_XDIST_TESTRUNUID", "0")[:6], 16)
        if (given or "PYTEST_XDIST_TESTRUNUID" in os.environ)
        else random.randrange(10**6)
    )


def test_what_people_wrote_is_there_and_goes_back_with_the_pages(
    checkout: Path, run: Command, seed: int, pytestconfig: pytest.Config
) -> None:
    chosen = random.Random(seed)  # noqa: S311 - not for secrets
    writing, edits = Writing(seed), Edits(checkout, seed)
    docs, kept = checkout / "docs", checkout.parent / "kept"
    run()
    done = [f"seed {seed}"]
    for _ in range(max(1, pytestconfig.getoption("--edits") // 5)):
        files = sorted((checkout / "generated").rglob("test_*.py"))
        files += sorted((checkout / "generated" / "graph").rglob("[a-z]*.py*"))
        done += [writing.one(chosen.choice(files)) for _ in range(20)]
        edited = tree(checkout / "generated")
        assert run()[0] == 0, done
        assert tree(checkout / "generated") == edited, done
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(docs, kept)
        done += [chosen.choice(OF_PAGES)(edits) for _ in range(5)]
        told = run()[1]
        left = tree(checkout / "generated")
        assert lost(writing.words, edited, left) == [], done
        assert SAID.findall(told) or True
        run()
        assert tree(checkout / "generated") == left, done
        shutil.rmtree(docs)
        shutil.copytree(kept, docs)
        run()
        assert changed(edited, tree(checkout / "generated")) == {}, done


def lost(
    words: list[str], before: dict[str, bytes], after: dict[str, bytes]
) -> list[str]:
    """Give the words that were there and are there no more."""
    there, now = (b"\n".join(files.values()).decode() for files in (before, after))
    left = {*re.findall(r"mine\d+", now)}
    return [
        word for word in words if word not in left and re.search(rf"{word}\b", there)
    ]


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> dict[str, object]:
    return {
        path: (before.get(path), after.get(path))
        for path in before.keys() | after.keys()
        if before.get(path) != after.get(path)
    }
