"""Lists of values: the leads, the marks, the separators."""

import pytest

from docgen.extract.facts.possible_values import MOST_LEADS, possible_values

VALUES: dict[str, tuple[str, tuple[str, ...]]] = {
    "in code": ("Possible values are: `low`, `high`.", ("low", "high")),
    "with the": ("The possible values are: `low`, `high`.", ("low", "high")),
    "without a verb": ("Possible values: `AND`, `OR`", ("AND", "OR")),
    "without a colon": ("Possible values are `low`, and `high`.", ("low", "high")),
    "valid values": ("Valid values are `low` or `high`.", ("low", "high")),
    "allowed values": ("Allowed values: `low`.", ("low",)),
    "include": ("Possible values include: `low`, `high`.", ("low", "high")),
    "for something": ("Possible values for depth are: `low`.", ("low",)),
    "an odd blank before": ("Possible values are\u202f`low`.", ("low",)),
    "in bold": ("Possible values are: **low**, **high**.", ("low", "high")),
    "in italics": ("Possible values are: *low*, *high*.", ("low", "high")),
    "in quotation marks": ("Possible values are: 'low', 'high'.", ("low", "high")),
    "with numbers": ("Possible values are: 0 - `low`, 1 - `high`.", ("low", "high")),
    "with explanations": (
        "Possible values are: `low` (by night), `high` (by day).",
        ("low", "high"),
    ),
    "on lines of their own": (
        "Possible values are:<br>`low` - by night<br>`high` - by day",
        ("low", "high"),
    ),
    "in a list": (
        "Possible values are: <ul><li>`low`</li><li>`high`</li></ul>",
        ("low", "high"),
    ),
    "bare words": ("Possible values are: low, mid, or high.", ("low", "mid", "high")),
    "bare words that go on": ("Possible values are described below.", ()),
    "a value twice": ("Possible values are: `low`, `low`.", ("low",)),
    "null is not a value": ("Possible values are: `null`, `low`.", ("low",)),
    "values with blanks": ("Possible values are: `very low`.", ("very low",)),
    "a blank inside the code": ("Possible values are: `low `.", ("low",)),
    "text behind the list": (
        "Possible values are: `low`, `high`. See `other`.",
        ("low", "high"),
    ),
    "a range": ("Valid values 0 to 100", ()),
    "no list": ("The possible values depend on the sea.", ()),
    "nothing": ("", ()),
}


@pytest.mark.parametrize(("source", "values"), VALUES.values(), ids=VALUES)
def test_values_are_listed(source: str, values: tuple[str, ...]) -> None:
    assert possible_values(source) == values


def test_fifty_thousand_values_are_read() -> None:
    names = [f"`v{number}`" for number in range(50_000)]
    found = possible_values("Possible values are: " + ", ".join(names))
    assert len(found) == 50_000


def test_leads_beyond_the_most_are_not_looked_behind() -> None:
    lead, values = "Valid values are ! ", "Valid values are `low`."
    assert possible_values(lead * (MOST_LEADS - 1) + values) == ("low",)
    assert possible_values(lead * MOST_LEADS + values) == ()
