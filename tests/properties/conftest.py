"""Fixtures and options of the properties of complete runs."""

import re
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SEEDS = (1, 2, 3)
"""The seeds of the edits that every run of the tests makes; a module may have its own `SEEDS`."""

FEW = re.compile("provisioning|filter|bulkupload|entity|-synchronization(-|\\.md)")
"""A third of the pages of docs_src: types of every kind, with their API pages.

Tests with many runs use these; `--edited-pages docs_src` is all of them.
"""


PAGES_OF_A_TEST = 100
"""The number of damaged pages that one test reads."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Parametrize tests by seeds: those of random edits, and ranges of those of damaged pages."""
    option = metafunc.config.getoption
    if "edits_seed" in metafunc.fixturenames:
        usual = getattr(metafunc.module, "SEEDS", SEEDS)
        seeds = option("--edits-seed") or usual
        metafunc.parametrize("edits_seed", seeds, ids=lambda seed: f"seed {seed}")
    if "seeds" in metafunc.fixturenames:
        first = int(option("--damaged-seed") or 0)
        end = first + int(option("--damaged-pages") or 0)
        ranges = [
            range(start, min(start + PAGES_OF_A_TEST, end))
            for start in range(first, end, PAGES_OF_A_TEST)
        ]
        metafunc.parametrize("seeds", ranges, ids=lambda seeds: f"from {seeds.start}")


@pytest.fixture
def checkout(tmp_path: Path, few_pages: list[tuple[Path, Path]]) -> Path:
    """Make a checkout with pages of the folder of the command line, or a few of docs_src."""
    folder = tmp_path / "checkout"
    for page, path in few_pages:
        copy = folder / "docs" / path
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(page, copy)
    (folder / ".git").mkdir()
    (folder / "own" / "shared").mkdir(parents=True)
    (folder / "pyproject.toml").write_text("[tool.docgen]\nsource = ['docs']\n")
    return folder


@pytest.fixture
def pages(request: pytest.FixtureRequest) -> list[tuple[Path, Path]]:
    """Return pages of the folder of the command line, or of docs_src, and their paths below it."""
    return pages_of_the_command_line(request.config)


@pytest.fixture
def few_pages(request: pytest.FixtureRequest) -> list[tuple[Path, Path]]:
    """Return pages of the folder of the command line, or a few of docs_src, and their paths."""
    pages = pages_of_the_command_line(request.config)
    if request.config.getoption("--edited-pages"):
        return pages
    return [(page, path) for page, path in pages if FEW.search(page.name)]


def pages_of_the_command_line(config: pytest.Config) -> list[tuple[Path, Path]]:
    """Return pages and their paths below the folder, spread evenly over it."""
    folder = Path(config.getoption("--edited-pages") or ROOT / "docs_src")
    pages = sorted(folder.rglob("*.md"))
    number = min(int(config.getoption("--edited-most") or len(pages)), len(pages))
    chosen = [pages[place * len(pages) // number] for place in range(number)]
    return [(page, page.relative_to(folder)) for page in chosen]
