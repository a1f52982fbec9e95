"""`make bench`: the figures of docgen, as ratios to something public on the same work.

python -m tests.bench CORPUS PAYLOADS [SECTION…]
"""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import cold, commands, importing, reading_and_writing
from tests.bench.ground import Ground
from tests.bench.table import Section, text_of

SECTIONS: Mapping[str, Callable[[Ground], Section]] = {
    "commands": commands.section,
    "cold": cold.section,
    "importing": importing.section,
    "reading-and-writing": reading_and_writing.section,
}


def main(corpus: str, payloads: str, *names: str) -> None:
    """Print the table for a folder of pages and one of payloads; all sections, or some."""
    folders = Path(corpus).absolute(), Path(payloads).absolute()
    with TemporaryDirectory() as scratch:
        ground = Ground(*folders, Path(scratch))
        made = [SECTIONS[name](ground) for name in names or SECTIONS]
    print(text_of(made))  # noqa: T201 - that is what it is for


if __name__ == "__main__":
    main(*sys.argv[1:])
