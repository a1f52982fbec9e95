"""Comments are found, and what only looks like one is not."""

import pytest

from docgen.pycode.source_lines import comments

TEXTS = {
    "behind code": ("x = 1  # why\n", {1: "# why"}),
    "on a line of its own": ("x = 1\n\n  # why  \n", {3: "# why"}),
    "in a text": ('x = "# no"\n', {}),
    "in a long text": ('x = """\n# no\n"""  # yes\n', {3: "# yes"}),
    "behind an escaped quote": ('x = "\\"# no"\n', {}),
    "behind a quote in a comment": ("# it's\nx = '# no'\n", {1: "# it's"}),
    "behind a text with a quote in it": ('x = "it\'s"  # yes\n', {1: "# yes"}),
    "behind an empty text": ('x = ""  # yes\n', {1: "# yes"}),
    "in the braces of a text": ("x = f\"{a['#']}\"\n", {}),
}


@pytest.mark.parametrize(("text", "found"), TEXTS.values(), ids=TEXTS)
def test_comments_are_found(text: str, found: dict[int, str]) -> None:
    assert comments(text) == found
