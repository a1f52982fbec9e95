"""A class with the methods of a protocol is accepted by type checkers as that protocol."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from calls import EVERY_FLAVOUR
from fakes import write_fakes

CHECKERS = {
    "mypy": [sys.executable, "-m", "mypy", "--strict"],
    "pyright": [sys.executable, "-m", "pyright", "--pythonpath", sys.executable],
}


def check(checker: str, folder: Path, modules: list[Path]) -> str:
    """Return what a type checker says about modules, empty if it accepts them."""
    completed = subprocess.run(
        [*CHECKERS[checker], *(path.name for path in modules)],
        cwd=folder,
        env={**os.environ, "MYPYPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if completed.returncode == 0 else completed.stdout + completed.stderr


@EVERY_FLAVOUR
@pytest.mark.parametrize("checker", CHECKERS)
def test_fakes_are_accepted(
    checker: str, flavour: str, odd_folder: Path, tmp_path: Path
) -> None:
    shutil.copytree(odd_folder, tmp_path, dirs_exist_ok=True)
    modules = write_fakes(tmp_path / f"odd_{flavour}", tmp_path)
    assert modules
    assert check(checker, tmp_path, modules) == ""


@pytest.mark.parametrize(
    ("given", "changed"),
    [
        ("def get(self", "def fetch(self"),
        ("async def get(self", "def get(self"),
        ("harbour_id: str", "port_id: str"),
        ("-> Harbour", "-> int"),
    ],
)
def test_another_class_is_rejected(
    given: str, changed: str, harbours: Path, tmp_path: Path
) -> None:
    shutil.copytree(harbours, tmp_path, dirs_exist_ok=True)
    modules = write_fakes(tmp_path / "graph", tmp_path)
    assert check("mypy", tmp_path, modules) == ""
    (module,) = [one for one in modules if one.name.endswith("harbour.py")]
    source = module.read_text("utf-8")
    assert given in source
    module.write_text(source.replace(given, changed), "utf-8")
    assert "Incompatible types in assignment" in check("mypy", tmp_path, [module])
