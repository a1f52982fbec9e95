"""What the properties of whole runs begin with."""

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def checkout(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """Make a checkout with the pages that the command line names, or those of docs_src."""
    pages = Path(request.config.getoption("--edited-pages") or ROOT / "docs_src")
    folder = tmp_path / "checkout"
    most = request.config.getoption("--edited-most")
    for page in sorted(pages.rglob("*.md"))[:most]:
        copy = folder / "docs" / page.relative_to(pages)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(page, copy)
    (folder / ".git").mkdir()
    (folder / "own" / "shared").mkdir(parents=True)
    (folder / "pyproject.toml").write_text("[tool.docgen]\nsource = ['docs']\n")
    return folder
