"""datamodel-code-generator, in an environment of its own: nothing of docgen depends on it."""

import subprocess
import sys
import venv
from pathlib import Path

NAME = "datamodel-code-generator"
MODULE = "datamodel_code_generator"

HERE = Path(sys.prefix) / NAME
"""Where the environment lies: in that of docgen, so that `make clean` removes it."""


def installed() -> str | None:
    """Give the Python that has it; it is installed where it is missing, if that can be done."""
    python = HERE / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if _version(python):
        return str(python)
    venv.create(HERE, with_pip=False)
    pip = [sys.executable, "-m", "pip", "--quiet", "--python", str(python)]
    subprocess.run([*pip, "install", NAME], capture_output=True, check=False)
    return str(python) if _version(python) else None


def version(python: str) -> str:
    """Give the name and version of what is installed, and of the black that it brings."""
    return f"{NAME} {_version(Path(python))}"


def _version(python: Path) -> str:
    words = [str(python), "-m", MODULE, "--version"]
    try:
        told = subprocess.run(words, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return told.stdout.split()[-1] if told.returncode == 0 else ""
