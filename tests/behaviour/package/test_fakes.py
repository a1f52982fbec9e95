"""A class with the methods of a protocol is accepted by mypy as that protocol.

`test_checkers.py` has pyright check the same classes.
"""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from calls import EVERY_FLAVOUR
from fakes import write_fakes


def check(folder: Path, modules: Iterable[Path], import_path: Path) -> str:
    """Return what mypy says about modules, empty if it accepts them."""
    completed = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", *(path.name for path in modules)],
        cwd=folder,
        env={**os.environ, "MYPYPATH": str(import_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if completed.returncode == 0 else completed.stdout + completed.stderr


@EVERY_FLAVOUR
def test_mypy_accepts_fakes(flavour: str, odd_folder: Path, tmp_path: Path) -> None:
    modules = write_fakes(odd_folder / f"odd_{flavour}", tmp_path)
    assert modules
    assert check(tmp_path, modules, odd_folder) == ""


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
    modules = write_fakes(harbours / "graph", tmp_path)
    assert check(tmp_path, modules, harbours) == ""
    (module,) = [one for one in modules if one.name.endswith("harbour.py")]
    source = module.read_text("utf-8")
    assert given in source
    module.write_text(source.replace(given, changed), "utf-8")
    said = check(tmp_path, [module], harbours)
    assert "Incompatible types in assignment" in said
