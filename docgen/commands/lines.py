"""The lines of pages that diagnostics point at, decoded as the parser does and when asked for."""

from collections.abc import Iterable

from docgen.pages.page_set import PageFile
from docgen.pipeline import lines_of
from docgen.reporters import SourceLine


def source_line(pages: Iterable[PageFile]) -> SourceLine:
    """Give the function that finds a line of one of the pages by its path as shown."""
    by_path = {page.shown: page for page in pages}
    texts: dict[str, list[str]] = {}

    def line(path: str, number: int) -> str | None:
        if path not in by_path:
            return None
        if path not in texts:
            texts[path] = lines_of(by_path[path])
        lines = texts[path]
        return lines[number - 1] if number <= len(lines) else None

    return line
