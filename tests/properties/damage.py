"""Random damage to the lines of a page.

Each kind of damage takes a random generator, so that a seed reproduces it.
"""

import re
from collections.abc import Callable
from random import Random
from textwrap import fill
from typing import TypeAlias

Lines: TypeAlias = list[str]
Damage: TypeAlias = Callable[[Lines, Random], Lines]

MARKERS = [
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
ENCLOSURES = [
    *(("<!--", "-->"), ("```", "```"), ("~~~", "~~~"), ("```json", "~~~")),
    *(('<!-- {"blockType": "resource"', "} -->"), ("---", "---"), ("<!--", "")),
]
DELIMITER = re.compile(r"[\s|]*:?-[-:\s|]*")


def random_index(lines: Lines, random: Random) -> int:
    return random.randrange(len(lines)) if lines else 0


def random_range(lines: Lines, random: Random) -> slice:
    first = random_index(lines, random)
    return slice(first, first + random.randrange(1, 20))


def replaced_line(lines: Lines, index: int, text: str) -> Lines:
    return [*lines[:index], *text.split("\n"), *lines[index + 1 :]]


def deleted_lines(lines: Lines, random: Random) -> Lines:
    deleted = {random_index(lines, random) for _ in range(random.randrange(1, 6))}
    return [line for index, line in enumerate(lines) if index not in deleted]


def deleted_blank_lines(lines: Lines, random: Random) -> Lines:
    return [line for line in lines if line.strip() or random.random() < 0.5]


def repeated_line(lines: Lines, random: Random) -> Lines:
    index = random_index(lines, random)
    return [*lines[:index], random.choice(lines), *lines[index:]]


def truncated_line(lines: Lines, random: Random) -> Lines:
    index = random_index(lines, random)
    return replaced_line(lines, index, lines[index][: random.randrange(80)])


def doubled_pipes(lines: Lines, random: Random) -> Lines:
    index = random_index(lines, random)
    return replaced_line(lines, index, lines[index].replace("|", "||", 2))


def deleted_pipe(lines: Lines, random: Random) -> Lines:
    index = random_index(lines, random)
    return replaced_line(lines, index, lines[index].replace("|", "", 1))


def replaced_cell(lines: Lines, random: Random) -> Lines:
    index = random_index(lines, random)
    cells = lines[index].split("|")
    cells[random_index(cells, random)] = random.choice(CELLS)
    return replaced_line(lines, index, "|".join(cells))


def shuffled_cells(lines: Lines, random: Random) -> Lines:
    index = random_index(lines, random)
    cells = lines[index].split("|")
    random.shuffle(cells)
    return replaced_line(lines, index, "|".join(cells))


def inserted_marker(lines: Lines, random: Random) -> Lines:
    index = random_index(lines, random)
    line, marker = lines[index], random.choice(MARKERS)
    at = random.randrange(len(line) + 1)
    return replaced_line(lines, index, line[:at] + marker + line[at:])


def truncated_page(lines: Lines, random: Random) -> Lines:
    return truncated_line(lines[: random_index(lines, random) + 1], random)


def swapped_blocks(lines: Lines, random: Random) -> Lines:
    first, second, third = sorted(random_index(lines, random) for _ in range(3))
    return [*lines[:first], *lines[second:third], *lines[first:second], *lines[third:]]


def prefixed_lines(lines: Lines, random: Random) -> Lines:
    span, marker = random_range(lines, random), random.choice(PREFIXES)
    return [
        *lines[: span.start],
        *(marker + x for x in lines[span]),
        *lines[span.stop :],
    ]


def enclosed_lines(lines: Lines, random: Random) -> Lines:
    span, (opening, closing) = random_range(lines, random), random.choice(ENCLOSURES)
    inside = [opening, *lines[span], closing]
    return [*lines[: span.start], *inside, *lines[span.stop :]]


def replaced_heading(lines: Lines, random: Random) -> Lines:
    headings = [index for index, line in enumerate(lines) if line.startswith("#")]
    if not headings:
        return lines
    return replaced_line(lines, random.choice(headings), random.choice(HEADINGS))


def table_range(lines: Lines, random: Random) -> slice:
    """Return the lines of a random table; an empty range if the page has none."""
    heads = [index for index, line in enumerate(lines) if DELIMITER.fullmatch(line)]
    heads = [index for index in heads if index and "|" in lines[index - 1]]
    if not heads:
        return slice(0, 0)
    start = random.choice(heads) - 1
    stop = start
    while stop < len(lines) and "|" in lines[stop]:
        stop += 1
    return slice(start, stop)


def rewritten_table(lines: Lines, random: Random) -> Lines:
    """Write a table in another form: HTML, tabs, a list, or joined as by a formatter."""
    span = table_range(lines, random)
    head, _, *rows = lines[span] if span.stop - span.start > 1 else ("", "")
    cells = [
        [cell.strip() for cell in row.strip(" |").split("|")] for row in (head, *rows)
    ]
    form = random.choice(("html", "tabs", "list", "joined"))
    written = "\n".join(lines[span])
    if form == "html":
        body = "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>\n" for row in cells)
        written = f"<table>\n{body}</table>"
    elif form == "tabs":
        written = "\n".join("\t".join(row) for row in cells)
    elif form == "list":
        written = "\n".join(f"- {': '.join(row)}" for row in cells[1:])
    elif form == "joined":
        written = fill(" ".join(lines[span]), 80)
    if not lines[span]:
        return lines
    return [*lines[: span.start], *written.split("\n"), *lines[span.stop :]]


def invisible_characters(lines: Lines, random: Random) -> Lines:
    span, mark = random_range(lines, random), random.choice("\u200b\ufeff\u00ad\u00a0")
    marked = [mark + line for line in lines[span]]
    return [*lines[: span.start], *marked, *lines[span.stop :]]


DAMAGES: tuple[Damage, ...] = (
    *(deleted_lines, deleted_blank_lines, repeated_line, truncated_line),
    *(doubled_pipes, deleted_pipe, replaced_cell, shuffled_cells, inserted_marker),
    *(truncated_page, swapped_blocks, prefixed_lines, enclosed_lines, replaced_heading),
    *(rewritten_table, rewritten_table, invisible_characters),
)


def damaged(text: str, seed: int) -> str:
    """Return `text` with one to three damages; they depend on `seed` only."""
    random = Random(seed)  # noqa: S311 - reproducible
    lines = text.split("\n")
    for _ in range(random.randrange(1, 4)):
        lines = "\n".join(random.choice(DAMAGES)(lines, random)).split("\n")
    return "\n".join(lines)
