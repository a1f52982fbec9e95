"""Containers: lists and quotes while their texts pass by, and the block that comes of them."""

from docgen.markdown.inline import Texts
from docgen.markdown.page import Items, Quote
from docgen.markdown.piece import Piece

_QUOTE, _LIST = "quote", "list"
OPENINGS = {
    "blockquote_open": _QUOTE,
    "bullet_list_open": _LIST,
    "ordered_list_open": _LIST,
}
CLOSINGS = frozenset({"blockquote_close", "bullet_list_close", "ordered_list_close"})


class Container:
    """An outermost list or quote; what is nested in it becomes part of its text."""

    def __init__(self) -> None:
        self.line = 0
        self._kind = ""
        self._depth = 0
        self._items: list[list[Piece]] = []

    @property
    def is_open(self) -> bool:
        """Whether the tokens that pass by stand in a list or quote."""
        return self._depth > 0

    def open(self, token_type: str, line: int) -> None:
        """Begin the list or quote, or one that is nested in it."""
        self._depth += 1
        if self._depth == 1:
            self.line, self._kind, self._items = line, OPENINGS[token_type], [[]]

    def begin_item(self) -> None:
        """Begin an item of a list; in a quote it is nothing but a line."""
        if self._kind == _LIST:
            self._items.append([])

    def add(self, pieces: tuple[Piece, ...]) -> None:
        """Add lines of text."""
        self._items[-1].extend(pieces)

    def close(self) -> bool:
        """End the innermost list or quote, and say whether it was the outermost."""
        self._depth -= 1
        return self._depth == 0

    def block(self, texts: Texts) -> Items | Quote | None:
        """Give the block that the texts make, None if there were none."""
        items = tuple(texts.paragraph(item) for item in self._items if item)
        if not items:
            return None
        return Quote(content=items[0]) if self._kind == _QUOTE else Items(items=items)
