"""`make bench`: the figures of docgen, as ratios to something public on the same work.

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
from tests.bench.ground import Ground
from tests.bench.table import Section, text_of

SECTIONS: Mapping[str, Callable[[Ground], Section]] = {
    "commands": commands.section,
    "cold": cold.section,
    "growth": growth.section,
    "models-alone": models_alone.section,
    "again": again.section,
    "importing": importing.section,
    "reading-and-writing": reading_and_writing.section,
}


def main(corpus: str, payloads: str, *names: str) -> None:
    """Print the table for a folder of pages and one of payloads; all sections, or some."""
    folders = resource_pages(Path(corpus).absolute()), Path(payloads).absolute()
    with TemporaryDirectory() as scratch:
        ground = Ground(*folders, Path(scratch))
        made = [SECTIONS[name](ground) for name in names or SECTIONS]
    made.append(Section(notes=[machine()]))
    print(text_of(made))  # noqa: T201 - that is what it is for


def resource_pages(corpus: Path) -> Path:
    """Give the folder of the pages that declare types, which is what is read; else all."""
    inner = corpus / "resources"
    return inner if inner.is_dir() else corpus


def machine() -> str:
    """Say on what the figures were taken, and how busy it was at the end."""
    version = ".".join(map(str, sys.version_info[:3]))
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{os.cpu_count()} cores, Python {version}{load}"


if __name__ == "__main__":
    main(*sys.argv[1:])
