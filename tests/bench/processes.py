"""Processes whose time is measured."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PASS = (sys.executable, "-c", "pass")
"""The shortest Python program, with which start-up times are compared."""

DOCGEN = (sys.executable, "-m", "docgen")

BYTECODE = {"PYTHONDONTWRITEBYTECODE": ""}
"""Let Python keep the compiled modules, whatever the environment says."""


@dataclass(frozen=True, kw_only=True)
class Command:
    """A process to run: its arguments, folder and variables of the environment."""

    words: tuple[str, ...]
    folder: Path | None = None
    environment: Mapping[str, str] | None = None

    def run(self) -> int:
        """Run it and return its exit status."""
        with self.started() as process:
            process.communicate()
        return process.returncode

    def started(self) -> subprocess.Popen[bytes]:
        """Start it in a session of its own."""
        return subprocess.Popen(
            self.words,
            cwd=self.folder,
            env={**os.environ, **BYTECODE, **(self.environment or {})},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
