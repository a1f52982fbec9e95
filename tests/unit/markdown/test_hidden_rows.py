"""Which rows are reported as hidden."""

import pytest

from docgen.markdown.hidden_rows import hidden_rows
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
    "a row in a comment that contains another": (
        f"<!-- a\n{HEAD}|a|b|\n<!-- c -->\n",
        [4],
    ),
}
VISIBLE = {
    "a row of a table": f"{HEAD}|a|b|\n",
    "a row of a table in a list": "- |Property|Type|\n  |--|--|\n  |a|b|\n",
    "a row of empty cells": f"{HEAD}| | |\n",
    "a line with a pipe in a code block": "```\na | b\n```\n",
    "a row after a comment": f"{HEAD}<!-- a -->\n|a|b|\n",
    "rows of adjacent tables": f"{HEAD}|a|b|\n{HEAD}|c|d|\n",
    "a broken row": f"{HEAD}|a|b\nc|\n",
}


@pytest.mark.parametrize(("text", "lines"), HIDDEN.values(), ids=HIDDEN.keys())
def test_a_hidden_row_is_reported(text: str, lines: list[int]) -> None:
    page = parse("a.md", text.encode()).value
    diagnostics = hidden_rows("a.md", text, page.sections, ())
    assert [each.span.line for each in diagnostics] == lines


@pytest.mark.parametrize("text", VISIBLE.values(), ids=VISIBLE.keys())
def test_a_visible_row_is_not_reported(text: str) -> None:
    diagnostics = parse("a.md", text.encode()).diagnostics
    assert [each for each in diagnostics if each.code == "hidden-row"] == []
