"""Page sets of several sizes from one corpus, and changes of their pages."""

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

TABLE = re.compile(r"^\| *Property *\|.*\n\|[ :|-]+\n", re.MULTILINE)
"""The header and delimiter row of a table of properties."""

PROSE = re.compile(r"^(Namespace: .*|# .*)\n", re.MULTILINE)
"""The line of an API page after which a sentence can be added."""

NAMESPACE = "microsoft.graph"


def pages_of(corpus: Path) -> list[Path]:
    """Return all pages: resource pages and API pages."""
    return sorted(corpus.rglob("*.md"))


def is_api_page(page: Path) -> bool:
    """Return whether a page is in a folder of API pages."""
    return page.parent.name == "api"


def copied(pages: Sequence[Path], corpus: Path, folder: Path, suffix: str = "") -> None:
    """Copy pages of a corpus into a folder.

    With a suffix their types get a namespace of their own, in which they refer to each other.
    """
    for page in pages:
        copy = folder / page.relative_to(corpus)
        copy.parent.mkdir(parents=True, exist_ok=True)
        text = _text(page).replace(NAMESPACE, NAMESPACE + suffix)
        copy.write_text(text, encoding="utf-8")


def resources_to_change(corpus: Path, most: int) -> list[Path]:
    """Return some pages with a table of properties, spread over the corpus."""
    pages = (page for page in pages_of(corpus) if not is_api_page(page))
    return spread([page for page in pages if TABLE.search(_text(page))], most)


def api_pages_to_change(corpus: Path, most: int) -> list[Path]:
    """Return some API pages, spread over the corpus."""
    pages = (page for page in pages_of(corpus) if is_api_page(page))
    return spread([page for page in pages if PROSE.search(_text(page))], most)


def spread(pages: Sequence[Path], most: int) -> list[Path]:
    """Return at most `most` of the pages, evenly from first to last."""
    number = min(most, len(pages))
    return [pages[place * len(pages) // number] for place in range(number)]


def change(page: Path, number: int) -> None:
    """Add a property to the first table of a page, or a sentence to an API page."""
    content = _text(page)
    if is_api_page(page):
        line = rf"\g<0>\nThis is change {number}.\n"
        content = PROSE.sub(line, content, count=1)
    else:
        row = rf"\g<0>|bench{number}|String|Added by change {number}.|\n"
        content = TABLE.sub(row, content, count=1)
    page.write_text(content, encoding="utf-8")


def _text(page: Path) -> str:
    return page.read_text(encoding="utf-8", errors="replace")


def copy_of(corpus: Path, folder: Path) -> Path:
    """Copy a corpus, so that its pages can be changed."""
    return Path(shutil.copytree(corpus, folder, ignore=_other_files))


def _other_files(folder: str, names: list[str]) -> list[str]:
    return [
        name
        for name in names
        if not name.endswith(".md") and not (Path(folder) / name).is_dir()
    ]
