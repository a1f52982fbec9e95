"""Generated tests beside those of the project that holds them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

BOTH = ("tests", "generated/tests")
TURNED_ROUND = BOTH[::-1]


@pytest.fixture(scope="session")
def project(odd_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose own tests are a package, and have names that generated ones have too."""
    root = tmp_path_factory.mktemp("project")
    shutil.copytree(odd_folder, root / "generated")
    own = {
        "tests/__init__.py": "",
        "tests/conftest.py": "import json\n",
        "tests/test_team.py": "def test_nothing() -> None:\n    assert __name__\n",
        "tests/json/__init__.py": "",
        "tests/json/test_thing.py": "from tests.test_team import test_nothing\n",
    }
    for path, text in own.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def outcome(project: Path, *arguments: str) -> str:
    """Run a module of Python in a project; give all that it says, if it ends badly."""
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=project,
        env={**os.environ, "MYPYPATH": "generated", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.mark.parametrize(
    "folders",
    [BOTH, TURNED_ROUND],
    ids=["behind the project's", "before the project's"],
)
@pytest.mark.parametrize("mode", ["prepend", "importlib"])
def test_pytest_runs_them(folders: Sequence[str], mode: str, project: Path) -> None:
    options = (
        "-q",
        "-c",
        os.devnull,
        "--rootdir=.",
        f"--import-mode={mode}",
        "-Werror",
    )
    assert outcome(project, "pytest", *options, *folders) == ""


def test_mypy_checks_them_with_the_project_s(project: Path, tmp_path: Path) -> None:
    cache = f"--cache-dir={tmp_path}"
    assert outcome(project, "mypy", "--strict", cache, *BOTH) == ""
