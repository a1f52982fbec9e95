"""The section of a page that is being read: its blocks in order, its last table still open."""

from collections.abc import Sequence

from docgen.markdown.page import Annotation, Block, Heading, Section
from docgen.markdown.tables import OpenTable


class OpenSection:
    """A section from its heading on, or what stands before the first heading."""

    def __init__(self, heading: Heading | None) -> None:
        self.last_table: OpenTable | None = None
        self._heading = heading
        self._blocks: list[tuple[int, Block | OpenTable]] = []

    def add(self, line: int, block: Block | OpenTable) -> None:
        """Add a block that begins at `line`; they may come in another order than they stand."""
        self._blocks.append((line, block))
        if isinstance(block, OpenTable):
            self.last_table = block

    def closed(self, annotations: Sequence[Annotation]) -> Section | None:
        """Give the section with its `annotations`, None if there is nothing in it."""
        for annotation in annotations:
            self.add(annotation.span.line, annotation)
        if self._heading is None and not self._blocks:
            return None
        self._blocks.sort(key=lambda placed: placed[0])
        blocks = tuple(_closed(block) for _, block in self._blocks)
        return Section(heading=self._heading, blocks=blocks)


def _closed(block: Block | OpenTable) -> Block:
    return block.closed() if isinstance(block, OpenTable) else block
