"""What befalls pages: damages, each a text in and the damaged text out, and a plain reader of rows.

A damage takes a source of chance, so that a number names it. The reader looks at lines alone; it
shares no code with docgen, and leaves out only what a comment or a block of code holds.
"""

import re
from collections.abc import Callable, Iterator
from random import Random
from typing import TypeAlias

Lines: TypeAlias = list[str]
Damage: TypeAlias = Callable[[Lines, Random], Lines]

MARKS = [
    *("`", "|", "||", "<!--", "-->", "```\n", "\n```json\n", "\x00", "[", "](", "**"),
    *("\n\n", "#", "{", '"', "\\", "---\n", "\u202e", "| --- |", "> ", "- ", "\t"),
]
CELLS = [
    *("", " ", "`", "`|`", "\\", "**x", "[a](b", "<br>", "-", "---", ":-:", "("),
    *("Collection(", "String collection collection", "&#124;", "x" * 200),
]
PREFIXES = ["> ", "- ", "  ", "    ", "\t", "1. ", "> > "]
HEADINGS = [
    *("", "#", "##Properties", "## Methods", "### hue values", "# hue enum type"),
    *("## Members", "## Relationships", "## Example", "Properties", "# Ship ##"),
]
BRACKETS = [
    *(("<!--", "-->"), ("```", "```"), ("~~~", "~~~"), ("```json", "~~~")),
    *(('<!-- {"blockType": "resource"', "} -->"), ("---", "---"), ("<!--", "")),
]
DELIMITER = re.compile(r"[\s|]*:?-[-:\s|]*")
OF_ROWS = re.compile(r"propert|relationship|method|member|values", re.IGNORECASE)


def place(lines: Lines, chance: Random) -> int:
    return chance.randrange(len(lines)) if lines else 0


def stretch(lines: Lines, chance: Random) -> slice:
    first = place(lines, chance)
    return slice(first, first + chance.randrange(1, 20))


def with_line(lines: Lines, index: int, text: str) -> Lines:
    return [*lines[:index], *text.split("\n"), *lines[index + 1 :]]


def lost_lines(lines: Lines, chance: Random) -> Lines:
    gone = {place(lines, chance) for _ in range(chance.randrange(1, 6))}
    return [line for index, line in enumerate(lines) if index not in gone]


def lost_blank_lines(lines: Lines, chance: Random) -> Lines:
    return [line for line in lines if line.strip() or chance.random() < 0.5]


def repeated_line(lines: Lines, chance: Random) -> Lines:
    index = place(lines, chance)
    return [*lines[:index], chance.choice(lines), *lines[index:]]


def cut_line(lines: Lines, chance: Random) -> Lines:
    index = place(lines, chance)
    return with_line(lines, index, lines[index][: chance.randrange(80)])


def doubled_pipes(lines: Lines, chance: Random) -> Lines:
    index = place(lines, chance)
    return with_line(lines, index, lines[index].replace("|", "||", 2))


def lost_pipe(lines: Lines, chance: Random) -> Lines:
    index = place(lines, chance)
    return with_line(lines, index, lines[index].replace("|", "", 1))


def odd_cell(lines: Lines, chance: Random) -> Lines:
    index = place(lines, chance)
    cells = lines[index].split("|")
    cells[place(cells, chance)] = chance.choice(CELLS)
    return with_line(lines, index, "|".join(cells))


def mixed_cells(lines: Lines, chance: Random) -> Lines:
    index = place(lines, chance)
    cells = lines[index].split("|")
    chance.shuffle(cells)
    return with_line(lines, index, "|".join(cells))


def mark(lines: Lines, chance: Random) -> Lines:
    index = place(lines, chance)
    line, sign = lines[index], chance.choice(MARKS)
    at = chance.randrange(len(line) + 1)
    return with_line(lines, index, line[:at] + sign + line[at:])


def cut_file(lines: Lines, chance: Random) -> Lines:
    return cut_line(lines[: place(lines, chance) + 1], chance)


def swapped_parts(lines: Lines, chance: Random) -> Lines:
    first, second, third = sorted(place(lines, chance) for _ in range(3))
    return [*lines[:first], *lines[second:third], *lines[first:second], *lines[third:]]


def prefix(lines: Lines, chance: Random) -> Lines:
    part, sign = stretch(lines, chance), chance.choice(PREFIXES)
    return [*lines[: part.start], *(sign + x for x in lines[part]), *lines[part.stop :]]


def brackets(lines: Lines, chance: Random) -> Lines:
    part, (opening, closing) = stretch(lines, chance), chance.choice(BRACKETS)
    inside = [opening, *lines[part], closing]
    return [*lines[: part.start], *inside, *lines[part.stop :]]


def other_heading(lines: Lines, chance: Random) -> Lines:
    headings = [index for index, line in enumerate(lines) if line.startswith("#")]
    if not headings:
        return lines
    return with_line(lines, chance.choice(headings), chance.choice(HEADINGS))


DAMAGES: tuple[Damage, ...] = (
    *(lost_lines, lost_blank_lines, repeated_line, cut_line, doubled_pipes, lost_pipe),
    *(odd_cell, mixed_cells, mark, cut_file, swapped_parts, prefix, brackets),
    other_heading,
)


def damaged(text: str, number: int) -> str:
    """Give a text with a few damages, which the number names."""
    chance = Random(number)  # noqa: S311 - what it gives shall come again
    lines = text.split("\n")
    for _ in range(chance.randrange(1, 4)):
        lines = "\n".join(chance.choice(DAMAGES)(lines, chance)).split("\n")
    return "\n".join(lines)


def body_rows(text: str) -> Iterator[tuple[int, str]]:
    """Give the body rows below headings that name them, and the number of each line."""
    lines = text.split("\n")
    is_of_rows = is_table = False
    for index in visible(lines):
        line = lines[index]
        if line.startswith("#"):
            is_of_rows, is_table = OF_ROWS.search(line) is not None, False
        elif "|" not in line:
            is_table = False
        elif index and "|" in lines[index - 1] and DELIMITER.fullmatch(line):
            is_table = True
        elif is_of_rows and is_table and line.strip(" |\t"):
            yield index + 1, line


def visible(lines: Lines) -> Iterator[int]:
    """Give the lines outside of comments that begin a line and of blocks of code."""
    is_comment = is_code = False
    for index, line in enumerate(lines):
        is_edge = line.lstrip().startswith(("```", "~~~"))
        is_code ^= is_edge
        is_comment |= not is_code and line.lstrip().startswith("<!--")
        if not is_code and not is_comment:
            yield index
        is_comment &= is_code or "-->" not in line
