"""The nearest known name."""

import pytest

from docgen.resolve.similar_names import nearest, shelves

KNOWN = shelves(["sailor", "shipYard", "oar"])

NEAR = {
    "the name in another case": ("SAILOR", "sailor"),
    "a letter too many": ("sailorr", "sailor"),
    "a letter too few": ("sailo", "sailor"),
    "another letter": ("sailer", "sailor"),
    "two letters in the wrong order": ("sialor", "sailor"),
    "two other letters": ("soiler", None),
    "another first letter": ("tailor", None),
    "too short a name": ("oer", None),
    "nothing": ("", None),
}


@pytest.mark.parametrize(("name", "near"), NEAR.values(), ids=NEAR)
def test_near_is(name: str, near: str | None) -> None:
    assert nearest(name, KNOWN) == near
