"""Pages: any bytes are parsed, spans are correct, and no row is lost."""

from collections.abc import Callable, Iterator

from hypothesis import example, given
from hypothesis import strategies as st

from docgen.markdown.inline_markup import parse_markup, parse_simple_markup
from docgen.markdown.invisible import mask_invisible
from docgen.markdown.page import (
    Annotation,
    Block,
    BlockQuote,
    Fence,
    Inline,
    ListBlock,
    Page,
    Paragraph,
    Table,
)
from docgen.markdown.parse import parse

# The parts of random pages.
_PARTS = (
    *"\n\n\n\n|||--``*_[]()<>#!&\\ \t:\"'{},",
    *("\r\n", "| a | b |\n", "|---|---|\n", "|:--|\n", "---\n", "# ", "\n## a\n"),
    *("##Properties\n", "```", "```\n", "~~~ json\n", "<!--", "-->", "\n> ", "\n- "),
    *("[a](b.md)", "[a][]", "\n[a]: b\n", "[c][d]", "**a**", "`a`", "<br>", "<a>"),
    *('{"blockType": "x"}', "&nbsp;", "\u00a0", "\u200b", "\u2028", "\0", "word", "é"),
    *("<<<<<<< a\n", "=======\n", ">>>>>>> b\n", "|Property|Type|\n", "key: value\n"),
    *(
        "<!-- docgen: ignore invalid-name",
        "<!--docgen:",
        "empty-row -->",
        "ignore-page x ",
    ),
    *("\n- |Member|Value|\n", "|--|--|\n", "\n> |a|b|\n", "  ", "\n1. ", "\n  - "),
)
pages = st.lists(st.sampled_from(_PARTS), max_size=60).map("".join)


@given(st.binary(max_size=400))
def test_any_bytes_are_a_page(content: bytes) -> None:
    assert parse("a.md", content).value.path == "a.md"


@given(st.text(max_size=200) | pages)
def test_parsing_is_deterministic(text: str) -> None:
    content = text.encode("utf-8", "surrogatepass")
    assert parse("a.md", content) == parse("a.md", content)


@given(pages)
def test_every_span_is_within_the_page(text: str) -> None:
    checked = parse("a.md", text.encode())
    lines = checked.value.text.split("\n")
    spans = [each.span for each in checked.diagnostics]
    spans += [entry.span for entry in checked.value.front_matter]
    for inline in _inlines(checked.value):
        spans += [inline.span, *(link.span for link in inline.links)]
    for span in spans:
        assert 1 <= span.line <= len(lines)
        assert 1 <= span.column <= span.end_column
        if span.column > 1:
            assert span.end_column <= len(lines[span.line - 1]) + 1


@given(pages.filter(lambda page: "<!--" not in page))
def test_every_span_covers_its_source(text: str) -> None:
    page = parse("a.md", text.encode()).value
    lines = mask_invisible(page.text).split("\n")
    for inline in _inlines(page):
        span = inline.span
        covered = lines[span.line - 1][span.column - 1 : span.end_column - 1]
        assert inline.source.startswith(covered)
        assert "\n" in inline.source or inline.source[len(covered) :][:1] in ("", " ")
        for link in inline.links:
            link_span = link.span
            assert lines[link_span.line - 1][link_span.column - 1] in "[<"


@given(pages)
@example("\n1. \n1. ```\n1. |")
def test_blocks_are_in_the_order_of_the_page(text: str) -> None:
    """A code block in an item is after the list, of which only items with text are kept."""
    page = parse("a.md", text.encode()).value
    source = page.text.split("\n")
    blocks = [block for section in page.sections for block in section.blocks]
    lines = [*_lines(tuple(one for one in blocks if not _is_in_item(one, source)))]
    assert lines == sorted(lines)


def _is_in_item(block: Block, source: list[str]) -> bool:
    """Return whether a code block begins on the line of an item or a quote."""
    if not isinstance(block, Fence):
        return False
    return bool(source[block.span.line - 1][: block.span.column - 1].strip())


SIMPLE = [*"ab1_ :*`[]()!&\\|.,\n<>~-", "](", "**", "[!INCLUDE ", "[a](b)", "**a:**"]


@given(st.lists(st.sampled_from(SIMPLE)).map("".join))
def test_simple_markup_is_parsed_as_markdown(text: str) -> None:
    text = text.strip()
    simple = parse_simple_markup(text)
    assert simple is None or simple == parse_markup(text, {})


# Damage to a table. Each function takes its lines, the first two of which are the header and the
# delimiter row, and the index of a body row.
Lines = list[str]
Damage = Callable[[Lines, int], Lines]


def _no_damage(lines: Lines, row: int) -> Lines:
    del row
    return lines


def _no_last_pipe(lines: Lines, row: int) -> Lines:
    return [*lines[:row], lines[row].rstrip("|"), *lines[row + 1 :]]


def _no_first_pipe(lines: Lines, row: int) -> Lines:
    return [*lines[:row], lines[row].lstrip("|"), *lines[row + 1 :]]


def _no_outer_pipes(lines: Lines, row: int) -> Lines:
    del row
    return [line.strip("|") for line in lines]


def _blank_line(lines: Lines, row: int) -> Lines:
    return [*lines[:row], "", *lines[row:]]


def _comment(lines: Lines, row: int) -> Lines:
    return [*lines[:row], "<!-- some", "words -->", *lines[row:]]


def _conflict(lines: Lines, row: int) -> Lines:
    ours, theirs = lines[row], lines[row]
    conflict = ["<<<<<<< HEAD", ours, "=======", theirs, ">>>>>>> theirs"]
    return [*lines[:row], *conflict, *lines[row + 1 :]]


def _extra_pipes(lines: Lines, row: int) -> Lines:
    return [*lines[:row], lines[row] + " x | y |", *lines[row + 1 :]]


def _missing_cells(lines: Lines, row: int) -> Lines:
    first_cell = "|".join(lines[row].split("|")[:2])
    return [*lines[:row], first_cell + "|", *lines[row + 1 :]]


def _split_row(lines: Lines, row: int) -> Lines:
    before, _, after = lines[row].rpartition(" ")
    return [*lines[:row], before, after, *lines[row + 1 :]]


def _no_delimiter(lines: Lines, row: int) -> Lines:
    del row
    return [lines[0], *lines[2:]]


def _no_header(lines: Lines, row: int) -> Lines:
    del row
    return lines[1:]


def _short_delimiter(lines: Lines, row: int) -> Lines:
    del row
    return [lines[0], "|:---|", *lines[2:]]


def _indented(lines: Lines, row: int) -> Lines:
    return [*lines[:row], "      " + lines[row], *lines[row + 1 :]]


def _quoted(lines: Lines, row: int) -> Lines:
    del row
    return ["> " + line for line in lines]


_DAMAGES = (
    _no_damage,
    _no_last_pipe,
    _no_first_pipe,
    _no_outer_pipes,
    _blank_line,
    _comment,
    _conflict,
    _extra_pipes,
    _missing_cells,
    _split_row,
    _no_delimiter,
    _no_header,
    _short_delimiter,
    _indented,
    _quoted,
)
_ABOVE = ("\n", "some text\n", "- an item\n", "> a quote\n", "```\ncode\n```\n", "")
tables = st.tuples(
    st.integers(2, 6),
    st.sampled_from(_DAMAGES),
    st.integers(0, 5),
    st.sampled_from(_ABOVE),
)


@given(st.lists(tables, min_size=1, max_size=4))
def test_no_damage_loses_a_row(
    damaged_tables: list[tuple[int, Damage, int, str]],
) -> None:
    text, names = "", []
    for number, (count, damage, at, above) in enumerate(damaged_tables):
        own = [f"row{number}x{row}" for row in range(count)]
        lines = ["|Property|Type|Description|", "|:---|:---|:---|"]
        lines += [f"|{name}|String|Some words of {name}.|" for name in own]
        damaged = damage(lines, 2 + at % count)
        text += f"## Properties\n{above}" + "\n".join(damaged) + "\n\n"
        names += own
    page = parse("a.md", text.encode()).value
    rows = [row for table in _tables(page) for row in table.rows]
    found = {row.cells[0].plain for row in rows}
    assert [name for name in names if name not in found] == []


def _tables(page: Page) -> Iterator[Table]:
    for section in page.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                yield block


def _inlines(page: Page) -> Iterator[Inline]:
    for section in page.sections:
        if section.heading:
            yield section.heading.content
        for block in section.blocks:
            yield from _block_inlines(block)


def _block_inlines(block: Block) -> Iterator[Inline]:
    match block:
        case Paragraph() | BlockQuote():
            yield block.content
        case ListBlock():
            yield from block.items
        case Table():
            yield from block.header
            for row in block.rows:
                yield from row.cells
        case Fence() | Annotation():
            return


def _lines(blocks: tuple[Block, ...]) -> Iterator[int]:
    for block in blocks:
        match block:
            case Paragraph() | BlockQuote():
                yield block.content.span.line
            case ListBlock():
                yield block.items[0].span.line
            case _:
                yield block.span.line
