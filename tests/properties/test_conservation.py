"""Conservation: each row that a person sees is in the schema or in a diagnostic.

The rows are those of `seen_rows`, a second reader that shares no code with docgen. A diagnostic
counts if it is a warning or an error, or says that a row is empty or a title. That a code block is
not closed is said on its first line, of all items of lists in it.

The pages are those of docs_src, or of the folder that `--corpus` names, and damaged ones: as many
as `--damaged-pages`, with seeds from `--damaged-seed` on.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import product
from pathlib import Path
from random import Random

import pytest
from damage import damaged
from read_pages import CLAIM, read, row_sources
from seen_rows import HEADING, SeenRow, seen_rows

from docgen.diagnostics import Diagnostic, Severity

ROOT = Path(__file__).parents[2]
REQUESTS = re.compile(
    r'"blockType"\s*:\s*"(?:request|response|ignored)|^[\W\d]*http requests?\b',
    re.IGNORECASE | re.MULTILINE,
)
"""What pages of operations have: their sections have other meanings."""
NOTHING_LOST = frozenset({"empty-row", "group-row"})


@pytest.fixture
def folder(pytestconfig: pytest.Config) -> Path:
    return Path(pytestconfig.getoption("--corpus") or ROOT / "docs_src")


@cache
def texts(folder: Path) -> tuple[str, ...]:
    files = sorted(folder.glob("resources/*.md"))
    return tuple(file.read_text("utf-8-sig") for file in files)


def test_every_row_of_the_pages_is_known(folder: Path) -> None:
    names = {f"{number}.md": text for number, text in enumerate(texts(folder))}
    rows = sum(len(seen_rows(text)) for text in names.values())
    assert rows > len(names)
    assert list(lost_rows(names)) == []


def test_every_row_of_damaged_pages_is_known(seeds: range, folder: Path) -> None:
    pages = texts(folder)
    for seed in seeds:
        chosen = Random(seed).choice(pages)  # noqa: S311 - reproducible
        lost = list(lost_rows({"a.md": damaged(chosen, seed)}))
        assert (seed, lost) == (seed, [])


def test_every_row_of_damaged_pages_read_together_is_known(
    seeds: range, folder: Path
) -> None:
    for seed in seeds[::10]:
        lost = list(lost_rows(page_set(texts(folder), seed)))
        assert (seed, lost) == (seed, [])


def page_set(pages: Sequence[str], seed: int) -> dict[str, str]:
    """Return three damaged pages, the last made of two; they depend on `seed` only."""
    chance = Random(seed)  # noqa: S311 - reproducible
    first, second, third, fourth = chance.choices(pages, k=4)
    chosen = (first, second, f"{third}\n{fourth}")
    return {f"{n}.md": damaged(page, seed + n) for n, page in enumerate(chosen)}


def lost_rows(pages: dict[str, str]) -> Iterator[SeenRow]:
    """Return the rows that are neither in the schema nor in a diagnostic.

    The pages declare types, or should, or have sections such as Properties all the same.
    """
    schema, diagnostics = read(pages)
    known = {(each.path, each.span.line) for each in diagnostics if is_enough(each)}
    known.update((source.path, source.line) for source in row_sources(schema))
    types = {source.path for one in schema.types for source in one.sources}
    for path, text in pages.items():
        if path in types or CLAIM.search(text) or not REQUESTS.search(text):
            unclosed = {*lines_in_unclosed_code(text, path, diagnostics)}
            for row in seen_rows(text):
                is_in_code = row.kind == "list" and row.line in unclosed
                places = ((path, line) for line in row.lines)
                if known.isdisjoint(places) and not is_in_code:
                    yield row


def lines_in_unclosed_code(
    text: str, path: str, diagnostics: Iterable[Diagnostic]
) -> Iterator[int]:
    """Return the lines from code blocks that are not closed to the headings after them.

    The line above a code block is one of them: a fence in the middle of an item splits it.
    """
    lines = text.split("\n")
    for found in diagnostics:
        if found.code == "unclosed-fence" and found.path == path:
            below = range(found.span.line, len(lines))
            end = next((one for one in below if HEADING.fullmatch(lines[one])), None)
            yield from range(found.span.line - 1, (end or len(lines)) + 1)


def is_enough(found: Diagnostic) -> bool:
    return found.severity != Severity.NOTE or found.code in NOTHING_LOST


WITHOUT_LOSS = {
    "a table": "|Property|Type|\n|---|---|\n|a|String|",
    "an HTML table": "<table><tr><td>a</td><td>String</td></tr></table>",
    "lines with tabs": "a\tString\tThe a.\nb\tString\tThe b.",
    "a list": "* a: String\n* b: Int32",
    "a joined table": "|Property|Type|D| |---|---| |a|String|A.|\n|b|String|B.|",
}
COUNTS = {"a table": 1, "an HTML table": 1, "lines with tabs": 2, "a list": 2}


@pytest.mark.parametrize("name", COUNTS)
def test_rows_are_seen_in_each_form(name: str) -> None:
    page = f"# lamp resource type\n\n## Properties\n\n{WITHOUT_LOSS[name]}\n"
    assert len(seen_rows(page)) == COUNTS[name]


@pytest.mark.parametrize("title", ["# lamp resource type", "# About lamps", "# Lamp"])
@pytest.mark.parametrize("text", WITHOUT_LOSS.values(), ids=WITHOUT_LOSS)
def test_no_form_of_a_row_is_lost(text: str, title: str) -> None:
    page = f"{title}\n\n## Properties\n\n{text}\n"
    assert seen_rows(page)
    assert list(lost_rows({"a.md": page})) == []


BLOCKS = {
    "a table": "|Property|Type|About|\n|---|---|---|\n|a|String|A.|",
    "a table without outer pipes": "Property|Type|About\n---|---|---\nb|String|B.",
    "rows": "|c|String|C.|\n|d|String|D.|",
    "an indented row": "  |e|String|E.|",
    "a quoted table": "> |Property|Type|About|\n> |---|---|---|\n> |f|String|F.|",
    "a joined table": "|Property|Type|D| |---|---| |g|String|G.|\n|h|String|H.|",
    "a wrapped table": "|Property|Type|D| |---|---|---| |i|String|The\nI.| |j|String|J.|",
    "HTML": "<table><tr><td>k</td><td>String</td><td>K.</td></tr></table>",
    "tabs": "l\tString\tThe l.\nm\tString\tThe m.",
    "a list": "* n: String: The n.\n* o: Int32: The o.",
    "a numbered list": "1. p: String: The p.\n2. q: Int32: The q.",
    "a quoted list": "> - r: String: The r.\n> - s: Int32: The s.",
    "code": "```\nx\n```",
    "a comment": "<!-- x -->",
    "text": "Some text.",
}


@pytest.mark.parametrize("first", BLOCKS)
def test_no_row_next_to_other_blocks_is_lost(first: str) -> None:
    for second, third in product(BLOCKS.values(), repeat=2):
        content = "\n".join((BLOCKS[first], second, third))
        page = f"# lamp resource type\n\n## Properties\n\n{content}\n"
        assert (page, [*lost_rows({"a.md": page})]) == (page, [])


def test_wrapped_rows_are_on_all_of_their_lines() -> None:
    text = (
        "## Properties\n\n|Property|Type|Description|\n|---|---|---|\n"
        "|a|String|The a of\na lamp.| |b|String|The\nb of a lamp.|\n|c|String|C.|\n"
    )
    wrapped = {5, 6, 7}
    assert [row.lines for row in seen_rows(text)] == [wrapped, wrapped, wrapped, {8}]


def test_a_description_below_the_row_that_began_on_the_line_is_part_of_it() -> None:
    text = (
        "## Properties\n\n|Property|Type|Description|\n|---|---|---|\n"
        "|a|String|The a of\na lamp.| |b|String|\nThe b of a lamp.|\n|c|String|C.|\n"
    )
    wrapped = {5, 6, 7}
    assert [row.lines for row in seen_rows(text)] == [wrapped, wrapped, wrapped, {8}]


def test_a_header_above_a_delimiter_row_with_rows_is_not_a_row() -> None:
    text = (
        "## Properties\n\n| Property | Type | About |\n"
        "|:---|:---|:---| | a | String | The a. |\n| b | String | The b. |\n"
    )
    assert [row.text for row in seen_rows(text) if row.kind == "pipes"] == []
    assert len(seen_rows(text)) == 1


@pytest.mark.parametrize("cell", [":--- ---", ": ---", "- - -"])
def test_a_table_without_rows_has_none_whatever_its_delimiter_row(cell: str) -> None:
    header = f"## Properties\n\n|Property|Type|Description|\n|{cell}|:---|:---|\n"
    assert seen_rows(header) == []
    assert len(seen_rows(f"{header}|a|String|The a.|\n")) == 1


def test_rows_joined_below_a_stray_delimiter_row_are_one() -> None:
    text = (
        "## Properties\n\n|:---|:---|:---|\n|Property|Type|Description|\n"
        ":---|:---|:---| |a|String|The a\nof a lamp.| |b\n|String|The b.|\n"
    )
    (row,) = seen_rows(text)
    assert row.lines == {3, 4, 5, 6, 7}


def test_a_lost_row_is_found() -> None:
    text = "# lamp resource type\n\n## Properties\n\n- a\n"
    (row,) = seen_rows(text)
    assert re.fullmatch("- a", row.text)
    assert row.lines == {3, 5}
