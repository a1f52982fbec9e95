"""Marks: which lines of the manifest are one."""

import pytest

from docgen.edits.base import REMOVED
from docgen.output.marks import has_marks

FINGERPRINT = "8e30c8f4521bf230"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"Team.size\t{REMOVED}", True),
        (f"Team.size^\t{FINGERPRINT}", True),
        (f"Team.size\t{FINGERPRINT}", False),
        (f"Team.*\t{FINGERPRINT}", False),
        (f"Team.zeros\t{FINGERPRINT[:-4]}0000", False),
    ],
    ids=["removed", "a neighbour", "a definition", "an order", "zeros at an end"],
)
def test_is_a_mark(line: str, expected: bool) -> None:
    assert has_marks([f"Team\t{FINGERPRINT}", line]) is expected
