"""The peak memory of a process and its children, where `/proc` has it."""

import re
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

from tests.bench.processes import Command

PROC = Path("/proc")
PAUSE = 0.02
"""Seconds between two samples."""


def is_available() -> bool:
    """Return whether this system reports the memory that a process shares with others."""
    return (PROC / "self/smaps_rollup").exists()


def peak(command: Command) -> float:
    """Run a command and return its peak in MB: what processes share counts once."""
    process = command.started()
    reader = Thread(target=process.communicate)
    reader.start()
    seen = [0.0]
    while reader.is_alive():
        seen.append(sum(_shares(process)))
        time.sleep(PAUSE)
    return max(seen)


def _shares(leader: subprocess.Popen[bytes]) -> Iterator[float]:
    """Yield the memory of each process of a session; one may end meanwhile."""
    for folder in PROC.glob("[0-9]*"):
        try:
            session = (folder / "stat").read_text().rpartition(")")[2].split()[3]
            if session == str(leader.pid):
                rollup = (folder / "smaps_rollup").read_text()
                yield sum(
                    map(int, re.findall(r"^Pss: +(\d+)", rollup, re.MULTILINE))
                ) / 1024
        except OSError:
            continue
