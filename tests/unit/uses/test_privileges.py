"""The least privileged permissions that operations need together."""

import itertools

import pytest

from docgen.uses.privileges import least_privileged

Alternatives = dict[str, list[tuple[str, ...]]]

CASES: dict[str, tuple[Alternatives, list[str]]] = {
    "nothing": ({}, []),
    "the first one": ({"a": [("r",), ("w",)]}, ["r"]),
    "one that is needed anyway": (
        {"a": [("basic",), ("r",), ("w",)], "b": [("r",), ("w",)]},
        ["r"],
    ),
    "no more privileged one for fewer": (
        {"a": [("x",), ("all",)], "b": [("y",), ("all",)]},
        ["x", "y"],
    ),
    "several that are needed together": (
        {"a": [("x", "y")], "b": [("x",), ("z",)]},
        ["x", "y"],
    ),
    "several that others need": (
        {"a": [("x",), ("y", "z")], "b": [("y",), ("w",)], "c": [("z",), ("x",)]},
        ["y", "z"],
    ),
    "two of which either is enough": (
        {"a": [("x",), ("y",)], "b": [("y",), ("x",)]},
        ["y"],
    ),
    "a chain": (
        {"a": [("1",), ("2",)], "b": [("2",), ("3",)], "c": [("3",)]},
        ["1", "3"],
    ),
    "an operation without permissions": ({"a": [], "b": [("x",)]}, ["x"]),
}


@pytest.mark.parametrize(("operations", "expected"), CASES.values(), ids=CASES)
def test_permissions_that_are_needed(
    operations: Alternatives, expected: list[str]
) -> None:
    for order in itertools.permutations(operations.items()):
        found = least_privileged(dict(order))
        assert sorted(one.permission for one in found) == expected


def test_alternatives_of_each_operation() -> None:
    (found,) = least_privileged({"a": [("basic",), ("r",)], "b": [("r",), ("w",)]})
    assert found.operations == ("a", "b")
    assert found.alternatives == {"a": (("basic",),), "b": (("w",),)}
