"""Processes as pieces of work."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PASS = (sys.executable, "-c", "pass")
"""The least that Python does: what start-up times are compared with."""

DOCGEN = (sys.executable, "-m", "docgen")

BYTECODE = {"PYTHONDONTWRITEBYTECODE": ""}
"""What is installed is compiled but once, whatever is the custom here."""


@dataclass(frozen=True, kw_only=True)
class Command:
    """A process to be run: its words, its folder and what it has in its environment."""

    words: tuple[str, ...]
    folder: Path | None = None
    environment: Mapping[str, str] | None = None

    def run(self) -> int:
        """Run it to its end, and give its status."""
        with self.begun() as process:
            process.communicate()
        return process.returncode

    def begun(self) -> subprocess.Popen[bytes]:
        """Begin to run it, in a session of its own."""
        return subprocess.Popen(
            self.words,
            cwd=self.folder,
            env={**os.environ, **BYTECODE, **(self.environment or {})},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
