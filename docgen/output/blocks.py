"""The lines of a manifest, file by file, also where git merged two of them.

    blocks   = { block | conflict }
    block    = file line { line that begins with a blank }
    conflict = "<<<<<<<" lines [ "|||||||" lines ] "=======" lines ">>>>>>>"

Each side of a conflict goes on where the lines before it ended, and the lines behind it belong to
the last block of either side. Any other line ends a block and is passed over.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

Block = list[str]
"""A file line, and the lines below it without their blank."""

_Blocks = Mapping[int, Block]
"""Blocks by the number of their first line."""

MARKS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
"""How the lines begin that git puts around what it can't merge."""


def blocks(
    lines: Iterable[str], is_file: Callable[[str], bool]
) -> Iterator[tuple[int, Block]]:
    """Give each block with the number of its first line; `is_file` knows file lines."""
    found: dict[int, Block] = {}
    before: _Blocks = {}
    sides: _Blocks = {}
    here: _Blocks = {}
    for number, line in enumerate(lines, 1):
        if line.startswith(" "):
            for block in here.values():
                block.append(line[1:])
        elif line.startswith(MARKS[0]):
            before, sides = here, {}
        elif line.startswith(MARKS[1:3]):
            sides, here = {**sides, **here}, before
        elif line.startswith(MARKS[3]):
            here = {**sides, **here}
        else:
            here = {number: [line]} if is_file(line) else {}
            found.update(here)
    return iter(found.items())
