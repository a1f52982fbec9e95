"""Generated code passes mypy, pyright, stubtest, ruff, black and pytest."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from calls import EVERY_FLAVOUR

TOOLS = {
    "mypy": [sys.executable, "-m", "mypy", "--strict", "PACKAGE", "tests"],
    "stubtest": [sys.executable, "-m", "mypy.stubtest", "PACKAGE"],
    "pyright": [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, "."],
    "ruff": [sys.executable, "-m", "ruff", "check", "--select", "F,I,N,RUF022,UP", "."],
    "black": [sys.executable, "-m", "black", "--check", "--target-version=py311", "."],
    "pytest": [sys.executable, "-m", "pytest", "-q", "-c", os.devnull, "tests"],
}


@EVERY_FLAVOUR
@pytest.mark.parametrize("tool", TOOLS)
def test_tool_reports_nothing(tool: str, flavour: str, odd_folder: Path) -> None:
    completed = subprocess.run(
        [part.replace("PACKAGE", f"odd_{flavour}") for part in TOOLS[tool]],
        cwd=odd_folder,
        env={
            **os.environ,
            "MYPYPATH": str(odd_folder),
            "RUFF_NO_CACHE": "true",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert completed.returncode == 0, completed.stdout + completed.stderr
