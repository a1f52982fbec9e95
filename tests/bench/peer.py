"""datamodel-code-generator, in an environment of its own: docgen does not depend on it."""

import subprocess
import sys
import venv
from pathlib import Path

NAME = "datamodel-code-generator"
MODULE = "datamodel_code_generator"

HERE = Path(sys.prefix) / NAME
"""The folder of the environment: in that of docgen, so that `make clean` removes it."""


def installed() -> str | None:
    """Return the Python that has it, or `None`; it is installed if it is missing."""
    python = HERE / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if _version(python):
        return str(python)
    venv.create(HERE, with_pip=False)
    pip = [sys.executable, "-m", "pip", "--quiet", "--python", str(python)]
    subprocess.run([*pip, "install", NAME], capture_output=True, check=False)
    return str(python) if _version(python) else None


def version(python: str) -> str:
    """Return its name and version."""
    return f"{NAME} {_version(Path(python))}"


def _version(python: Path) -> str:
    words = [str(python), "-m", MODULE, "--version"]
    try:
        output = subprocess.run(words, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return output.stdout.split()[-1] if output.returncode == 0 else ""
