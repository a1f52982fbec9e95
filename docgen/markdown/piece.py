"""A piece: the text of one line, or of a part of it, with its place on the page."""

from markdown_it.rules_block import StateBlock
from msgspec import Struct


class Piece(Struct, frozen=True):
    """`text` stands on `line` from `column` on, both counted from 1, no blanks around it."""

    line: int
    column: int
    text: str


def piece(line: int, column: int, text: str) -> Piece:
    """Give a piece of `text` without the blanks around it."""
    bare = text.lstrip()
    return Piece(line, column + len(text) - len(bare), bare.rstrip())


def piece_at(state: StateBlock, line: int) -> Piece:
    """Give the text of a line (from 0) inside the lists and quotes that it stands in."""
    start = state.bMarks[line] + state.tShift[line]
    column = start - state.src.rfind("\n", 0, start)
    return piece(line + 1, column, state.src[start : state.eMarks[line]])
