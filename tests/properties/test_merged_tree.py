"""After any edits of generated files and pages, no hand-written code is lost."""

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

PAGE_EDITS = [
    kind
    for kind in KINDS
    if kind.__name__
    not in {"_configure", "_template", "_delete_output", "_delete_all_output"}
]
EDITS_PER_ROUND = 5
"""Number of edited pages, of edited tests and of other edited files in a round."""


@pytest.fixture
def run(
    checkout: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Command:
    """Return the command; the clock is ten seconds fast, so that file times are trusted."""
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


def test_hand_written_code_is_kept_and_restored_pages_restore_the_output(
    checkout: Path, run: Command, request: pytest.FixtureRequest, edits_seed: int
) -> None:
    steps = int(request.config.getoption("--edits") or 0)
    log = [f"--edits-seed {edits_seed} --edits {steps}"]
    writing, edits = Writing(edits_seed), Edits(checkout, edits_seed)
    first_status, _ = run()
    for _ in range(0, steps, EDITS_PER_ROUND):
        log += [writing.one(file) for file in chosen_files(writing, checkout)]
        written = tree(checkout / "generated")
        status, reported = run()
        log.append(reported)
        stubs = changed(written, checkout)  # they get the signatures of edited modules
        assert status == first_status, "\n".join(log)
        assert {path for path in stubs if not path.endswith(".pyi")} == set()
        edited = tree(checkout / "generated")
        assert lost_words(writing.words, written, edited) == [], "\n".join(log)
        assert run()[0] == first_status
        assert changed(edited, checkout) == {}, "\n".join(log)
        copy = copy_of_pages(checkout)
        log += [
            f"{kind.__name__[1:]} {kind(edits)}"
            for kind in chosen_kinds(PAGE_EDITS, edits)
        ]
        _, reported = run()
        log.append(reported)
        left = tree(checkout / "generated")
        assert lost_words(writing.words, edited, left) == [], "\n".join(log)
        run()
        assert changed(left, checkout) == {}, "\n".join(log)
        restore_pages(copy, checkout)
        run()
        # A file without hand-written code is removed and restored with its page.
        kept_files = {path: text for path, text in edited.items() if path in left}
        others = changed(edited, checkout)
        assert kept_files.keys().isdisjoint(others), "\n".join([*log, *others.values()])


def chosen_files(writing: Writing, checkout: Path) -> list[Path]:
    """Choose generated files to edit; half of them are tests."""
    output = checkout / "generated"
    tests = sorted((output / "tests").rglob("test_*.py"))
    others = [*sorted(output.glob("graph/*/**/*.py")), *sorted(output.rglob("*.pyi"))]
    return [writing.random.choice(files) for files in (tests, others) * EDITS_PER_ROUND]


def chosen_kinds(kinds: list[Kind], edits: Edits) -> list[Kind]:
    return [edits.random.choice(kinds) for _ in range(EDITS_PER_ROUND)]


def copy_of_pages(checkout: Path) -> Path:
    copy = checkout.parent / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(checkout / "docs", copy)
    return copy


def restore_pages(copy: Path, checkout: Path) -> None:
    shutil.rmtree(checkout / "docs")
    shutil.copytree(copy, checkout / "docs")


def lost_words(
    words: list[str], before: dict[str, bytes], after: dict[str, bytes]
) -> list[str]:
    """Return the words that are in the first files and not in the second."""
    old, new = (b"\n".join(files.values()).decode() for files in (before, after))
    kept = {*re.findall(r"mine\d+", new)}
    return [word for word in words if word not in kept and re.search(rf"{word}\b", old)]


def changed(before: dict[str, bytes], checkout: Path) -> dict[str, str]:
    """Return the differences of the files that changed."""
    after = tree(checkout / "generated")
    return {
        path: "".join(unified_diff(lines(before, path), lines(after, path)))
        for path in before.keys() | after.keys()
        if before.get(path) != after.get(path)
    }


def lines(files: dict[str, bytes], path: str) -> list[str]:
    return files.get(path, b"").decode().splitlines(keepends=True)
