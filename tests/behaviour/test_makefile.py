"""The Makefile of docgen: it sets up an environment with a suitable Python, and does so again."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

MAKEFILE = Path(__file__).parents[2] / "Makefile"

PYTHON = """\
#!/bin/sh
# An interpreter whose `pip` and `docgen` only print what they were asked for.
case "$1 ${{2-}}" in
  "-m venv")
    mkdir -p $3/bin
    cp "$0" $3/bin/python
    printf '#!/bin/sh\\n: > .venv/generated.d\\n' > $3/bin/docgen
    chmod +x $3/bin/docgen ;;
  "-m pip") echo "installed with {name}" ;;
  "--version ") echo "Python {version}" ;;
  "-c "*) exec {python} -c "import sys; sys.version_info = ({numbers}); $2" ;;
esac
"""
OF_MAKE = {"MAKEFLAGS", "MAKELEVEL", "MFLAGS"}
"""Variables that change what `make` prints, if the tests are run by another `make`."""
TOO_OLD = ["3.10.14", "3.8.1", "2.7.18"]


class Project(NamedTuple):
    """A checkout with the Makefile, and made-up interpreters."""

    folder: Path

    def add(self, name: str, version: str, python: str = sys.executable) -> None:
        """Write an interpreter with this name."""
        numbers = version.replace(".", ", ")
        text = PYTHON.format(name=name, version=version, numbers=numbers, python=python)
        (self.folder / name).write_text(text, encoding="utf-8")
        (self.folder / name).chmod(0o755)

    def make(self, python: str) -> subprocess.CompletedProcess[str]:
        """Run `make generate` with an interpreter."""
        return subprocess.run(
            ["make", "generate", f"PYTHON=./{python}"],
            cwd=self.folder,
            env={k: v for k, v in os.environ.items() if k not in OF_MAKE},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    @property
    def is_ready(self) -> bool:
        """Whether everything is installed."""
        return (self.folder / ".venv/ready").exists()


@pytest.fixture
def project(tmp_path: Path) -> Project:
    shutil.copy(MAKEFILE, tmp_path)
    (tmp_path / "pyproject.toml").touch()
    project = Project(tmp_path)
    project.add("python-new", "3.12.1")
    return project


@pytest.mark.parametrize("version", TOO_OLD)
def test_a_python_that_is_too_old_is_reported_first(
    project: Project, version: str
) -> None:
    project.add("python-old", version)
    ran = project.make("python-old")
    assert ran.returncode
    assert "docgen needs Python 3.11 or newer" in ran.stderr
    assert version in ran.stderr
    assert "make PYTHON=" in ran.stderr
    assert not (project.folder / ".venv").exists()
    assert project.make("python-new").returncode == 0
    assert project.is_ready


def test_a_missing_python_is_reported(project: Project) -> None:
    ran = project.make("python-missing")
    assert ran.returncode
    assert "no ./python-missing" in ran.stderr
    assert not (project.folder / ".venv").exists()


def _removed(project: Project) -> None:
    (project.folder / ".venv/bin/python").unlink()


def _dangling(project: Project) -> None:
    _removed(project)
    (project.folder / ".venv/bin/python").symlink_to("/usr/bin/python-that-was-removed")


def _too_old(project: Project) -> None:
    project.add("python-old", "3.9.2")
    shutil.copy(project.folder / "python-old", project.folder / ".venv/bin/python")


def _without_packages(project: Project) -> None:
    """Replace it by a version that does not have the packages of the environment."""
    project.add("python-bare", "3.13.0", f"{sys.executable} -I -S")
    shutil.copy(project.folder / "python-bare", project.folder / ".venv/bin/python")


def _half_made(project: Project) -> None:
    """Leave what is left if the installation was interrupted."""
    _too_old(project)
    (project.folder / ".venv/ready").unlink()


@pytest.mark.parametrize(
    "replace",
    [_removed, _dangling, _too_old, _without_packages, _half_made],
    ids=lambda one: one.__name__,
)
def test_the_environment_is_made_again(
    project: Project, replace: Callable[[Project], None]
) -> None:
    project.make("python-new")
    (project.folder / ".venv/notes").touch()
    replace(project)
    ran = project.make("python-new")
    assert ran.returncode == 0
    assert "installed with python-new" in ran.stdout
    assert (project.folder / ".venv/notes").exists(), "only the interpreter is replaced"
    assert "installed" not in project.make("python-new").stdout


def test_an_old_python_does_not_replace_an_environment(project: Project) -> None:
    project.make("python-new")
    _too_old(project)
    before = (project.folder / ".venv/bin/python").read_bytes()
    assert project.make("python-old").returncode
    assert (project.folder / ".venv/bin/python").read_bytes() == before


def test_nothing_is_installed_twice(project: Project) -> None:
    assert "installed" in project.make("python-new").stdout
    assert "installed" not in project.make("python-new").stdout
    project.add("python-old", "3.9.2")
    assert project.make("python-old").returncode == 0, "the environment is in use"
