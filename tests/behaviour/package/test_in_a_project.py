"""Generated tests next to the tests of the user's project."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

BOTH = ("tests", "generated/tests")
REVERSED = BOTH[::-1]


@pytest.fixture(scope="session")
def project(few_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose tests are a package and have the same names as generated tests."""
    root = tmp_path_factory.mktemp("project")
    shutil.copytree(few_folder, root / "generated")
    files = {
        "tests/__init__.py": "",
        "tests/conftest.py": "import json\n",
        "tests/test_team.py": "def test_nothing() -> None:\n    assert __name__\n",
        "tests/json/__init__.py": "",
        "tests/json/test_thing.py": "from tests.test_team import test_nothing\n",
    }
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content, encoding="utf-8")
    return root


def outcome(project: Path, *arguments: str) -> str:
    """Run a Python module in a project; return its output if it fails."""
    completed = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=project,
        env={**os.environ, "MYPYPATH": "generated"},
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if completed.returncode == 0 else completed.stdout + completed.stderr


@pytest.mark.parametrize(
    "folders",
    [BOTH, REVERSED],
    ids=["after the project's", "before the project's"],
)
@pytest.mark.parametrize("mode", ["prepend", "importlib"])
def test_pytest_runs_generated_tests(
    folders: Sequence[str], mode: str, project: Path
) -> None:
    options = (
        "-q",
        "-c",
        os.devnull,
        "--rootdir=.",
        f"--import-mode={mode}",
        "-Werror",
    )
    assert outcome(project, "pytest", *options, *folders) == ""


def test_mypy_checks_generated_tests(project: Path) -> None:
    assert outcome(project, "mypy", "--strict", *BOTH) == ""
