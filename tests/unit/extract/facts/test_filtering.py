"""The operators that a property can be filtered by."""

import pytest

from docgen.extract.facts.filtering import filter_operators

FILTERS = {
    "a list": ("Supports $filter (eq, ne).", ("eq", "ne")),
    "without a blank": ("Supports $filter(eq,ne).", ("eq", "ne")),
    "in any case": (
        "Supports $filter (EQ, NOT, startswith).",
        ("eq", "not", "startsWith"),
    ),
    "with and": ("Supports $filter (eq and in operators).", ("eq", "in")),
    "with a count": ("Supports $filter (eq, /$count eq 0).", ("eq",)),
    "no list": ("Supports $filter.", ()),
    "not at all": ("The name.", ()),
}


@pytest.mark.parametrize(("text", "operators"), FILTERS.values(), ids=FILTERS)
def test_operators_are_listed(text: str, operators: tuple[str, ...]) -> None:
    assert filter_operators(text) == operators
