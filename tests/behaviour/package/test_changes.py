"""`changes`: the body of an update request."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from graph import changes

CHANGES: dict[str, tuple[Mapping[str, object], Mapping[str, object], object]] = {
    "no change": ({"a": 1}, {"a": 1}, {}),
    "a changed value": ({"a": 1, "b": 2}, {"a": 3, "b": 2}, {"a": 3}),
    "an added key": ({}, {"a": None}, {"a": None}),
    "a removed key": ({"a": 1, "b": 2}, {"b": 2}, {"a": None}),
    "a changed nested object": (
        {"a": {"b": 1, "c": 2}},
        {"a": {"b": 1, "c": 3}},
        {"a": {"b": 1, "c": 3}},
    ),
    "a number that becomes a Boolean": ({"a": 1}, {"a": True}, {"a": True}),
    "a Boolean that becomes a number": ({"a": False}, {"a": 0}, {"a": 0}),
    "a Boolean in a list": ({"a": [[0]]}, {"a": [[False]]}, {"a": [[False]]}),
    "a Boolean in an object": (
        {"a": {"b": 1}},
        {"a": {"b": True}},
        {"a": {"b": True}},
    ),
    "an integer that becomes the same float": ({"a": [1]}, {"a": [1.0]}, {}),
    "a list that becomes longer": ({"a": [1]}, {"a": [1, 2]}, {"a": [1, 2]}),
    "a key of a nested object": ({"a": {"b": 1}}, {"a": {"c": 1}}, {"a": {"c": 1}}),
    "a number that becomes a string": ({"a": 1}, {"a": "1"}, {"a": "1"}),
    "a float that becomes the same decimal number": (
        {"a": 0.1},
        {"a": Decimal("0.1")},
        {},
    ),
    "a decimal number that differs in the last digit": (
        {"a": Decimal("12345678901234567.89")},
        {"a": Decimal("12345678901234567.88")},
        {"a": Decimal("12345678901234567.88")},
    ),
    "a decimal number that is rounded to a float": (
        {"a": Decimal("12345678901234567.89")},
        {"a": [12345678901234567.89]},
        {"a": [12345678901234567.89]},
    ),
    "a null in a list that becomes false": (
        {"a": [None]},
        {"a": [False]},
        {"a": [False]},
    ),
    "a removed annotation of a property": ({"a@odata.count": 2}, {}, {}),
    "a changed value of an object with a type": (
        {"@odata.type": "#t", "a": 1},
        {"@odata.type": "#t", "a": 2},
        {"@odata.type": "#t", "a": 2},
    ),
    "no change of an object with a type": (
        {"@odata.type": "#t", "a": 1},
        {"@odata.type": "#t", "a": 1},
        {},
    ),
    "a removed annotation": ({"@odata.etag": "x", "a": 1}, {"a": 1}, {}),
}


@pytest.mark.parametrize(
    ("before", "after", "body"), CHANGES.values(), ids=CHANGES.keys()
)
def test_changes(
    before: Mapping[str, object], after: Mapping[str, object], body: object
) -> None:
    assert repr(changes(before, after)) == repr(body)  # `True == 1` in Python
