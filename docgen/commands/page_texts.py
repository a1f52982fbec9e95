"""The texts of the pages of a run, each read and decoded when it is first needed."""

import os
from collections.abc import Iterable

from docgen.diagnostics import Diagnostic
from docgen.fixes import Fix, PageText, fix_of
from docgen.pages.find import Problem, is_page_name
from docgen.pages.page_set import STANDARD_INPUT, PageFile
from docgen.pages.tree import Tree


class PageTexts:
    """Returns the texts, the lines and the fixes of pages, by the paths that a user would write."""

    def __init__(self, tree: Tree, pages: Iterable[PageFile]) -> None:
        """Read pages from `tree`; `pages` must include a page from standard input."""
        self._tree = tree
        self._stdin = next(
            (one.content for one in pages if one.path == STANDARD_INPUT), None
        )
        self._texts: dict[str, PageText | None] = {}

    def page(self, path: str) -> PageText | None:
        """Return the text of a page; `None` if it can't be read, or is not a page."""
        if path not in self._texts:
            content = self._content(path)
            text = None if content is None else PageText.of(content)
            self._texts[path] = text
        return self._texts[path]

    def _content(self, path: str) -> bytes | None:
        if path == STANDARD_INPUT:
            return self._stdin
        if not is_page_name(path):
            return None
        found = self._tree.read(os.path.abspath(path))
        return None if isinstance(found, Problem) else found

    def line(self, path: str, number: int) -> str | None:
        """Return a line of a page; `None` if there is none."""
        page = self.page(path)
        return page.line(number) if page and number <= len(page.lines) else None

    def fix(self, one: Diagnostic) -> Fix | None:
        """Return the fix of a diagnostic, if it has one."""
        page = self.page(one.path)
        return fix_of(one, page) if page else None
