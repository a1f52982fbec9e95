"""Conflict markers are reported and masked."""

import pytest

from docgen.markdown.masking import mask_conflict_markers

MARKERS: dict[str, tuple[str, list[int]]] = {
    "of a complete conflict": ("<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n", [1, 3, 5]),
    "with the common ancestor": (
        "<<<<<<< a\nx\n||||||| c\nz\n=======\ny\n>>>>>>> b",
        [1, 3, 5, 7],
    ),
    "of half a conflict": ("x\n>>>>>>> b\n", [2]),
    "none": ("x\n", []),
    "not the underline of a heading": ("x\n=======\n", []),
    "seven nested quotes": (">>>>>>>", [1]),
    "not eight characters": ("<<<<<<<< a\n", []),
    "not within a line": ("a <<<<<<< b\n", []),
}


@pytest.mark.parametrize(("text", "lines"), MARKERS.values(), ids=MARKERS)
def test_conflict_markers_are_reported_and_masked(text: str, lines: list[int]) -> None:
    checked = mask_conflict_markers("a.md", text)
    assert [each.span.line for each in checked.diagnostics] == lines
    assert checked.value.ignored_lines == frozenset(line - 1 for line in lines)
    kept = checked.value.text.split("\n")
    assert all(not kept[line - 1].strip() for line in lines)
    assert len(checked.value.text) == len(text)
