"""`make bench`: measure docgen, as ratios to public programs that do the same work.

python -m tests.bench CORPUS PAYLOADS [SECTION…]
"""

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import (
    again,
    cold,
    commands,
    growth,
    importing,
    models_alone,
    reading_and_writing,
)
from tests.bench.table import Section, text_of
from tests.bench.workspace import Workspace

SECTIONS: Mapping[str, Callable[[Workspace], Section]] = {
    "commands": commands.section,
    "cold": cold.section,
    "growth": growth.section,
    "models-alone": models_alone.section,
    "again": again.section,
    "importing": importing.section,
    "reading-and-writing": reading_and_writing.section,
}


def main(corpus: str, payloads: str, *names: str) -> None:
    """Print the table for a folder of pages and one of payloads; all sections or those named."""
    folders = Path(corpus).absolute(), Path(payloads).absolute()
    with TemporaryDirectory() as scratch:
        workspace = Workspace(*folders, Path(scratch))
        made = [SECTIONS[name](workspace) for name in names or SECTIONS]
    made.append(Section(notes=[machine()]))
    print(text_of(made))  # noqa: T201 - the purpose of the program


def machine() -> str:
    """Describe the machine, and its load at the end."""
    version = ".".join(map(str, sys.version_info[:3]))
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{os.cpu_count()} cores, Python {version}{load}"


if __name__ == "__main__":
    main(*sys.argv[1:])
