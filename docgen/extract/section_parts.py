"""Split a section that describes several types without headings between them.

    annotation code-block table annotation code-block table …     -- cut before an annotation
    table annotation code-block table annotation code-block …     -- cut after a code block

    heading annotation … heading table annotation … heading table     -- cut before an annotation
    heading table annotation … heading table annotation …             -- cut before a heading

A cut is between two annotations of resources that name different types, and with a table between
them. On a page without tables the code blocks are all that their types have.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

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


class _Place(Struct, frozen=True, order=True, array_like=True):
    """A block of a page: the index of its section, and its own in that section."""

    section: int
    block: int


def cuts_between_sections(
    sections: Sequence[Section], is_of_properties: Callable[[Section, Table], bool]
) -> tuple[tuple[int, int], ...]:
    """Return the section and block at which another type begins, if tables show it.

    The tables of properties are above or below the annotation of a type, and each type has some.
    """
    annotations = [
        (_Place(index, block), name)
        for index, section in enumerate(sections)
        for block, name in _names(section).items()
    ]
    if len({name for _, name in annotations}) < 2:
        return ()
    tables = [
        _Place(index, number)
        for index, section in enumerate(sections)
        for number, block in enumerate(section.blocks)
        if isinstance(block, Table) and is_of_properties(section, block)
    ]
    ends = [*(place for place, _ in annotations[2:]), _Place(len(sections), 0)]
    is_table_first = bool(tables) and (
        tables[0] < annotations[0][0] and tables[-1] < annotations[-1][0]
    )
    found: list[tuple[int, int]] = []
    start = _Place(0, 0)
    for ((place, name), (other, other_name)), end in zip(
        pairwise(annotations), ends, strict=True
    ):
        between = _between(tables, place, other)
        if name == other_name:
            continue
        if is_table_first:
            cut = _Place(between[0].section, 0) if between else place
        else:
            before, after = (
                _between(tables, start, place),
                _between(tables, other, end),
            )
            cut = other if after and bool(before) != bool(between) else place
        if cut > place:
            start = cut
            found.append((cut.section, cut.block))
    return tuple(found)


def _between(places: Sequence[_Place], start: _Place, end: _Place) -> Sequence[_Place]:
    """Return the places, which are in order, from `start` to the one before `end`."""
    return places[bisect_left(places, start) : bisect_left(places, end)]
