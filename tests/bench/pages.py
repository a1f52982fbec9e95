"""Page sets of several sizes out of one corpus, and changes of their pages."""

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

API = re.compile(r"\]\(\.\./api/([\w.-]+\.md)")
"""A link of a resource page to the page of an operation."""

TABLE = re.compile(r"^\| *Property *\|.*\n\|[ :|-]+\n", re.MULTILINE)
"""The head of a table of properties."""

NAMESPACE = "microsoft.graph"


def resources(corpus: Path) -> list[Path]:
    """Give the pages that declare types: those in folders of that name, or all."""
    return sorted(corpus.rglob("resources/*.md")) or sorted(corpus.rglob("*.md"))


def copied(pages: Sequence[Path], folder: Path, suffix: str = "") -> None:
    """Copy some pages, and the pages of operations that they name, into a folder.

    With a suffix their types go to a namespace of their own, and name each other there.
    """
    for page in pages:
        text = page.read_text(encoding="utf-8", errors="replace")
        _write(folder / "resources" / page.name, text, suffix)
        for name in API.findall(text):
            api = page.parent.parent / "api" / name
            if api.exists():
                text = api.read_text(encoding="utf-8", errors="replace")
                _write(folder / "api" / name, text, suffix)


def _write(file: Path, text: str, suffix: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text.replace(NAMESPACE, NAMESPACE + suffix), encoding="utf-8")


def changeable(corpus: Path, most: int) -> list[Path]:
    """Give some pages with a table of properties, from all over the corpus."""
    return spread(
        [page for page in resources(corpus) if TABLE.search(_text(page))], most
    )


def spread(pages: Sequence[Path], most: int) -> list[Path]:
    """Give so many pages of some, evenly from first to last; all if there are no more."""
    number = min(most, len(pages))
    return [pages[place * len(pages) // number] for place in range(number)]


def change(page: Path, number: int) -> None:
    """Add a property to the first table of a page."""
    row = rf"\g<0>|bench{number}|String|What came with change {number}.|\n"
    page.write_text(TABLE.sub(row, _text(page), count=1), encoding="utf-8")


def _text(page: Path) -> str:
    return page.read_text(encoding="utf-8", errors="replace")


def copy_of(corpus: Path, folder: Path) -> Path:
    """Copy a corpus, so that its pages may be changed."""
    return Path(shutil.copytree(corpus, folder, ignore=_all_but_pages))


def _all_but_pages(folder: str, names: list[str]) -> list[str]:
    return [
        name
        for name in names
        if not name.endswith(".md") and not (Path(folder) / name).is_dir()
    ]
