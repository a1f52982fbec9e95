"""Tables: which lines are a table, what its cells are, and what is reported."""

import pytest

from docgen.diagnostics import Result
from docgen.markdown.page import Page, Table
from docgen.markdown.parse import parse
from docgen.source import Span

HEAD = "|Property|Type|Description|\n|:---|:---|:---|\n"
Rows = list[list[str]]


def parsed(text: str) -> Result[Page]:
    return parse("a.md", text.encode())


def tables(checked: Result[Page]) -> list[Table]:
    return [
        block
        for section in checked.value.sections
        for block in section.blocks
        if isinstance(block, Table)
    ]


def shape(table: Table) -> Rows:
    header = [cell.plain for cell in table.header]
    return [header, *([cell.plain for cell in row.cells] for row in table.rows)]


def reported(checked: Result[Page]) -> list[tuple[str, int]]:
    return [(each.code, each.span.line) for each in checked.diagnostics]


VALID: dict[str, tuple[str, Rows]] = {
    "with all pipes": ("|a|b|\n|-|-|\n|c|d|", [["a", "b"], ["c", "d"]]),
    "without outer pipes": ("a|b\n-|-\nc|d", [["a", "b"], ["c", "d"]]),
    "without last pipes": ("|a|b\n|-|-\n|c|d", [["a", "b"], ["c", "d"]]),
    "a header without its first pipe": (
        "a|b|\n|-|-|\n|c|d|",
        [["a", "b"], ["c", "d"]],
    ),
    "a delimiter row without its first pipe": (
        "|a|b|\n:--|:--|\n|c|d|",
        [["a", "b"], ["c", "d"]],
    ),
    "a row without its first pipe": ("|a|b|\n|-|-|\nc|d|", [["a", "b"], ["c", "d"]]),
    "spaces and tabs": ("| a\t| b |\n|---|:-:|\n|  c|d  |", [["a", "b"], ["c", "d"]]),
    "one column": ("| a\n|:--\n|b\n|c", [["a"], ["b"], ["c"]]),
    "one column, a header without pipes": (
        "Member\n|:---|\n|a|",
        [["Member"], ["a"]],
    ),
    "directly below a heading": ("## x\n|a|b|\n|-|-|\n|c|d|", [["a", "b"], ["c", "d"]]),
    "directly below a paragraph": ("x\n|a|b|\n|-|-|\n|c|d|", [["a", "b"], ["c", "d"]]),
    "directly above a paragraph": ("|a|b|\n|-|-|\n|c|d|\nx", [["a", "b"], ["c", "d"]]),
    "directly above a list": ("|a|b|\n|-|-|\n|c|d\n* x", [["a", "b"], ["c", "d"]]),
    "directly above a link definition": (
        "|a|b|\n|-|-|\n|c|d|\n[x]: y.md",
        [["a", "b"], ["c", "d"]],
    ),
    "indented": ("    |a|b|\n    |-|-|\n    |c|d|", [["a", "b"], ["c", "d"]]),
    "in a quote": ("> |a|b|\n> |-|-|\n> |c|d|", [["a", "b"], ["c", "d"]]),
    "directly below a quote": ("> x\n|a|b|\n|-|-|\n|c|d|", [["a", "b"], ["c", "d"]]),
    "in a list": ("- x\n\n  |a|b|\n  |-|-|\n  |c|d|", [["a", "b"], ["c", "d"]]),
    "directly after a list marker": (
        "- |a|b|\n  |-|-|\n  |c|d|",
        [["a", "b"], ["c", "d"]],
    ),
    "directly below a list": ("- x\n|a|b|\n|-|-|\n|c|d|", [["a", "b"], ["c", "d"]]),
    "no rows": ("|a|b|\n|-|-|\n", [["a", "b"]]),
    "an escaped pipe does not split": (
        "|a|b|\n|-|-|\n|c\\|d|e|",
        [["a", "b"], ["c|d", "e"]],
    ),
    "a backslash after the last pipe": (
        "|a|b|\\\n|-|-|\n|c|d|\\\n|e|f| \\",
        [["a", "b"], ["c", "d"], ["e", "f"]],
    ),
    "a backslash after an escaped pipe": (
        "|a|b|\n|-|-|\n|c|d\\|\\",
        [["a", "b"], ["c", "d|\\"]],
    ),
    "a backslash in the last cell": (
        "|a|b|\n|-|-|\n|c|d\\",
        [["a", "b"], ["c", "d\\"]],
    ),
    "empty cells": ("|a|b|\n|-|-|\n||d|", [["a", "b"], ["", "d"]]),
    "a column without a name": (
        "|a|b||\n|-|-|-|\n|c|d|",
        [["a", "b", ""], ["c", "d", ""]],
    ),
    "missing cells are empty": (
        "|a|b|c|\n|-|-|-|\n|d|",
        [["a", "b", "c"], ["d", "", ""]],
    ),
    "extra empty cells are dropped": (
        "|a|b|\n|-|-|\n|c|d|| |",
        [["a", "b"], ["c", "d"]],
    ),
    "a comment in a cell": ("|a|b|\n|-|-|\n|c<!-- | -->|d|", [["a", "b"], ["c", "d"]]),
    "a row of dashes except for one cell": (
        "|a|b|\n|-|-|\n|-|x|",
        [["a", "b"], ["-", "x"]],
    ),
}


@pytest.mark.parametrize(("text", "expected"), VALID.values(), ids=VALID)
def test_a_valid_table_is_parsed_without_diagnostics(text: str, expected: Rows) -> None:
    checked = parsed(text)
    assert [shape(table) for table in tables(checked)] == [expected]
    assert reported(checked) == []


DAMAGED: dict[str, tuple[str, Rows, list[tuple[str, int]]]] = {
    "a comment between rows that hides one": (
        "|a|b|\n|-|-|\n|c|d|\n<!--\n|x|y|\n-->\n|e|f|",
        [["a", "b"], ["c", "d"], ["e", "f"]],
        [("hidden-row", 5)],
    ),
    "a delimiter row with too few columns": (
        "|a|b|c|\n|-|-|\n|d|e|f|",
        [["a", "b", "c"], ["d", "e", "f"]],
        [("invalid-delimiter", 2)],
    ),
    "a delimiter row with too many columns": (
        "|a|b|\n|-|-|-|\n|d|e|",
        [["a", "b"], ["d", "e"]],
        [("invalid-delimiter", 2)],
    ),
    "no delimiter row": (
        "|Property|Type|\n|a|String|",
        [["Property", "Type"], ["a", "String"]],
        [("missing-delimiter", 1)],
    ),
    "no delimiter row and no outer pipes": (
        "Property|Type\na|String",
        [["Property", "Type"], ["a", "String"]],
        [("missing-delimiter", 1)],
    ),
    "a delimiter row of equal signs": (
        "|a|b|\n|===|===|\n|c|d|",
        [["a", "b"], ["c", "d"]],
        [("invalid-delimiter", 2)],
    ),
    "a delimiter row of one dash that is long": (
        "|a|b|\n|\u2014|\u2014|\n|c|d|",
        [["a", "b"], ["c", "d"]],
        [("invalid-delimiter", 2)],
    ),
    "a delimiter row of drawn lines without outer pipes": (
        "Property|Type\n\u2500\u2500|\u2500\u2500\na|String",
        [["Property", "Type"], ["a", "String"]],
        [("invalid-delimiter", 2)],
    ),
    "a delimiter row with a stray mark": (
        "|a|b|\n|---|#---|\n|c|d|",
        [["a", "b"], ["c", "d"]],
        [("invalid-delimiter", 2)],
    ),
    "equal signs below a known header": (
        "|Property|Type|\n======\n|a|String|",
        [["Property", "Type"], ["a", "String"]],
        [("invalid-delimiter", 2)],
    ),
    "a rule below a row with other names": (
        "|a|b|\n|---|---|\n|c|d|\n|===|===|\n|e|f|",
        [["a", "b"], ["c", "d"], ["===", "==="], ["e", "f"]],
        [],
    ),
    "a code block below a header": (
        "|Property|Type|\n~~~\nx\n~~~\n|a|String|",
        [["Property", "Type"], ["a", "String"]],
        [("missing-delimiter", 1), ("split-table", 5)],
    ),
    "dots below a header": (
        "|Property|Type|\n|...|...|",
        [["Property", "Type"], ["...", "..."]],
        [("missing-delimiter", 1)],
    ),
    "rows of several lines between borders": (
        "+--+--+--+\n|Property|Type|Description|\n+==+==+==+\n|a|String|The a,|\n||||\n|||"
        "which is\n|||short.|\n+--+--+--+\n|b|Int32 |The b.|\n||collection||\n+--+--+--+",
        [
            ["Property", "Type", "Description"],
            ["a", "String", "The a, which is short."],
            ["b", "Int32 collection", "The b."],
        ],
        [("missing-delimiter", 2)],
    ),
    "a header of several lines": (
        "+--+--+\n|Property|Type|\n|name||\n+==+==+\n|a|String|\n+--+--+\n|b|Int32|\n+--+--+",
        [["Property name", "Type"], ["a", "String"], ["b", "Int32"]],
        [("missing-delimiter", 2)],
    ),
    "a row between a header and a border": (
        "+--+--+\n|Property|Type|\n|a|String|\n+--+--+\n|b|Int32|\n+--+--+",
        [["Property", "Type"], ["a", "String"], ["b", "Int32"]],
        [("missing-delimiter", 2)],
    ),
    "a row of several lines, borders only around the rows": (
        "+--+--+\n|Property|Type|\n+--+--+\n|a|String|\n||collection|\n|b|Int32|\n+--+--+",
        [["Property", "Type"], ["a", "String collection"], ["b", "Int32"]],
        [("missing-delimiter", 2)],
    ),
    "one row of several lines": (
        "+--+--+\n|Property|Type|\n+==+==+\n|a|String|\n|  |collection|\n+--+--+",
        [["Property", "Type"], ["a", "String collection"]],
        [("missing-delimiter", 2)],
    ),
    "groups of rows between borders": (
        "|Property|Type|\n|--|--|\n|a|String|\n+--+--+\n|b|String|\n|c|Int32|\n+--+--+\n"
        "|d|String|\n|e|Int32|\n||collection|",
        [
            ["Property", "Type"],
            *(["a", "String"], ["b", "String"], ["c", "Int32"]),
            *(["d", "String"], ["e", "Int32 collection"]),
        ],
        [],
    ),
    "a row without a type below a border": (
        "|Property|Type|\n|--|--|\n|a|String|\n+--+--+\n|b||\n+--+--+\n|c|Int32|",
        [["Property", "Type"], ["a", "String"], ["b", ""], ["c", "Int32"]],
        [],
    ),
    "joined rows without descriptions between borders": (
        "|Member|Value|\n|--|--|\n|a|1|\n+--+--+\n|b|| |c||\n|d|| |e||\n+--+--+\n|f|2|",
        [
            ["Member", "Value"],
            *(["a", "1"], ["b", ""], ["c", ""], ["d", ""], ["e", ""], ["f", "2"]),
        ],
        [("joined-table", 3)],
    ),
    "a line with a cell too many between borders": (
        "+--+--+\n|Property|Type|\n+==+==+\n|a|String|\n||collection|x|\n+--+--+",
        [["Property", "Type"], ["a", "String collection|x"]],
        [("missing-delimiter", 2), ("extra-cell", 5)],
    ),
    "joined rows between borders": (
        "|Property|Type|\n|--|--|\n|a|String|\n+--+--+\n|b|String| |c|Int32|\n+--+--+\n"
        "|d|String|",
        [
            ["Property", "Type"],
            *(["a", "String"], ["b", "String"], ["c", "Int32"], ["d", "String"]),
        ],
        [("joined-table", 3)],
    ),
    "a name on several lines": (
        "+--+--+\n|Property|Type|\n+==+==+\n|a|String|\n+--+--+\n|b|Int32|\n|c||\n+--+--+",
        [["Property", "Type"], ["a", "String"], ["b c", "Int32"]],
        [("missing-delimiter", 2)],
    ),
    "borders drawn with plus signs": (
        "|Property|Type|\n+----+----+\n|a|String|\n+====+====+\n|b|String|",
        [["Property", "Type"], ["a", "String"], ["b", "String"]],
        [("missing-delimiter", 1)],
    ),
    "a pipe in code that contains other backticks": (
        "|a|b|\n|-|-|\n|``c ` | ` d``|e|",
        [["a", "b"], ["c ` | ` d", "e"]],
        [("extra-cell", 3)],
    ),
    "code that begins in a cell and ends too many cells after it": (
        "|a|b|\n|-|-|\n|`c|d|e`|",
        [["a", "b"], ["`c", "d|e`"]],
        [("extra-cell", 3)],
    ),
    "rows of which the first pipe is on the line before": (
        "|a|b|\n|-|-|\n|c|d| |\ne|f|",
        [["a", "b"], ["c", "d"], ["e", "f"]],
        [("joined-table", 3)],
    ),
    "a header of an API page and a row on one line": (
        "|Header|Value| |Accept|text/plain|",
        [["Header", "Value"], ["Accept", "text/plain"]],
        [("joined-table", 1)],
    ),
    "a header and a row on one line with one pipe between them": (
        "|Property|Type|id|String|",
        [["Property", "Type"], ["id", "String"]],
        [("joined-table", 1)],
    ),
    "a header and a row on one line above another row": (
        "|Property|Type||id|String|\n|name|String|",
        [["Property", "Type"], ["id", "String"], ["name", "String"]],
        [("joined-table", 1)],
    ),
    "a header and two rows on one line": (
        "|Property|Type|name|String|value|String|",
        [["Property", "Type"], ["name", "String"], ["value", "String"]],
        [("joined-table", 1)],
    ),
    "a header and a short delimiter row on one line": (
        "| Member | Value | Description |:-----\n|low|0|Few.|",
        [["Member", "Value", "Description"], ["low", "0", "Few."]],
        [("joined-table", 1)],
    ),
    "a header, a delimiter row and a row on one line": (
        "|Name|Type|:---|:---|id|String|",
        [["Name", "Type"], ["id", "String"]],
        [("joined-table", 1)],
    ),
    "a header with more columns above a row without a delimiter row": (
        "|Name|Type|Since|Until|\n|id|String|1|2|",
        [["Name", "Type", "Since", "Until"], ["id", "String", "1", "2"]],
        [("missing-delimiter", 1)],
    ),
    "a header with one more column above a shorter row": (
        "|Name|Type|Since|\n|id|String|",
        [["Name", "Type", "Since"], ["id", "String", ""]],
        [("missing-delimiter", 1)],
    ),
    "a row on the line of the delimiter row": (
        "|a|b|\n|---|---| |c|d|\n|e|f|",
        [["a", "b"], ["c", "d"], ["e", "f"]],
        [("invalid-delimiter", 2)],
    ),
    "a row that shares a pipe with the delimiter row": (
        "|a|b|\n|:--|--:|c|d|",
        [["a", "b"], ["c", "d"]],
        [("invalid-delimiter", 2)],
    ),
    "dashes in the first cells of a row": (
        "|a|b|\n|---|---|\n|--|c|",
        [["a", "b"], ["--", "c"]],
        [],
    ),
    "neither header nor delimiter row": (
        "|a|String|\n|b|String|",
        [[], ["a", "String"], ["b", "String"]],
        [("missing-delimiter", 1)],
    ),
    "no header": (
        "|---|---|\n|a|String|",
        [[], ["a", "String"]],
        [("missing-header", 1)],
    ),
    "a pipe in the last cell": (
        HEAD + "|a|String|x | y | z|",
        [["Property", "Type", "Description"], ["a", "String", "x | y | z"]],
        [("extra-cell", 3)],
    ),
    "a pipe in a code span": (
        HEAD + "|a|String|one of `|`, `#`|",
        [["Property", "Type", "Description"], ["a", "String", "one of |, #"]],
        [("extra-cell", 3)],
    ),
    "a row on two lines": (
        HEAD + "|a|String|one\ntwo|\n|b|String||",
        [
            ["Property", "Type", "Description"],
            ["a", "String", "one two"],
            ["b", "String", ""],
        ],
        [("split-row", 4)],
    ),
    "a row on three lines": (
        HEAD + "|a|String|one\ntwo\nthree",
        [["Property", "Type", "Description"], ["a", "String", "one two three"]],
        [("split-row", 4), ("split-row", 5)],
    ),
    "a row split in its first cell": (
        HEAD + "|a\nb|String|one|",
        [["Property", "Type", "Description"], ["a b", "String", "one"]],
        [("split-row", 4)],
    ),
    "a row split after a pipe": (
        HEAD + "|a|String|\none|",
        [["Property", "Type", "Description"], ["a", "String", "one"]],
        [("split-row", 4)],
    ),
    "a blank line between rows": (
        HEAD + "|a|String|x|\n\n|b|String|y|",
        [
            ["Property", "Type", "Description"],
            ["a", "String", "x"],
            ["b", "String", "y"],
        ],
        [("split-table", 5)],
    ),
    "a blank line below the header": (
        "|Property|Type|\n\n|-|-|\n|c|d|",
        [["Property", "Type"], ["c", "d"]],
        [("missing-delimiter", 1), ("split-table", 3)],
    ),
    "text between rows": (
        HEAD + "|a|String|x|\nsome text\n|b|String|y|",
        [
            ["Property", "Type", "Description"],
            ["a", "String", "x"],
            ["b", "String", "y"],
        ],
        [("split-table", 5)],
    ),
    "a second delimiter row": (
        "|a|b|\n|--|--|\n|c|d|\n|--|--|\n|e|f|",
        [["a", "b"], ["c", "d"], ["e", "f"]],
        [("invalid-delimiter", 4)],
    ),
    "a row above the delimiter row": (
        "| Member\n| a\n|:---\n| b",
        [["Member"], ["a"], ["b"]],
        [("missing-delimiter", 1), ("invalid-delimiter", 3)],
    ),
    "a row that looks like a list item": (
        HEAD + "|a|String|x|\n* b|String|y|",
        [
            ["Property", "Type", "Description"],
            ["a", "String", "x"],
            ["* b", "String", "y"],
        ],
        [],
    ),
    "a split row that continues like a list item": (
        HEAD + "|a|String|one,\n2. two|\n|b|String||",
        [
            ["Property", "Type", "Description"],
            ["a", "String", "one, 2. two"],
            ["b", "String", ""],
        ],
        [("split-row", 4)],
    ),
    "conflict markers": (
        HEAD + "<<<<<<< ours\n|a|String|x|\n=======\n|a|Int32|x|\n>>>>>>> theirs",
        [
            ["Property", "Type", "Description"],
            ["a", "String", "x"],
            ["a", "Int32", "x"],
        ],
        [("conflict-marker", 3), ("conflict-marker", 5), ("conflict-marker", 7)],
    ),
}


@pytest.mark.parametrize(("text", "expected", "codes"), DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_table_is_parsed_and_reported(
    text: str, expected: Rows, codes: list[tuple[str, int]]
) -> None:
    checked = parsed(text)
    assert [shape(table) for table in tables(checked)] == [expected]
    assert reported(checked) == codes


NO_TABLES = {
    "prose with a pipe": "either a | b\nor c | d",
    "one line of pipes": "|x|",
    "one line below a paragraph": "a\n|x|y|",
    "a thematic break below prose with a pipe": "a | b\n---\nc",
    "a fence": "```\n|a|b|\n|-|-|\n|c|d|\n```",
    "a comment": "<!--\n|a|b|\n|-|-|\n|c|d|\n-->",
}


@pytest.mark.parametrize("text", NO_TABLES.values(), ids=NO_TABLES)
def test_other_lines_are_not_a_table(text: str) -> None:
    checked = parsed(text)
    assert tables(checked) == []
    assert {code for code, _ in reported(checked)} <= {"hidden-row"}


ADJACENT = {
    "with known headers": ("|Member|Value|", [["a", "b"], ["c", "d"]], "|--|--|"),
    "with another number of columns": (
        "|e|f|g|",
        [["a", "b"], ["c", "d"]],
        "|--|--|--|",
    ),
}


@pytest.mark.parametrize(
    ("header", "above", "delimiter"), ADJACENT.values(), ids=ADJACENT
)
def test_an_adjacent_table_is_a_separate_one(
    header: str, above: Rows, delimiter: str
) -> None:
    checked = parsed(f"|a|b|\n|--|--|\n|c|d|\n{header}\n{delimiter}\n|g|h|")
    first, second = tables(checked)
    assert shape(first) == above
    assert [cell.plain for cell in second.header] == header.strip("|").split("|")
    assert reported(checked) == [("adjacent-tables", 4)]


def test_a_table_does_not_continue_after_a_heading() -> None:
    checked = parsed(HEAD + "|a|String|x|\n## b\n|c|String|y|\n|d|String|z|")
    assert [len(table.rows) for table in tables(checked)] == [1, 2]


def test_rows_with_another_number_of_columns_are_another_table() -> None:
    checked = parsed(HEAD + "|a|String|x|\n\n|c|d|\n|e|f|")
    assert [len(table.rows) for table in tables(checked)] == [1, 2]


def test_cells_and_rows_have_spans() -> None:
    (table,) = tables(parsed("x\n\n  | a | bc |\n  |---|----|\n  | d |  ef|"))
    (row,) = table.rows
    assert table.span == Span(3, 3, 13)
    assert [cell.span for cell in table.header] == [Span(3, 5, 6), Span(3, 9, 11)]
    assert row.span == Span(5, 3, 13)
    assert [cell.span for cell in row.cells] == [Span(5, 5, 6), Span(5, 10, 12)]


def test_a_row_has_the_number_of_its_cells_on_the_page() -> None:
    (table,) = tables(parsed(HEAD + "|a|\n|b|c|\n|d|e|f|\n|g|h|i|j|\n|k|l|m||"))
    assert [row.cell_count for row in table.rows] == [1, 2, 3, 4, 3]


def test_an_extra_cell_is_reported_at_its_span() -> None:
    (each,) = parsed(HEAD + "|a|String|b | c|").diagnostics
    assert each.span == Span(3, 15, 16)


def test_a_link_in_a_split_row_is_on_its_own_line() -> None:
    (table,) = tables(parsed(HEAD + "|a|String|one\nsee [b](c.md)|"))
    (link,) = table.rows[0].cells[2].links
    assert link.span == Span(4, 5, 14)


def test_a_table_has_at_most_a_hundred_columns() -> None:
    wide = "|a" * 5000 + "|\n" + "|-" * 5000 + "|\n|b|\n"
    (table,) = tables(parsed(wide))
    assert len(table.header) == len(table.rows[0].cells) == 100


def test_an_open_cell_ends_before_the_next_table() -> None:
    head = "<table>\n<tr><th>Property<th>Type\n"
    text = f"{head}<tr><td>a<td>String\n{head}<tr><td>b<td>Int32"
    names = ["Property", "Type"]
    assert [*map(shape, tables(parsed(text)))] == [
        [names, ["a", "String"]],
        [names, ["b", "Int32"]],
    ]


def test_a_cell_that_spans_rows_and_columns_is_in_all_of_them() -> None:
    rows = (
        "<tr><th>a</th><th>b</th><th>c</th></tr>",
        "<tr><td rowspan=3 colspan=2>d</td><td>e</td></tr>",
        "<tr><td>f</td></tr>",
        "<tr><td>g</td></tr>",
    )
    (table,) = tables(parsed(f"<table>{''.join(rows)}</table>"))
    assert shape(table) == [
        ["a", "b", "c"],
        ["d", "", "e"],
        ["d", "", "f"],
        ["d", "", "g"],
    ]


@pytest.mark.parametrize("tags", ["<tr>", "<table><tr></tr></table>", "<tbody>"])
@pytest.mark.parametrize("after", ["", "\n## Notes\n\n<td>\n"])
def test_rows_without_cells_are_not_a_table(tags: str, after: str) -> None:
    first = parsed(f"{tags}\n{after}").value.sections[0]
    assert not any(isinstance(block, Table) for block in first.blocks)


TITLES = {
    "a heading": "## Properties\n",
    "a line above equals signs": "Properties\n===\n",
    "a line above hyphens": "Properties\n---\n",
}


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_lines_with_tabs_are_a_table_below_a_title_of_rows(title: str) -> None:
    row = "\nhull\tString\tThe hull.\n"
    assert len(tables(parsed(title + row))) == 1
    assert tables(parsed(title + "\nNotes\n===\n" + row)) == []
