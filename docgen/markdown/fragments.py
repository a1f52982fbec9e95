"""Fragments: parts of single lines, stripped, with their positions on the page."""

from markdown_it.rules_block import StateBlock
from msgspec import Struct
from msgspec.structs import replace

from docgen.source import Span

_BREAKS = ("  ", "\\")


class Fragment(Struct, frozen=True):
    """A string without surrounding whitespace, found at `line` and `column` (both from 1).

    `has_break` is true if a line break follows that a reader sees.
    """

    line: int
    column: int
    text: str
    has_break: bool = False

    @property
    def span(self) -> Span:
        """Return the characters that the fragment covers."""
        return Span(self.line, self.column, self.column + len(self.text))


def fragment(line: int, column: int, text: str) -> Fragment:
    """Return `text` as a fragment, stripped; `column` is the column of the unstripped text."""
    bare = text.lstrip()
    return Fragment(line, column + len(text) - len(bare), bare.rstrip())


def line_of_text(state: StateBlock, line: int) -> Fragment:
    """Return a line (from 0) of running text; two spaces or a backslash at its end are a break."""
    found = fragment_at(state, line)
    if state.src.endswith(_BREAKS, state.bMarks[line], state.eMarks[line]):
        return replace(found, has_break=True)
    return found


def fragment_at(state: StateBlock, line: int) -> Fragment:
    """Return the content of a line (from 0) without the markers of lists and quotes around it."""
    start = state.bMarks[line] + state.tShift[line]
    column = start - state.src.rfind("\n", 0, start)
    return fragment(line + 1, column, state.src[start : state.eMarks[line]])
