"""Conflict markers: lines that a merge left behind."""

import pytest

from docgen.markdown.masking import mask_conflict_markers

MARKERS: dict[str, tuple[str, list[int]]] = {
    "of a whole conflict": ("<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n", [1, 3, 5]),
    "with the common ancestor": (
        "<<<<<<< a\nx\n||||||| c\nz\n=======\ny\n>>>>>>> b",
        [1, 3, 5, 7],
    ),
    "of half a conflict": ("x\n>>>>>>> b\n", [2]),
    "none": ("x\n", []),
    "a line below a title is none": ("x\n=======\n", []),
    "seven quotes are one": (">>>>>>>", [1]),
    "eight marks are none": ("<<<<<<<< a\n", []),
    "marks in a line are none": ("a <<<<<<< b\n", []),
}


@pytest.mark.parametrize(("text", "lines"), MARKERS.values(), ids=MARKERS)
def test_markers_are_told_and_passed_over(text: str, lines: list[int]) -> None:
    checked = mask_conflict_markers("a.md", text)
    assert [told.span.line for told in checked.diagnostics] == lines
    assert checked.value.ignored_lines == frozenset(line - 1 for line in lines)
    kept = checked.value.text.split("\n")
    assert all(not kept[line - 1].strip() for line in lines)
    assert len(checked.value.text) == len(text)
