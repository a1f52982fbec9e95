"""Sections: headings, paragraphs, lists, quotes and fences."""

import pytest

from docgen.diagnostics import Result
from docgen.markdown.page import BlockQuote, Fence, ListBlock, Page, Paragraph
from docgen.markdown.parse import parse
from docgen.source import Span


def parsed(text: str) -> Result[Page]:
    return parse("a.md", text.encode())


HEADINGS: dict[str, tuple[str, list[tuple[int, str]]]] = {
    "each level": (
        "# a\n## b\n### c\n#### d\n##### e\n###### f\n",
        [(1, "a"), (2, "b"), (3, "c"), (4, "d"), (5, "e"), (6, "f")],
    ),
    "not level seven": ("####### a", []),
    "closing marks are removed": ("## a ##", [(2, "a")]),
    "a title that ends in a mark": ("# C#", [(1, "C#")]),
    "whitespace around": ("  #   a  ", [(1, "a")]),
    "directly below text": ("x\n## a\ny", [(2, "a")]),
    "empty": ("## ", [(2, "")]),
    "markup is removed": ("## `a` **b** [c](d)", [(2, "a b c")]),
    "an anchor is removed": ('## <a name="x"></a>a', [(2, "a")]),
    "not a docfx tab": (
        "## a\n# [HTTP](#tab/http)\nx\n---\n## b",
        [(2, "a"), (2, "b")],
    ),
    "not in a quote": ("> # a", []),
    "not in a list": ("- # a", []),
    "a title of rows in a quote": ("> ## Properties\n> b", [(2, "Properties")]),
    "a title of rows in a list": ("1. a\n\n   ## **Members**:\n", [(2, "Members:")]),
    "not a title with other words in a list": ("- ## Properties of a", []),
    "not in a fence": ("```\n# a\n```", []),
    "not in a comment": ("<!--\n# a\n-->", []),
    "underlined": (
        "a\n===\n\nB\n---\n\nproperties\n---",
        [(1, "a"), (2, "B"), (2, "properties")],
    ),
    "not a sentence above a rule": ("A.\n---\n\nB:\n---\n\nc\n---", []),
    "not a title directly above a table": ("A\n---\n|a|b|", []),
    "not underlined in a list": ("- A\n---", []),
    "not an unknown title without a space": ("#x", []),
}


@pytest.mark.parametrize(("text", "expected"), HEADINGS.values(), ids=HEADINGS)
def test_headings(text: str, expected: list[tuple[int, str]]) -> None:
    checked = parsed(text)
    headings = [s.heading for s in checked.value.sections if s.heading]
    assert [(h.level, h.content.plain) for h in headings] == expected
    assert checked.diagnostics == ()


def test_a_heading_without_a_space_is_parsed_and_reported() -> None:
    checked = parsed("##Properties\n")
    (section,) = checked.value.sections
    assert section.heading is not None
    assert (section.heading.level, section.heading.content.plain) == (2, "Properties")
    (each,) = checked.diagnostics
    assert (each.code, each.span) == ("invalid-heading", Span(1, 3, 13))


def test_a_heading_has_the_span_of_its_text() -> None:
    (section,) = parsed("\n ##  a b ##\n").value.sections
    assert section.heading is not None
    assert section.heading.content.span == Span(2, 6, 9)


def test_text_above_the_first_heading_is_a_section_without_heading() -> None:
    first, second = parsed("a\n# b\n").value.sections
    assert (first.heading, second.blocks) == (None, ())


def only(text: str) -> object:
    (section,) = parsed(text).value.sections
    (block,) = section.blocks
    return block


def test_the_lines_of_a_paragraph_are_joined() -> None:
    block = only("  a\n    b [c](d)\n")
    assert isinstance(block, Paragraph)
    assert block.content.plain == "a b c"
    assert block.content.span == Span(1, 3, 4)
    assert block.content.links[0].span == Span(2, 7, 13)


def test_a_quote_is_one_string() -> None:
    block = only("> [!NOTE]\n> a\n>\n> ## b\n> - c\nd")
    assert isinstance(block, BlockQuote)
    assert block.content.plain == "a\nb\nc d"


def test_a_paragraph_of_a_quote_continues_on_fifty_lines_without_a_marker() -> None:
    (section,) = parsed("> a\n" + "b\n" * 51).value.sections
    first, second = section.blocks
    assert isinstance(first, BlockQuote)
    assert isinstance(second, Paragraph)
    assert first.content.plain == "a" + " b" * 50
    assert second.content.plain == "b"


def test_nested_list_items_are_after_their_parent() -> None:
    block = only("1. a\n   b\n   - c\n     - d\n2. e\n\n   f\n")
    assert isinstance(block, ListBlock)
    assert [item.plain for item in block.items] == ["a b", "c", "d", "e\nf"]
    assert [item.span for item in block.items] == [
        Span(1, 4, 5),
        Span(3, 6, 7),
        Span(4, 8, 9),
        Span(5, 4, 5),
    ]


FENCES: dict[str, tuple[str, str, str, Span]] = {
    "with a word": ("```json\n{}\n```", "json", "{}\n", Span(1, 1, 8)),
    "with a space before the word": (
        "``` json\n{}\n```",
        "json",
        "{}\n",
        Span(1, 1, 9),
    ),
    "without a word": ("```\na\n```", "", "a\n", Span(1, 1, 4)),
    "of tildes": ("~~~ http\na\n~~~", "http", "a\n", Span(1, 1, 9)),
    "indented": ("     ```\n     a\n     ```", "", "a\n", Span(1, 6, 9)),
    "in a list": ("- ```\n  a\n  ```", "", "a\n", Span(1, 3, 6)),
    "in a quote": ("> ```\n> a\n> ```", "", "a\n", Span(1, 3, 6)),
    "comments in it are kept": (
        "```\n<!-- a -->\n```",
        "",
        "<!-- a -->\n",
        Span(1, 1, 4),
    ),
    "unusual spaces in it are kept": (
        "```\n\u00a0a\n```",
        "",
        "\u00a0a\n",
        Span(1, 1, 4),
    ),
}


@pytest.mark.parametrize(("text", "info", "body", "span"), FENCES.values(), ids=FENCES)
def test_fences(text: str, info: str, body: str, span: Span) -> None:
    checked = parsed(text)
    fences = [
        block
        for section in checked.value.sections
        for block in section.blocks
        if isinstance(block, Fence)
    ]
    assert [(f.info, f.body, f.span) for f in fences] == [(info, body, span)]
    assert checked.diagnostics == ()


def test_a_list_is_divided_by_a_title_of_rows() -> None:
    page = parsed("- a\n\n  ## Methods\n\n  b\n- c\n").value
    lists = [
        [item.plain for item in block.items]
        for section in page.sections
        for block in section.blocks
        if isinstance(block, ListBlock)
    ]
    assert lists == [["a"], ["b", "c"]]


def test_an_unclosed_fence_ends_before_the_next_heading() -> None:
    checked = parsed("``` json\n{}\n\n## a\n")
    first, second = checked.value.sections
    assert isinstance(first.blocks[0], Fence)
    assert first.blocks[0].body == "{}\n\n"
    assert second.heading is not None
    assert [(d.code, d.span) for d in checked.diagnostics] == [
        ("unclosed-fence", Span(1, 1, 9))
    ]


def test_a_link_definition_is_not_text() -> None:
    checked = parsed("[a]\n[a]: b.md\n\n# c\n[a]: d.md 'e'\n")
    first, second = checked.value.sections
    (block,) = first.blocks
    assert isinstance(block, Paragraph)
    assert [link.target for link in block.content.links] == ["b.md"]
    assert second.blocks == ()


def test_content_nested_too_deeply_is_kept_as_text_and_reported() -> None:
    checked = parsed("> " * 60 + "a\n")
    (section,) = checked.value.sections
    (block,) = section.blocks
    assert isinstance(block, BlockQuote)
    assert block.content.plain.endswith("a")
    assert [d.code for d in checked.diagnostics] == ["oversized-text"]


FENCE_LINES = {
    "not indented": ("```\na\n  b\n```", ["a", "  b"]),
    "indented, its lines as well": ("  ```\n  a\n    b\n  ```", ["a", "  b"]),
    "indented, its lines less": ("   ```\na\n b\n   c\n   ```", ["a", "b", "c"]),
    "in a quote": ("> ```\n> a\n>b\n> ```", ["a", "b"]),
    "in a list": ("- ```\n  a\n    b\n  ```", ["a", "  b"]),
    "with a blank line": ("  ```\n  a\n\n  b\n  ```", ["a", "", "b"]),
}


@pytest.mark.parametrize(("text", "expected"), FENCE_LINES.values(), ids=FENCE_LINES)
def test_columns_of_a_fence_are_where_its_lines_begin(
    text: str, expected: list[str]
) -> None:
    (section,) = parse("a.md", text.encode()).value.sections
    (fence,) = (one for one in section.blocks if isinstance(one, Fence))
    lines = text.split("\n")[1:]
    found = [
        lines[number][fence.column(number) - 1 :]
        for number in range(len(fence.body.splitlines()))
    ]
    assert found == fence.body.splitlines() == expected


BOLD_TITLES = {
    "below the first heading": (
        "# a\n\n**Methods**\n\n- b",
        [("a", 1), ("Methods", 2)],
    ),
    "with underscores and a colon": (
        "# a\n\n__Methods__:\n- b",
        [("a", 1), ("Methods", 2)],
    ),
    "below a known heading": (
        "# a\n### Methods\n\n**Members**\n\n|b|c|\n|-|-|",
        [("a", 1), ("Methods", 3), ("Members", 3)],
    ),
    "below another bold title": (
        "# a\n\n**Methods**\n\n1. b\n\n**Members**\n\n1) c",
        [("a", 1), ("Methods", 2), ("Members", 2)],
    ),
    "above HTML": ("# a\n\n**Members**\n\n<UL><li>b", [("a", 1), ("Members", 2)]),
    "above a row with tabs": ("# a\n\n**Members**\n\nb\tc", [("a", 1), ("Members", 2)]),
    "above prose before a tab": ("# a\n\n**Members**\n\nb\n\nc\td", [("a", 1)]),
    "above prose": ("# a\n\n**Members**\n\nThe members.\n\n- b", [("a", 1)]),
    "at the end": ("# a\n\n**Members**\n", [("a", 1)]),
    "before any heading": ("**Members**\n\n- b", []),
    "below an unknown heading": (
        "# a\n## b\n\n**Members**\n\n- c",
        [("a", 1), ("b", 2)],
    ),
    "with other words": ("# a\n\n**Members of b**\n\n- c", [("a", 1)]),
    "with words after it": ("# a\n\n**Members** are\n\n- c", [("a", 1)]),
    "in a quote": ("# a\n\n> **Members**\n>\n> - b", [("a", 1)]),
}


@pytest.mark.parametrize(("text", "titles"), BOLD_TITLES.values(), ids=BOLD_TITLES)
def test_a_bold_title_of_rows_is_a_heading(
    text: str, titles: list[tuple[str, int]]
) -> None:
    headings = [one.heading for one in parsed(text).value.sections if one.heading]
    assert [(one.content.plain, one.level) for one in headings] == titles
