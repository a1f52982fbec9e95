"""The outline of a page."""

from docgen.markdown.page_outline import page_outline
from docgen.markdown.parse import parse

PAGE = """---
title: "Ship"
---
# ship resource type

A [ship](ship.md) sails.

> Note: it floats.

- by wind
- by oar

|Property|Type|
|---|---|
|hull|String|

<!-- {"blockType": "resource"} -->
```json
{
}
```
"""


def test_an_outline_has_each_block_with_its_line() -> None:
    assert page_outline(parse("ship.md", PAGE.encode()).value) == (
        "page ship.md\n"
        "  2 title: Ship\n"
        "# 4 ship resource type\n"
        "  6 paragraph: A ship sails. <ship.md>\n"
        "  8 quote: Note: it floats.\n"
        "  10 item: by wind\n"
        "  11 item: by oar\n"
        "  13 table: Property | Type\n"
        "  15   hull | String\n"
        '  17 annotation: {"blockType": "resource"}\n'
        "  18 code json: 2 lines\n"
    )


def test_long_text_is_shortened() -> None:
    shown = page_outline(parse("a.md", b"x " * 1_000).value)
    assert shown.endswith("...\n")
    assert len(shown) < 120
