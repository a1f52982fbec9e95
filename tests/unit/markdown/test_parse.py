"""Complete pages, nearly empty ones, and hostile ones."""

import pytest

from docgen.markdown.page import Annotation, Fence, Page, Paragraph, Table
from docgen.markdown.parse import parse

PAGE = """---
title: "lamp resource type"
---

# lamp resource type

Namespace: made.up

A lamp of a [room](room.md).

## Properties
|Property|Type|Description|
|:---|:---|:---|
|isOn|Boolean|Whether it shines.|

## JSON representation
<!-- {
  "blockType": "resource",
  "@odata.type": "made.up.lamp"
}
-->
``` json
{
  "isOn": true
}
```
"""


def outline(page: Page) -> list[tuple[str, list[str]]]:
    return [
        (
            section.heading.content.plain if section.heading else "",
            [type(block).__name__ for block in section.blocks],
        )
        for section in page.sections
    ]


def test_a_page_has_its_sections_in_order() -> None:
    checked = parse("resources/lamp.md", PAGE.encode())
    assert checked.diagnostics == ()
    assert checked.value.path == "resources/lamp.md"
    assert checked.value.text == PAGE
    assert outline(checked.value) == [
        ("lamp resource type", [Paragraph.__name__, Paragraph.__name__]),
        ("Properties", [Table.__name__]),
        ("JSON representation", [Annotation.__name__, Fence.__name__]),
    ]


@pytest.mark.parametrize("line_ending", ["\r\n", "\r"], ids=["CRLF", "CR"])
def test_line_endings_do_not_matter(line_ending: str) -> None:
    page = parse("a.md", PAGE.encode())
    assert parse("a.md", PAGE.replace("\n", line_ending).encode()) == page


def test_a_byte_order_mark_does_not_matter() -> None:
    page = parse("a.md", PAGE.encode())
    assert parse("a.md", PAGE.encode("utf-8-sig")) == page


WITHOUT_SECTIONS = {
    "only front matter": b"---\ntitle: a\n---\n",
    "only a comment": b"<!-- a -->",
}


@pytest.mark.parametrize("content", WITHOUT_SECTIONS.values(), ids=WITHOUT_SECTIONS)
def test_a_page_may_have_no_sections(content: bytes) -> None:
    checked = parse("a.md", content)
    assert (checked.value.sections, checked.diagnostics) == ((), ())


HOSTILE = {
    "a cell of ten megabytes": "|a|b|\n|-|-|\n|c|" + "d " * 5_000_000 + "|\n",
    "fifty thousand rows": "|a|b|\n|-|-|\n" + "|c|d|\n" * 50_000,
    "a thousand headings": "## a\n" * 1_000,
    "fifty thousand bold lines": "# a\n\n" + "**a**\n\n" * 50_000,
    "fifty thousand bold titles": "# a\n\n## b\n\n" + "**Members**\n\n" * 50_000,
    "ten thousand brackets": "[" * 10_000,
    "ten thousand unclosed comments": "<!-- a\n" * 10_000,
    "a hundred thousand backticks": "`" * 100_000,
    "a hundred thousand nested quotes": ">" * 100_000,
    "a hundred thousand nested lists": "- " * 100_000,
    "a hundred thousand stars": "*a" * 50_000,
    "unclosed fences": "````\n" + "```\n" * 10_000,
    "a row of ten thousand lines": "|a|b|\n|-|-|\n|c|d\n" + "e\n" * 10_000,
    "a million spaces in a delimiter row": "|a|\n|-" + " " * 1_000_000 + "x|",
    "a hundred thousand dashes in a sentence": "a " + "-" * 100_000 + " b",
    "fifty thousand columns without rows": "a " + "-|" * 50_000 + "b",
    "fifty thousand joined rows": "|a|b| |--|--| " + "|c|d| " * 50_000,
    "ten thousand unclosed includes": "[!INCLUDE [a](b\n" * 10_000,
    "fifty thousand directives": "::: a\n" * 50_000,
    "fifty thousand HTML cells": "<table><tr>" + "<td>a" * 50_000,
    "a hundred thousand tabs": "## Properties\n\n" + "a\t" * 100_000,
    "a code span in a hundred thousand cells": "## Properties\n\n|Property|Type|\n|---|---|\n|``a"
    + "|`b" * 100_000,
    "a hundred thousand invisible characters": "\u200b" * 100_000,
    "JSON of a hundred thousand levels": '<!-- {"blockType": ' + "[" * 100_000 + " -->",
    "a string of backslashes": '<!-- {"blockType": ' + '"\\' * 50_000 + " -->",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_page_is_parsed(text: str) -> None:
    assert parse("a.md", text.encode()).value.text == text
