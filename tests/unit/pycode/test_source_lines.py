"""Comments are found; strings that look like comments are not."""

import pytest

from docgen.pycode.source_lines import comments

SOURCES = {
    "after code": ("x = 1  # why\n", {1: "# why"}),
    "on a separate line": ("x = 1\n\n  # why  \n", {3: "# why"}),
    "in a string": ('x = "# no"\n', {}),
    "after a multi-line string": ('x = """\n# no\n"""  # yes\n', {3: "# yes"}),
    "after an escaped quote": ('x = "\\"# no"\n', {}),
    "after a quote in a comment": ("# it's\nx = '# no'\n", {1: "# it's"}),
    "after a string with a quote": ('x = "it\'s"  # yes\n', {1: "# yes"}),
    "after an empty string": ('x = ""  # yes\n', {1: "# yes"}),
    "in an f-string": ("x = f\"{a['#']}\"\n", {}),
}


@pytest.mark.parametrize(("source", "expected"), SOURCES.values(), ids=SOURCES)
def test_comments(source: str, expected: dict[int, str]) -> None:
    assert comments(source) == expected
