"""Fragments: parts of single lines, stripped, with their positions on the page."""

from markdown_it.rules_block import StateBlock
from msgspec import Struct

from docgen.source import Span


class Fragment(Struct, frozen=True):
    """A string without surrounding whitespace, found at `line` and `column` (both from 1)."""

    line: int
    column: int
    text: str

    @property
    def span(self) -> Span:
        """Return the characters that the fragment covers."""
        return Span(self.line, self.column, self.column + len(self.text))


def fragment(line: int, column: int, text: str) -> Fragment:
    """Return `text` as a fragment, stripped; `column` is the column of the unstripped text."""
    bare = text.lstrip()
    return Fragment(line, column + len(text) - len(bare), bare.rstrip())


def fragment_at(state: StateBlock, line: int) -> Fragment:
    """Return the content of a line (from 0) without the markers of lists and quotes around it."""
    start = state.bMarks[line] + state.tShift[line]
    column = start - state.src.rfind("\n", 0, start)
    return fragment(line + 1, column, state.src[start : state.eMarks[line]])
