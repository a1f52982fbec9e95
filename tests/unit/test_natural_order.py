"""The natural order of names."""

import pytest

from docgen.natural_order import natural_key


@pytest.mark.parametrize(
    "names",
    [
        ["item2", "item10"],
        ["a", "B", "c"],
        ["item", "item1", "items"],
        ["2a", "10a"],
        ["v1.9", "v1.10", "v2.0"],
        ["", "1", "a"],
    ],
    ids=str,
)
def test_sorted_names_stay_as_they_are(names: list[str]) -> None:
    shuffled = names[1:] + names[:1]
    assert sorted(shuffled, key=natural_key) == names
