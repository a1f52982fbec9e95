"""A class with the methods of a protocol is accepted by type checkers as that protocol."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path

import pytest
from calls import EVERY_FLAVOUR
from fakes import write_fakes

CHECKERS = {
    "mypy": [sys.executable, "-m", "mypy", "--strict"],
    "pyright": [sys.executable, "-m", "pyright", "--pythonpath", sys.executable],
}


def check(
    checker: str, folder: Path, modules: Iterable[Path], import_paths: Iterable[Path]
) -> str:
    """Return what a type checker says about modules, empty if it accepts them."""
    paths = [str(path) for path in import_paths]
    settings = json.dumps({"extraPaths": paths})
    (folder / "pyrightconfig.json").write_text(settings, encoding="utf-8")
    completed = subprocess.run(
        [*CHECKERS[checker], *(path.name for path in modules)],
        cwd=folder,
        env={**os.environ, "MYPYPATH": os.pathsep.join(paths)},
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if completed.returncode == 0 else completed.stdout + completed.stderr


@EVERY_FLAVOUR
def test_mypy_accepts_fakes(flavour: str, odd_folder: Path, tmp_path: Path) -> None:
    modules = write_fakes(odd_folder / f"odd_{flavour}", tmp_path)
    assert modules
    assert check("mypy", tmp_path, modules, [odd_folder]) == ""


def test_pyright_accepts_fakes(odd_folders: Mapping[str, Path], tmp_path: Path) -> None:
    """Check the fakes of all flavours in one process."""
    modules = [
        write_fakes(folder / f"odd_{flavour}", tmp_path)
        for flavour, folder in odd_folders.items()
    ]
    assert all(modules)
    assert check("pyright", tmp_path, chain(*modules), odd_folders.values()) == ""


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
    assert check("mypy", tmp_path, modules, [harbours]) == ""
    (module,) = [one for one in modules if one.name.endswith("harbour.py")]
    source = module.read_text("utf-8")
    assert given in source
    module.write_text(source.replace(given, changed), "utf-8")
    said = check("mypy", tmp_path, [module], [harbours])
    assert "Incompatible types in assignment" in said
