"""The example project generates its package, runs, and passes strict type checks."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from docgen.cli import main

EXAMPLE = Path(__file__).parent / "example"

STEPS = {
    "runs": ("-m", "office"),
    "passes its own tests": (
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "generated",
    ),
    "is accepted by mypy": ("-m", "mypy", "--cache-dir=.mypy_cache", "office"),
    "is accepted by pyright": ("-m", "pyright", "--pythonpath", sys.executable),
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Generate the example's package, in a copy of it."""
    folder = tmp_path_factory.mktemp("example") / "project"
    shutil.copytree(EXAMPLE, folder)
    assert main(["--config", str(folder / "pyproject.toml"), "generate"]) == 0
    return folder


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS.keys())
def test_the_example(step: tuple[str, ...], project: Path) -> None:
    done = subprocess.run(
        [sys.executable, *step],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(project / "generated")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
