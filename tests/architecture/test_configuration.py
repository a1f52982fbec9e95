"""The tools check every module: pytest and black skip folders named `build` by default."""

import shutil
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


def test_black_checks_every_module(tmp_path: Path) -> None:
    """Run black in a folder with an empty file for each module."""
    modules = [
        file.relative_to(ROOT)
        for folder in ("docgen", "tests/unit")
        for file in (ROOT / folder).rglob("*.py")
    ]
    for name in ("pyproject.toml", ".gitignore"):
        shutil.copy(ROOT / name, tmp_path)
    for module in modules:
        (tmp_path / module).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / module).touch()
    done = subprocess.run(
        [sys.executable, "-m", "black", "--check", "--verbose", "docgen", "tests/unit"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    skipped = [one for one in modules if str(tmp_path / one) not in done.stderr]
    assert skipped == []
