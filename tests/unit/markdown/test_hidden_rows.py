"""Which rows are told to be in no table."""

import pytest

from docgen.markdown.hidden_rows import hidden_rows
from docgen.markdown.parse import parse

HEAD = "|Property|Type|\n|--|--|\n"

HIDDEN = {
    "a row in a block of code": (f"```\n{HEAD}|a|b|\n```\n", [4]),
    "a row in a comment": (f"<!--\n{HEAD}|a|b|\n-->\n", [4]),
    "a row that a closing from further on hides": (
        f"```\n{{}}\n## Methods\n{HEAD}|a|b|\n|c|d|\n```\n",
        [6, 7],
    ),
    "rows behind blanks of another kind": (
        "```\n\u00a0```\n\u00a0|Property|Type|\n\u00a0|--|--|\n\u00a0|a|b|\n",
        [5],
    ),
    "a row in a comment that begins in another": (
        f"<!-- a\n{HEAD}|a|b|\n<!-- c -->\n",
        [4],
    ),
}
SEEN = {
    "a row of a table": f"{HEAD}|a|b|\n",
    "a row of a table in a list": "- |Property|Type|\n  |--|--|\n  |a|b|\n",
    "a row of blank cells, which is told as such": f"{HEAD}| | |\n",
    "a line with a pipe in a block of code without a table": "```\na | b\n```\n",
    "a row behind a comment": f"{HEAD}<!-- a -->\n|a|b|\n",
    "a row of one table above another": f"{HEAD}|a|b|\n{HEAD}|c|d|\n",
    "a broken row": f"{HEAD}|a|b\nc|\n",
}


@pytest.mark.parametrize(("text", "lines"), HIDDEN.values(), ids=HIDDEN.keys())
def test_told(text: str, lines: list[int]) -> None:
    page = parse("a.md", text.encode()).value
    told = hidden_rows("a.md", text, page.sections, ())
    assert [each.span.line for each in told] == lines


@pytest.mark.parametrize("text", SEEN.values(), ids=SEEN.keys())
def test_not_told(text: str) -> None:
    told = parse("a.md", text.encode()).diagnostics
    assert [each for each in told if each.code == "hidden-row"] == []
