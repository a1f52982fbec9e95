"""Fixtures of the unit tests: pages parsed from markdown, and what is declared on them."""

from collections.abc import Callable

import pytest

from docgen.diagnostics import Result
from docgen.extract.chapters import Chapter, chapters
from docgen.extract.declarations import Declarations
from docgen.extract.stage import extract
from docgen.markdown.page import Inline, Page, Paragraph
from docgen.markdown.parse import parse
from docgen.resolve import resolve
from docgen.schema.model import Schema

Extracts = Callable[[str], Result[Declarations]]
Chapters = Callable[[str], Chapter]
Resolves = Callable[[dict[str, str]], Result[Schema]]


def page(text: str, path: str = "resources/page.md") -> Page:
    return parse(path, text.encode()).value


@pytest.fixture
def extracts() -> Extracts:
    """Return what one page declares, with the diagnostics of extract."""

    def extracted(text: str) -> Result[Declarations]:
        return extract(page(text))

    return extracted


@pytest.fixture
def resolves() -> Resolves:
    """Return the schema of pages by path, with the diagnostics of resolve."""

    def resolved(pages: dict[str, str]) -> Result[Schema]:
        declared = [extract(page(text, path)).value for path, text in pages.items()]
        return resolve(declared, "microsoft.graph.entity", is_whole=True)

    return resolved


@pytest.fixture
def inline() -> Callable[[str], Inline]:
    """Return markdown as the content of a parsed paragraph."""

    def made(text: str) -> Inline:
        block = page(text).sections[0].blocks[0]
        assert isinstance(block, Paragraph)
        return block.content

    return made


@pytest.fixture
def chapter() -> Chapters:
    """Return the only chapter of a page."""

    def made(text: str) -> Chapter:
        (only,) = chapters(page(text))
        return only

    return made
