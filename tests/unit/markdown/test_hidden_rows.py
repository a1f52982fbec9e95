"""Which rows are reported as hidden."""

import pytest

from docgen.markdown.parse import parse

HEAD = "|Property|Type|\n|--|--|\n"

HIDDEN = {
    "a row in a code block": (f"```\n{HEAD}|a|b|\n```\n", [4]),
    "a row in a comment": (f"<!--\n{HEAD}|a|b|\n-->\n", [4]),
    "rows in an unclosed code block that a later fence closes": (
        f"```\n{{}}\n## Methods\n{HEAD}|a|b|\n|c|d|\n```\n",
        [6, 7],
    ),
    "rows after no-break spaces": (
        "```\n\u00a0|Property|Type|\n\u00a0|--|--|\n\u00a0|a|b|\n```\n",
        [4],
    ),
    "a row, not its header, in a comment right below a table": (
        f"{HEAD}|a|b|\n<!--\n## Members\n{HEAD}|c|d|\n-->\n",
        [8],
    ),
    "a row in a comment that contains another": (
        f"<!-- a\n{HEAD}|a|b|\n<!-- c -->\n",
        [4],
    ),
    "rows without a delimiter row in a code block": (
        "```json\n{\n|a|b|\n|c|d|e|\n}\n```\n",
        [3, 4],
    ),
    "a row that a line separates from its delimiter row": (
        "```\n|Property|Type|\n\n|--|--|\n|a|b|\n```\n",
        [5],
    ),
    "rows in an unclosed comment that the next one closes": (
        "<!-- a\n\n|a|b|\n\n|c|d|\n<!-- e -->\n\nText.\n\n|Property|Type|\n|--|--|\n",
        [3, 5],
    ),
    "rows in HTML below a title in a code block": (
        "```\n{}\n\n## Properties\n\n<table>\n<tr><td>a</td></tr>\n</table>\n```\n",
        [7],
    ),
    "lines with tabs below a title in a code block": (
        "```\n{}\n## Relationships\na\tb\tThe a.\n```\n",
        [4],
    ),
    "items of a list below a title in a code block": (
        "```\n{}\n## Methods\n- [Get a](a.md)\n* Set a\n## b\n- c\n```\n",
        [4, 5],
    ),
    "items in bold or numbered below a title in a code block": (
        "```\n{}\n## Properties\n- **a**: String\n1. `b`: String\n## b\n- c\n```\n",
        [4, 5],
    ),
    "a joined table below a title in an unclosed comment": (
        "<!-- {\n## Members\n|Member|Value| |--|--|\n<!-- c -->\n",
        [3],
    ),
    "rows of each form below titles in closed comments": (
        "<!-- {\n## Properties\n|a|b|\n## Note\n- c\n## Members\n- d\n} -->\n"
        "## Properties\n- e\n\n<!--\n# Methods\n<tr><td>f</td></tr>\n-->\n- g\n",
        [3, 7, 14],
    ),
}
VISIBLE = {
    "a row of a table": f"{HEAD}|a|b|\n",
    "a row of a table in a list": "- |Property|Type|\n  |--|--|\n  |a|b|\n",
    "a row of empty cells": f"{HEAD}| | |\n",
    "a line with a pipe in a code block": "```\na | b\n```\n",
    "a command with pipes in a code block": "```\na | b | c\n||x||y\n```\n",
    "a header in a code block": f"```\n{HEAD}```\n",
    "items and tabs in a code block": "```\n- a\n\tb\tc\td\n```\n",
    "a row in a comment that is closed": "<!-- |a|b|\n|c|d|e| -->\n",
    "items below another title in a comment": "<!--\n## To do\n- a\n|b|c|\n-->\n",
    "items below another title in a code block": "```\n# Order\n- a\n```\n",
    "a row after a comment": f"{HEAD}<!-- a -->\n|a|b|\n",
    "rows of adjacent tables": f"{HEAD}|a|b|\n{HEAD}|c|d|\n",
    "a broken row": f"{HEAD}|a|b\nc|\n",
}


@pytest.mark.parametrize(("text", "lines"), HIDDEN.values(), ids=HIDDEN.keys())
def test_a_hidden_row_is_reported(text: str, lines: list[int]) -> None:
    diagnostics = parse("a.md", text.encode()).diagnostics
    hidden = [each for each in diagnostics if each.code == "hidden-row"]
    assert [each.span.line for each in hidden] == lines


@pytest.mark.parametrize("text", VISIBLE.values(), ids=VISIBLE.keys())
def test_a_visible_row_is_not_reported(text: str) -> None:
    diagnostics = parse("a.md", text.encode()).diagnostics
    assert [each for each in diagnostics if each.code == "hidden-row"] == []
