"""Learn markup: what is masked, and what is text."""

import pytest

from docgen.markdown.learn_markup import mask_learn_markup
from docgen.markdown.masking import MaskedText
from docgen.markdown.page import Paragraph, Table
from docgen.markdown.parse import parse

MASKED = {
    "an inclusion": ("a [!INCLUDE [b](c.md)] d", "a d"),
    "an inclusion without a space": ("a [!INCLUDE[b](c.md)] d", "a d"),
    "an inclusion in lower case": ("a [!include[b](c.md)] d", "a d"),
    "an inclusion with more spaces": ("a [! Include  [b] (c.md) ] d", "a d"),
    "an inclusion with a title": ('a [!INCLUDE [b](c.md "D")] e', "a e"),
    "an inclusion by reference": ("a [!INCLUDE [b][c]] d", "a d"),
    "an inclusion whose label has brackets": ("a [!INCLUDE [b [c]](d.md)] e", "a e"),
    "an inclusion whose path has parentheses": ("a [!INCLUDE [b](c(d).md)] e", "a e"),
    "an inclusion without its last bracket": ("a [!INCLUDE [b](c.md) d", "a d"),
    "an inclusion without its first bracket": ("a !INCLUDE [b](c.md)] d", "a d"),
    "an inclusion without a link": ("a [!INCLUDE b.md] c", "a c"),
    "an unfinished inclusion up to the end of the line": ("a [!INCLUDE [b](c.md", "a"),
    "an inclusion over two lines": ("a [!INCLUDE\n[b](c.md)] d", "a d"),
    "an inclusion over three lines": ("a [!INCLUDE\n[b\nc](d.md)\n] e", "a e"),
    "an inclusion with escaped brackets": ("a \\[!INCLUDE [b](c.md)\\] d", "a d"),
    "two inclusions": ("[!INCLUDE[a](b)][!INCLUDE[c](d)] e", "e"),
    "an inclusion before a full stop": ("a [!INCLUDE[b](c)].", "a."),
    "an inclusion within a word": ("a[!INCLUDE[b](c)]d", "ad"),
    "an alert": ("[!NOTE] a", "a"),
    "an alert in lower case": ("[!tip] a", "a"),
    "an alert with escaped brackets": ("\\[!WARNING\\] a", "a"),
    "an alert with a colon": ("[!NOTE]: a", "a"),
    "an alert that can be folded": ("[!faq]- a", "a"),
    "an alert before a dash": ("[!note] - a", "- a"),
    "words of an unknown extension": ("a [!UICONTROL B c] d", "a B c d"),
    "an alert with an unusual name": ("[!NEXTSTEP] a", "a"),
    "a video": ("a [!VIDEO https://b.example/c_d] e", "a e"),
    "a div": ('[!div class="a"] b', "b"),
    "a code inclusion": ('a [!code-json[B](c.json "D")] e', "a e"),
    "a moniker": ('::: moniker range=">=a || <b"\nc\n::: moniker-end', "c"),
    "a moniker that is wrapped": (
        '::: moniker range=">=a ||\n<b" c :::\nmoniker-end d',
        "c d",
    ),
    "a moniker with single quotes": ("::: moniker range='a' b", "b"),
    "a moniker with curly quotes": ("::: moniker range=\u201ca b\u201d c", "c"),
    "a moniker without quotes": ("::: moniker range=>=a b", "b"),
    "two directives on a line": ('::: zone-end ::: zone pivot="a,b" c', "c"),
    "rows and columns": (
        ':::row::: :::column span="2"::: a :::column-end::: :::row-end:::',
        "a",
    ),
    "an image": ('a :::image type="content" source="b" alt-text="c [d]"::: e', "a e"),
    "a complex image": (
        'a\n:::image type="complex":::\nb | c\n:::image-end:::\ne',
        "a e",
    ),
    "a complex image on a line": (
        "a :::image type='complex'::: b :::image-end::: c",
        "a c",
    ),
    "an escaped complex image": (
        'a \\:::image type="Complex":::\nb \\:::image-end::: c',
        "a c",
    ),
    "a complex image without its end": (':::image type="complex":::\na', "a"),
    "a complex image before another": (
        ':::image type="complex"::: a :::image type="icon"::: b :::image-end:::',
        "a b",
    ),
    "a heading in a complex image": (
        ':::image type="complex"::: a\n## b\n:::image-end:::',
        "a",
    ),
    "the end of an image of another type": (
        ':::image type="icon"::: a :::image-end:::',
        "a",
    ),
    "code": (':::code language="json" source="a" range="1-3":::', None),
    "the text of no-loc is kept": ('a :::no-loc text="B c":::, d', "a B c, d"),
    "no-loc in parentheses": ('a (:::no-loc text="B" locale="en":::) c', "a (B) c"),
    "another container": ("::: tip\na\n:::", "a"),
    "a container with braces": ("::::{note}\na\n::::", "a"),
}


@pytest.mark.parametrize(("text", "plain"), MASKED.values(), ids=MASKED)
def test_markup_is_removed_from_text(text: str, plain: str | None) -> None:
    sections = parse("a.md", text.encode()).value.sections
    blocks = [block for section in sections for block in section.blocks]
    found = [block.content.plain for block in blocks if isinstance(block, Paragraph)]
    assert found == ([plain] if plain else [])


TEXT = {
    "in a code span": "`[!NOTE]` and `:::row:::`",
    "in a code block": "```\n[!INCLUDE [a](b)]\n::: moniker-end\n```",
    "a character class": "[!a-z]",
    "an image in a link": "[![a](b)](c)",
    "colons in a name": "std:::a",
    "an exclamation mark": "a!include b",
    "an inclusion across a blank line": "!INCLUDE\n\n[a](b)",
}


@pytest.mark.parametrize("text", TEXT.values(), ids=TEXT)
def test_other_text_is_kept(text: str) -> None:
    masked = MaskedText(text=text)
    assert mask_learn_markup("a.md", masked).value == masked


TABLE = "|Property|Type|\n|--|--|\n"
NO_ROWS = {
    "a directive": ("::: moniker-end\n|b|c|", []),
    "a directive with pipes": ('::: moniker range="a||b"\n|b|c|', []),
    "a directive in cells": ("| ::: moniker-end | |\n|b|c|", []),
    "an inclusion": ("[!INCLUDE[x](y)]\n|b|c|", [4]),
    "an inclusion in cells": ("| | \\[!INCLUDE[x](y)\\] |\n|b|c|", [4]),
    "an inclusion below a directive": (":::row:::\n[!INCLUDE[x](y)]\n|b|c|", [5]),
    "an inclusion after a blank line": ("|b|c|\n\n[!INCLUDE[x](y)]", []),
}


@pytest.mark.parametrize(("text", "reported"), NO_ROWS.values(), ids=NO_ROWS)
def test_markup_is_not_a_row(text: str, reported: list[int]) -> None:
    result = parse("a.md", f"{TABLE}|a|b|\n{text}\n".encode())
    (section,) = result.value.sections
    (table,) = section.blocks
    assert isinstance(table, Table)
    names = [row.cells[0].plain for row in table.rows]
    assert names == ["a", "b"]
    assert [each.span.line for each in result.diagnostics] == reported
