"""The report of a command: its results and diagnostics, before anything is printed."""

import os
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from docgen.diagnostics import Diagnostic, Severity
from docgen.pages.find import Problem, is_page_name
from docgen.pages.page_set import STANDARD_INPUT, PageFile
from docgen.pages.tree import DISK, Tree
from docgen.reporters import SourceLine

if TYPE_CHECKING:
    from docgen.fixes.fix import FixOf

_RANK = {severity.value: rank for rank, severity in enumerate(Severity)}


def no_line(path: str, number: int) -> None:
    """Return `None`: no line is known."""
    del path, number


class Report(Struct, frozen=True, kw_only=True):
    """What a command returns.

    `result`, `content` and `diff` are for standard output. `fixes` returns the fix of a diagnostic.
    Diagnostics have paths as the user would write
    them; those that are `counted_only` are not printed, but determine the exit status. `lines`
    returns a source line, given such a path and a number. `pages` is the number of pages. `summary`
    is the last line. `differs` makes the exit status 1. `emptied` are existing pages from which
    files were generated that would now all be removed. `kept` is not used any more, but would take
    long to free.
    """

    result: str = ""
    content: bytes = b""
    diff: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()
    counted_only: frozenset[Diagnostic] = frozenset()
    pages: int = 0
    lines: SourceLine = no_line
    fixes: "FixOf | None" = None
    summary: str = ""
    differs: bool = False
    emptied: tuple[str, ...] = ()
    kept: tuple[object, ...] = ()

    def at_least(self, severity: str) -> tuple[Diagnostic, ...]:
        """Return the diagnostics of this severity or a higher one."""
        limit = _RANK[severity]
        return tuple(d for d in self.diagnostics if _RANK[d.severity.value] <= limit)


def lower_severity(one: str, other: str) -> str:
    """Return the lower of two severities."""
    return max(one, other, key=_RANK.__getitem__)


def shown_diagnostics(
    diagnostics: Iterable[Diagnostic], shown: Callable[[str], str]
) -> tuple[Diagnostic, ...]:
    """Return diagnostics with the paths that a user would write.

    `shown` turns a path of the page set, or of the output folder, into such a path.
    """
    return tuple(replace(one, path=shown(one.path)) for one in diagnostics)


def source_lines(tree: Tree = DISK, pages: Iterable[PageFile] = ()) -> SourceLine:
    """Return a function that returns lines of pages; a page is read when it is first needed.

    `pages` must include a page from standard input.
    """
    contents = {one.path: one.content for one in pages if one.path == STANDARD_INPUT}
    lines: dict[str, list[str]] = {}

    def line(path: str, number: int) -> str | None:
        if path not in lines:
            content = contents.get(path)
            if content is None and is_page_name(path):
                found = tree.read(os.path.abspath(path))
                content = None if isinstance(found, Problem) else found
            lines[path] = _decoded_lines(path, content)
        return lines[path][number - 1] if number <= len(lines[path]) else None

    return line


def _decoded_lines(path: str, content: bytes | None) -> list[str]:
    from docgen.markdown.decoding import decode

    return [] if content is None else decode(path, content).value.split("\n")
