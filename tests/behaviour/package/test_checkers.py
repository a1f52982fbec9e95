"""What other tools say of generated code: mypy, pyright, stubtest, ruff, black and pytest."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from docgen.flavours import FLAVOURS

TOOLS = {
    "mypy": [sys.executable, "-m", "mypy", "--strict", "PACKAGE", "tests"],
    "stubtest": [sys.executable, "-m", "mypy.stubtest", "PACKAGE"],
    "pyright": [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, "."],
    "ruff": [sys.executable, "-m", "ruff", "check", "--select", "F,I,N,RUF022,UP", "."],
    "black": [sys.executable, "-m", "black", "--check", "--target-version=py311", "."],
    "pytest": [sys.executable, "-m", "pytest", "-q", "-c", os.devnull, "tests"],
}


@pytest.mark.parametrize("flavour", FLAVOURS, indirect=True, scope="session")
@pytest.mark.parametrize("tool", TOOLS)
def test_a_checker_finds_nothing(
    tool: str, flavour: str, odd_folder: Path, tmp_path: Path
) -> None:
    done = subprocess.run(
        [part.replace("PACKAGE", f"odd_{flavour}") for part in TOOLS[tool]],
        cwd=odd_folder,
        env={
            **os.environ,
            "MYPYPATH": str(odd_folder),
            "MYPY_CACHE_DIR": str(tmp_path),
            "RUFF_NO_CACHE": "true",
            "PYTHONDONTWRITEBYTECODE": "1",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def told(folder: Path, tmp_path: Path, *arguments: str) -> str:
    """Run mypy in a folder, and give what it says, without what it only reveals."""
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", *arguments],
        cwd=folder,
        env={**os.environ, "MYPYPATH": str(folder), "MYPY_CACHE_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


BUILT = """
import datetime as dt

from odd_pydantic.models import Everything, Team

everything = Everything(moment=dt.datetime.now(dt.UTC), members=[Team(id="1")])
everything.self_ = "a"
Everything(ip_address="a", self_=None)


class Own(Team):
    rank: int


Own(id="1", rank=2)
"""

PLUGIN = {"without its plugin": "", "with its plugin": "plugins = pydantic.mypy"}


@pytest.mark.parametrize("flavour", ["pydantic"], indirect=True, scope="session")
@pytest.mark.parametrize("line", PLUGIN.values(), ids=PLUGIN.keys())
def test_mypy_knows_how_a_pydantic_model_is_built(
    line: str, odd_folder: Path, tmp_path: Path
) -> None:
    config, program = tmp_path / "mypy.ini", tmp_path / "built.py"
    config.write_text(f"[mypy]\n{line}\n", encoding="utf-8")
    program.write_text(BUILT, encoding="utf-8")
    paths = ("--config-file", str(config), "odd_pydantic", str(program))
    assert told(odd_folder, tmp_path, *paths) == ""
