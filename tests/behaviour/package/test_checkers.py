"""Generated code passes mypy, pyright, stubtest, ruff, black and pytest."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import black
import pytest
from black.mode import Mode, TargetVersion
from calls import EVERY_FLAVOUR
from fakes import write_fakes

TOOLS = {
    "mypy": ("mypy", "--strict", "PACKAGE", "tests"),
    "ruff": ("ruff", "check", "--select", "F,I,N,RUF022,UP", "."),
    "pytest": ("pytest", "-q", "-c", os.devnull, "-Werror", "tests"),
}
PYRIGHT = ("pyright", "--pythonpath", sys.executable)


def run(
    folder: Path, import_paths: Iterable[Path], *arguments: str
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        env={
            **os.environ,
            "MYPYPATH": os.pathsep.join(map(str, import_paths)),
            "RUFF_NO_CACHE": "true",
        },
        capture_output=True,
        text=True,
        check=False,
    )


def outcome(folder: Path, import_paths: Iterable[Path], *arguments: str) -> str:
    """Return the output of a tool that fails; empty if it reports nothing."""
    completed = run(folder, import_paths, *arguments)
    return completed.stdout + completed.stderr if completed.returncode else ""


@EVERY_FLAVOUR
@pytest.mark.parametrize("tool", TOOLS)
def test_tool_reports_nothing(tool: str, flavour: str, odd_folder: Path) -> None:
    arguments = [part.replace("PACKAGE", f"odd_{flavour}") for part in TOOLS[tool]]
    assert outcome(odd_folder, [odd_folder], *arguments) == ""


def test_black_changes_nothing(odd_modules: Mapping[tuple[str, str], str]) -> None:
    """Format each distinct module once."""
    versions = {TargetVersion.PY311}
    modes = {
        ".py": Mode(target_versions=versions),
        ".pyi": Mode(target_versions=versions, is_pyi=True),
    }
    changed = [
        name
        for (content, suffix), name in odd_modules.items()
        if suffix in modes and black.format_str(content, mode=modes[suffix]) != content
    ]
    assert changed == []


def test_stubs_have_what_their_modules_have(
    odd_folders: Mapping[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Check all packages in one process, which reads the types of the standard library once."""
    folders = odd_folders.values()
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(map(str, folders)))
    packages = [f"odd_{flavour}" for flavour in odd_folders]
    assert outcome(tmp_path, folders, "mypy.stubtest", *packages) == ""


def test_pyright_reports_nothing(odd_folders: Mapping[str, Path]) -> None:
    """Check all packages and fakes of their operations in one process.

    Each package imports only from its own folder.
    """
    (root,) = {folder.parent for folder in odd_folders.values()}
    (root / "fakes").mkdir()
    for flavour, folder in odd_folders.items():
        assert write_fakes(folder / f"odd_{flavour}", root / "fakes")
    environments = [
        *({"root": flavour} for flavour in odd_folders),
        {"root": "fakes", "extraPaths": [*odd_folders]},
    ]
    settings = json.dumps({"executionEnvironments": environments})
    (root / "pyrightconfig.json").write_text(settings, encoding="utf-8")
    completed = run(root, (), *PYRIGHT, "--outputjson", ".")
    report = json.loads(completed.stdout)
    assert report["generalDiagnostics"] == [], completed.stdout
    modules = [*root.rglob("*.py"), *root.rglob("*.pyi")]
    assert report["summary"]["filesAnalyzed"] == len(modules)
