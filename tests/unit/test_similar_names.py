"""The known name that a misspelled one was probably meant to be."""

import pytest

from docgen.similar_names import names_by_length, similar_name

KNOWN = names_by_length(["sailor", "shipYard", "oar"])

NAMES = {
    "the name in another case": ("SAILOR", "sailor"),
    "one letter inserted": ("sailorr", "sailor"),
    "one letter missing": ("sailo", "sailor"),
    "one letter replaced": ("sailer", "sailor"),
    "two letters swapped": ("sialor", "sailor"),
    "two letters replaced": ("soiler", None),
    "another first letter": ("tailor", None),
    "a name that is too short": ("oer", None),
    "an empty name": ("", None),
}


@pytest.mark.parametrize(("name", "expected"), NAMES.values(), ids=NAMES)
def test_similar_name(name: str, expected: str | None) -> None:
    assert similar_name(name, KNOWN) == expected
