"""What to send when an object changed."""

from collections.abc import Mapping

import pytest

from graph import changes

CHANGES: dict[str, tuple[Mapping[str, object], Mapping[str, object], object]] = {
    "nothing": ({"a": 1}, {"a": 1}, {}),
    "another value": ({"a": 1, "b": 2}, {"a": 3, "b": 2}, {"a": 3}),
    "what is new": ({}, {"a": None}, {"a": None}),
    "what is gone, as a null": ({"a": 1, "b": 2}, {"b": 2}, {"a": None}),
    "an object inside, as a whole": (
        {"a": {"b": 1, "c": 2}},
        {"a": {"b": 1, "c": 3}},
        {"a": {"b": 1, "c": 3}},
    ),
    "no annotation that is gone": ({"@odata.etag": "x", "a": 1}, {"a": 1}, {}),
}


@pytest.mark.parametrize(
    ("before", "after", "sent"), CHANGES.values(), ids=CHANGES.keys()
)
def test_the_body_of_an_update_has(
    before: Mapping[str, object], after: Mapping[str, object], sent: object
) -> None:
    assert changes(before, after) == sent
