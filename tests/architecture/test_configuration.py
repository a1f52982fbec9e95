"""The tools check every module: pytest and black skip folders named `build` by default."""

import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_no_folder_of_tests_is_skipped(pytestconfig: pytest.Config) -> None:
    patterns: list[str] = pytestconfig.getini("norecursedirs")
    folders = {file.parent for file in (ROOT / "tests").rglob("test_*.py")}
    names = {
        name for folder in folders for name in folder.relative_to(ROOT / "tests").parts
    }
    skipped = [name for name in names for one in patterns if fnmatch(name, one)]
    assert skipped == []


@pytest.mark.parametrize("folder", ["docgen", "tests/unit"])
def test_black_checks_every_module(folder: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "black", "--check", "--verbose", folder],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
    )
    files = [*(ROOT / folder).rglob("*.py")]
    assert [str(file) for file in files if str(file) not in done.stderr] == []
