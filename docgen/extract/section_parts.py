"""Split a section that describes several types without headings between them.

    annotation code-block table annotation code-block table …     -- cut before an annotation
    table annotation code-block table annotation code-block …     -- cut after a code block

A cut is between two annotations of resources that name different types, and with a table between
them. On a page without tables the code blocks are all that their types have.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from docgen.extract.annotation import parsed_annotations
from docgen.markdown.page import Annotation, Block, Fence, Section, Table


def section_parts(section: Section, *, has_tables: bool) -> tuple[Section, ...]:
    """Return the parts of a section, one for each type.

    `has_tables` means that the page has tables.
    """
    blocks = section.blocks
    if sum(isinstance(block, Annotation) for block in blocks) < 2:
        return (section,)
    cuts = [0, *_cuts(section, has_tables=has_tables), len(blocks)]
    parts = [blocks[start:end] for start, end in pairwise(cuts)]
    return (
        Section(heading=section.heading, blocks=parts[0]),
        *(Section(heading=None, blocks=part) for part in parts[1:]),
    )


def _cuts(section: Section, *, has_tables: bool) -> Iterator[int]:
    """Yield the indexes of the blocks at which another type begins."""
    blocks, names = section.blocks, _names(section)
    first_table = next(_tables(blocks, 0), len(blocks))
    is_table_first = first_table < next(iter(names), 0)
    for (index, name), (other_index, other) in pairwise(names.items()):
        if name == other:
            continue
        cut = other_index
        if is_table_first:
            fences = (n for n in range(index, cut) if isinstance(blocks[n], Fence))
            cut = next(fences, index) + 1
        start = cut if is_table_first else index
        has_table = next(_tables(blocks, start), other_index) < other_index
        has_sample = any(isinstance(block, Fence) for block in blocks[other_index:])
        if has_table or (has_sample and not has_tables):
            yield cut


def _names(section: Section) -> dict[int, str]:
    """Return the names in the annotations of resources, in lower case, by index."""
    by_span = {
        one.annotation.span: one.type_name.lower()
        for one in parsed_annotations((section,))
        if one.block_type == "resource" and one.type_name
    }
    return {
        index: by_span[block.span]
        for index, block in enumerate(section.blocks)
        if isinstance(block, Annotation) and block.span in by_span
    }


def _tables(blocks: Sequence[Block], start: int) -> Iterator[int]:
    return (n for n in range(start, len(blocks)) if isinstance(blocks[n], Table))
