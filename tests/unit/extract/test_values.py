"""Values in descriptions: possible values, defaults, operators of `$filter`."""

import pytest

from docgen.extract.values import (
    MAX_LEADS,
    ListedValue,
    default_value,
    describes_flags,
    filter_operators,
    values_and_combinations,
)

POSSIBLE_VALUES: dict[str, tuple[str, tuple[str, ...]]] = {
    "code": ("Possible values are: `low`, `high`.", ("low", "high")),
    "the possible values": ("The possible values are: `low`, `high`.", ("low", "high")),
    "no verb": ("Possible values: `AND`, `OR`", ("AND", "OR")),
    "an ampersand": (
        "Possible values: `low` , `mid` & `high`.",
        ("low", "mid", "high"),
    ),
    "an ampersand as an entity": (
        "Values: `low`, `mid` &amp; `high`.",
        ("low", "mid", "high"),
    ),
    "no colon": ("Possible values are `low`, and `high`.", ("low", "high")),
    "valid values": ("Valid values are `low` or `high`.", ("low", "high")),
    "allowed values": ("Allowed values: `low`.", ("low",)),
    "include": ("Possible values include: `low`, `high`.", ("low", "high")),
    "possible values for a noun": ("Possible values for depth are: `low`.", ("low",)),
    "a narrow no-break space": ("Possible values are\u202f`low`.", ("low",)),
    "two backticks around one": (
        "Possible values are: ``a ` b``, ``low``.",
        ("a ` b", "low"),
    ),
    "three backticks": (
        "Possible values are: ```low```, ``` high ```.",
        ("low", "high"),
    ),
    "different code spans": (
        "Possible values are: `low`, ``mid``, ```high```.",
        ("low", "mid", "high"),
    ),
    "linked code": (
        "Possible values are: [`low`](a.md), [`high`](b.md).",
        ("low", "high"),
    ),
    "no-break spaces as references": (
        "Possible values are:&nbsp;`low`,&nbsp;`high`.",
        ("low", "high"),
    ),
    "bold": ("Possible values are: **low**, **high**.", ("low", "high")),
    "italics": ("Possible values are: *low*, *high*.", ("low", "high")),
    "quotation marks": ("Possible values are: 'low', 'high'.", ("low", "high")),
    "numbers": ("Possible values are: 0 - `low`, 1 - `high`.", ("low", "high")),
    "explanations": (
        "Possible values are: `low` (by night), `high` (by day).",
        ("low", "high"),
    ),
    "values on separate lines": (
        "Possible values are:<br>`low` - by night<br>`high` - by day",
        ("low", "high"),
    ),
    "an HTML list": (
        "Possible values are: <ul><li>`low`</li><li>`high`</li></ul>",
        ("low", "high"),
    ),
    "plain words": ("Possible values are: low, mid, or high.", ("low", "mid", "high")),
    "plain words that are a sentence": ("Possible values are described below.", ()),
    "a repeated value": ("Possible values are: `low`, `low`.", ("low",)),
    "null is not a value": ("Possible values are: `null`, `low`.", ("low",)),
    "a value with a space": ("Possible values are: `very low`.", ("very low",)),
    "a space at the end of the code": ("Possible values are: `low `.", ("low",)),
    "code after the list": (
        "Possible values are: `low`, `high`. See `other`.",
        ("low", "high"),
    ),
    "a range": ("Valid values 0 to 100", ()),
    "no list": ("The possible values depend on the sea.", ()),
    "an empty description": ("", ()),
    "two backticks": ("Possible values are: ``low``, ``high``.", ("low", "high")),
    "code in HTML": (
        "Valid values: <code>low</code>, <code>high</code>.",
        ("low", "high"),
    ),
    "bold code": ("Possible values are **`low`** and **`high`**.", ("low", "high")),
    "curly quotation marks": (
        "Possible values: \u201clow\u201d, \u2018high\u2019.",
        ("low", "high"),
    ),
    "names of numbers": (
        "Possible values are: `1` (for `low`), `2` (for `high`).",
        ("low", "high"),
    ),
    "a range of numbers": ("Possible values are: `0` - `100`.", ("0",)),
    "a remark after a number": (
        "Possible values are: `5` (default), `6`.",
        ("5", "6"),
    ),
    "code of samples in HTML": (
        "Possible values are: <samp>low</samp>, <var>high</var>.",
        ("low", "high"),
    ),
    "quotation marks in code": (
        """Possible values are: `"low"`, `'mid'`, `high`.""",
        ("low", "mid", "high"),
    ),
    "one of several values": ("Can be one of `low`, `high`.", ("low", "high")),
    "one of, at the start": ("One of: `low` or `high`.", ("low", "high")),
    "either of two values": ("Must be either `low` or `high`.", ("low", "high")),
    "values with a colon": ("Its depth. Values: low, high.", ("low", "high")),
    "one of one value": ("Can be one of `low`.", ()),
    "one of plain words": ("One of the ships, boats.", ()),
    "explanations that are sentences": (
        "Possible values are: `low`: By night. `high`: By day. See `depth`.",
        ("low", "high"),
    ),
    "explanations after dashes": (
        "Possible values are: `low` - By night. `high` - By day.",
        ("low", "high"),
    ),
    "another sentence": ("Possible values are: `low`. `high` is not used.", ("low",)),
    "one code span with commas": (
        "Possible values are: `low, mid,high`.",
        ("low", "mid", "high"),
    ),
    "one code span with pipes": ("Possible values: `low|high`.", ("low", "high")),
    "one code span with words": (
        "Possible values: `very low, high`.",
        ("very low, high",),
    ),
    "mistaken quotation marks": (
        "Possible values: \u2018low\u2019, \u2019high\u2019.",
        ("low", "high"),
    ),
    "one or more of": ("One or more of: `low`, `high`.", ("low", "high")),
    "any of": ("Can be any of the following: `low`, `high`.", ("low", "high")),
    "names of properties": ("Should be one of `id` and `name` properties.", ()),
    "names of objects": ("Is either a `ship`, `boat` object.", ()),
    "names of objects after a colon": ("Can be one of: `ship`, `boat` resources.", ()),
    "names of fields": ("The values: `id`, `name` fields are required.", ()),
    "a condition": ("Set if `kind` is either `low` or `high`.", ()),
    "another condition": ("Only used when **kind** is one of: `low`, `high`.", ()),
    "after a condition": ("If set, must be one of `low`, `high`.", ("low", "high")),
    "the word values after them": ("Is one of `low`, `high` values.", ("low", "high")),
    "invisible characters": (
        "Possible values are: `\u200blow`, `hi\u00adgh\u2060`.",
        ("low", "high"),
    ),
    "not one of": ("It cannot be one of `low` or `high`.", ()),
    "combined values": ("Possible values are: `a`, `b`, `a,b`.", ("a", "b")),
}


def listed_values(source: str) -> tuple[ListedValue, ...]:
    values, _ = values_and_combinations(source)
    return values


@pytest.mark.parametrize(
    ("source", "values"), POSSIBLE_VALUES.values(), ids=POSSIBLE_VALUES
)
def test_possible_values_are_parsed(source: str, values: tuple[str, ...]) -> None:
    assert tuple(one.name for one in listed_values(source)) == values


NUMBERS = {
    "before the value": "Possible values are: 1 - `low`, 2 - `high`.",
    "in brackets after the value": "Possible values are: `low` (1), `high` (2).",
    "after an equals sign": "Possible values are: `low` = 1, `high` = `2`.",
    "as the value": "Possible values are: `1` = `low`, `2`: `high`.",
    "as the value of a word": "Possible values are: `1` for low or `2` for high.",
    "as the value of a plain word": "Possible values are: `1`: low, `2` = high.",
    "on separate lines": "Possible values are:<br>`1` - `low`<br>`2` - `high`",
}


@pytest.mark.parametrize("source", NUMBERS.values(), ids=NUMBERS)
def test_values_may_have_numbers(source: str) -> None:
    assert listed_values(source) == (("low", 1), ("high", 2))


FLAGS = {
    "not a multi-valued enumeration": False,
    "A flags enumerator that allows several members.": True,
    "This is a multi\u2011valued enumeration.": True,
    "A multi-select enumeration of colours": True,
    "Bit flags of the colours": True,
    "A multiple-valued enumeration.": True,
    "This enumeration allows multiple values.": True,
    "The enum supports flags.": True,
    "A comma-separated list of values.": True,
    "You can specify several values separated by commas.": True,
    "More than one value can be selected.": True,
    "You can use more than one value, separated by a comma.": True,
    "Use a comma to separate multiple values.": True,
    "Any combination of the following values.": True,
    "A comma-separated list of names.": False,
    "Possible values are: low, high, or a combination of these.": True,
    "Possible values are: low, high, or any combination.": True,
    "The values can be OR'ed together.": True,
    "A combination of values from the table.": True,
    "Supports multiple values.": True,
    "One or more of the following values: low, high.": True,
    "One or more of the ships.": False,
    "A combination of letters.": False,
    "Only one value can be selected.": False,
    "Values may be combined with commas.": True,
    "You can combine multiple values.": True,
    "This is a multi-valued enumeration.": True,
    "A multivalued enum whose values may be combined.": True,
    "A bitmask of the doors.": True,
    "The bitwise combination of doors.": True,
    "The allowed combinations are listed.": True,
    "A multi-value property.": False,
    "The flag of the ship.": False,
}


@pytest.mark.parametrize(("text", "is_flags"), FLAGS.items(), ids=FLAGS)
def test_a_description_may_describe_flags(text: str, is_flags: bool) -> None:
    assert describes_flags(text) is is_flags


def test_fifty_thousand_values_are_parsed() -> None:
    names = [f"`v{number}`" for number in range(50_000)]
    found = listed_values("Possible values are: " + ", ".join(names))
    assert len(found) == 50_000


def test_at_most_max_leads_are_parsed() -> None:
    lead, values = "Valid values are ! ", "Valid values are `low`."
    assert listed_values(lead * (MAX_LEADS - 1) + values) == (("low", None),)
    assert listed_values(lead * MAX_LEADS + values) == ()


DEFAULTS = {
    "default value is": ("Default value is `low`.", "low"),
    "the default is": ("The default is `low`.", "low"),
    "defaults to": ("Optional. Defaults to `true`.", "true"),
    "default with a colon": ("Default: **low**.", "low"),
    "a plain boolean": ("Default is false Inherited from ship", "false"),
    "a number": ("Default value is 30 seconds.", "30"),
    "a plain word at the end": ("Default is low.", "low"),
    "a quoted word": ("The default value is 'low'.", "low"),
    "a literal before (default)": ("`low` (default), `high`", "low"),
    "null is not a default": ("The default is `null`.", None),
    "by default": ("By default, it is low.", None),
    "prose": ("The default is the first one.", None),
    "default as an adjective": ("The default sail.", None),
    "an empty description": ("", None),
}


@pytest.mark.parametrize(("source", "value"), DEFAULTS.values(), ids=DEFAULTS)
def test_the_default_value_is_parsed(source: str, value: str | None) -> None:
    assert default_value(source) == value


FILTERS = {
    "a list": ("Supports $filter (eq, ne).", ("eq", "ne")),
    "no space before the list": ("Supports $filter(eq,ne).", ("eq", "ne")),
    "upper and lower case": (
        "Supports $filter (EQ, NOT, startswith).",
        ("eq", "not", "startsWith"),
    ),
    "and": ("Supports $filter (eq and in operators).", ("eq", "in")),
    "an operator with $count": ("Supports $filter (eq, /$count eq 0).", ("eq",)),
    "no list": ("Supports $filter.", ()),
    "no $filter": ("The name.", ()),
}


@pytest.mark.parametrize(("text", "operators"), FILTERS.values(), ids=FILTERS)
def test_filter_operators_are_parsed(text: str, operators: tuple[str, ...]) -> None:
    assert filter_operators(text) == operators
