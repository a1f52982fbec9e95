"""Enum types: pages and sections that declare one, and their members."""

from collections.abc import Callable

import pytest

from docgen.diagnostics import Result
from docgen.extract.declarations import Declarations, EnumDeclaration

Extracts = Callable[[str], Result[Declarations]]

HEAD = "# depth enum type\n\nNamespace: harbour\n\nHow deep.\n\n"
MEMBERS = "## Members\n|Member|Value|Description|\n|---|---|---|\n"


def enums(found: Result[Declarations]) -> list[EnumDeclaration]:
    return [one for one in found.value.types if isinstance(one, EnumDeclaration)]


FORMS = {
    "member, value, description": MEMBERS + "|low|0|.|\n|high|1|.|",
    "member and description": (
        "## Members\n|Member|Description|\n|---|---|\n|low|.|\n|high|.|"
    ),
    "members": "## Members\n|Members|Value|\n|---|---|\n|low|0|\n|high|1|",
    "one column": "## Members\n|Member|\n|---|\n|low|\n|high|",
    "bold names and code": "## Members\n|Member|\n|---|\n|**low**|\n|`high`|",
    "only a column of values": "## Members\n|Value|\n|---|\n|low|\n|high|",
}


@pytest.mark.parametrize("table", FORMS.values(), ids=FORMS)
def test_the_page_of_an_enum_lists_members(extracts: Extracts, table: str) -> None:
    (found,) = enums(extracts(HEAD + table))
    assert (found.namespace, found.name, found.anchor) == ("harbour", "depth", "")
    assert [member.name for member in found.members] == ["low", "high"]
    assert found.description == "How deep."


def test_a_page_with_only_members_declares_an_enum(extracts: Extracts) -> None:
    (found,) = enums(extracts("# depth resource type\n" + MEMBERS + "|low|0|.|"))
    assert found.name == "depth"


def test_the_page_of_an_enum_may_have_an_annotation(extracts: Extracts) -> None:
    note = '\n\n<!-- {"blockType": "resource", "@odata.type": "a.depth"} -->\n'
    (found,) = enums(extracts(HEAD + MEMBERS + "|low|0|.|" + note))
    assert (found.namespace, found.name) == ("a", "depth")


MEMBER_CELLS = {
    "a word": ("low", "low", 1),
    "a name with a space": ("JIS B4", "JIS B4", 1),
    "a keyword": ("None", "None", 1),
    "deprecated": ("low (deprecated)", "low", 1),
}


@pytest.mark.parametrize(
    ("cell", "name", "value"), MEMBER_CELLS.values(), ids=MEMBER_CELLS
)
def test_a_member_is_parsed(
    extracts: Extracts, cell: str, name: str, value: int
) -> None:
    (found,) = enums(extracts(HEAD + MEMBERS + f"|{cell}|{value}|Deep.|"))
    (member,) = found.members
    assert (member.name, member.value, member.description) == (name, value, "Deep.")


VALUES = {
    "a number": ("7", 7),
    "a negative number": ("-1", -1),
    "a word": ("x", None),
    "an empty cell": ("", None),
}


@pytest.mark.parametrize(("cell", "value"), VALUES.values(), ids=VALUES)
def test_the_value_of_a_member_is_a_number(
    extracts: Extracts, cell: str, value: int | None
) -> None:
    (found,) = enums(extracts(HEAD + MEMBERS + f"|low|{cell}|.|"))
    assert [member.value for member in found.members] == [value]


NUMBERS = {
    "Value and Int": ("Value", "Int", "1", 1),
    "Value and Number": ("Value", "Number", "1", 1),
    "Value and Numeric value": ("Value", "Numeric value", "1", 1),
    "Value and Integer value": ("Value", "Integer value", "1", 1),
    "Member and Integer": ("Member", "Integer", "1", 1),
    "Member and Enum value": ("Member", "Enum value", "1", 1),
    "Name and Code": ("Name", "Code", "1", 1),
    "Member and Hex": ("Member", "Hex", "0x1F", 31),
    "a sign": ("Member", "Int", "+1", 1),
    "the largest number": ("Member", "Int", "9223372036854775807", 2**63 - 1),
    "text below Code": ("Name", "Code", "one", None),
    "a number that is too large": ("Member", "Int", "0x8000000000000000", None),
    "the position of a bit": ("Member", "Bit", "1", None),
    "the order": ("Member", "Order", "1", None),
}


@pytest.mark.parametrize(
    ("first", "second", "cell", "value"), NUMBERS.values(), ids=NUMBERS
)
def test_numbers_are_below_other_headers(
    extracts: Extracts, first: str, second: str, cell: str, value: int | None
) -> None:
    table = f"## Members\n|{first}|{second}|Description|\n|---|---|---|\n"
    found = extracts(HEAD + table + f"|low|{cell}|Deep.|")
    ((member,),) = (one.members for one in enums(found))
    assert (member.name, member.value, member.description) == ("low", value, "Deep.")
    codes = [one.code for one in found.diagnostics]
    assert codes == ([] if value is not None else ["unknown-column"])


def test_an_empty_cell_among_numbers_changes_no_column(extracts: Extracts) -> None:
    table = "## Members\n|Member|Int|Description|\n|---|---|---|\n"
    found = extracts(HEAD + table + "|low|0|.|\n|high|-|.|\n|deep|N/A|.|")
    (declared,) = enums(found)
    assert [one.value for one in declared.members] == [0, None, None]
    assert not found.diagnostics


def test_numbers_are_preferred_to_words(extracts: Extracts) -> None:
    table = "## Members\n|Member|Value|Int|Description|\n|---|---|---|---|\n"
    found = extracts(HEAD + table + "|low|LOW|0|.|\n|high|HIGH|1|.|")
    (declared,) = enums(found)
    assert [one.value for one in declared.members] == [0, 1]
    assert [one.code for one in found.diagnostics] == ["unknown-column"]


def test_numbers_in_a_table_about_something_else_declare_no_enum(
    extracts: Extracts,
) -> None:
    page = (
        "# ship resource type\n## Properties\n|Property|Type|\n|---|---|\n|a|String|\n"
    )
    table = "### Limits\n|Name|Number|Description|\n|---|---|---|\n|each|60|.|"
    found = extracts(page + table)
    assert not enums(found)
    assert [one.code for one in found.diagnostics] == ["unrelated-row"]


HEADLESS = {
    "no header": "| | |\n|---|---|\n|low|It is deep.|\n|high|It is flat.|",
    "a row as header": "|low|It is deep.|\n|---|---|\n|high|It is flat.|",
    "one word among numbers": (
        "| | | |\n|---|---|---|\n|low|0|It is deep.|\n|high|-|It is flat.|"
    ),
    "words before descriptions": (
        "| | | |\n|---|---|---|\n|low|L|It is deep.|\n|high|H|It is flat.|"
    ),
    "no header but numbers": "| | | |\n|---|---|---|\n|low|0|It is deep.|\n|high|1|It is flat.|",
}


@pytest.mark.parametrize("table", HEADLESS.values(), ids=HEADLESS)
def test_descriptions_without_a_header_are_kept(extracts: Extracts, table: str) -> None:
    (found,) = enums(extracts(f"{HEAD}## Members\n{table}"))
    assert [one.description for one in found.members] == ["It is deep.", "It is flat."]


INVALID_VALUES = {
    "a word": (("0", "LOW"), ["11:5"]),
    "a fraction": (("1.0", "2"), ["10:5"]),
    "an expression": (("1", "1 + 2", "low << 3"), ["11:5", "12:5"]),
    "the only value": (("LOW",), ["10:5"]),
    "no number in a column": (("LOW", "HIGH"), ["8:9"]),
    "an empty cell": (("1", ""), []),
}


@pytest.mark.parametrize(
    ("cells", "places"), INVALID_VALUES.values(), ids=INVALID_VALUES
)
def test_values_that_are_not_integers_are_reported(
    extracts: Extracts, cells: tuple[str, ...], places: list[str]
) -> None:
    rows = "\n".join(f"|m{number}|{cell}|.|" for number, cell in enumerate(cells))
    found = extracts(HEAD + MEMBERS + rows)
    (declared,) = enums(found)
    assert len(declared.members) == len(cells)
    reported = [one for one in found.diagnostics if one.code == "invalid-cell"]
    assert [f"{one.span.line}:{one.span.column}" for one in reported] == places


@pytest.mark.parametrize(
    ("row", "code"),
    [("||LOW|.|", "invalid-name"), ("|low|The water is low.|", "missing-cell")],
    ids=["without a name", "with a missing cell"],
)
def test_row_that_is_reported_has_no_invalid_value(
    extracts: Extracts, row: str, code: str
) -> None:
    found = extracts(f"{HEAD}{MEMBERS}|high|1|.|\n{row}")
    assert [one.code for one in found.diagnostics] == [code]


def test_a_member_without_a_valid_name_is_reported(extracts: Extracts) -> None:
    found = extracts(HEAD + MEMBERS + '|"""|0|.|\n|low|1|.|')
    assert [m.name for e in enums(found) for m in e.members] == ["low"]
    assert [reported.code for reported in found.diagnostics] == ["invalid-name"]


MEMBER_LISTS = {
    "powers of two": ("|a|0|.|\n|b|1|.|\n|c|2|.|\n|d|4|.|", (True, False)),
    "only 0, 1 and 2": ("|a|0|.|\n|b|1|.|\n|c|2|.|", (False, False)),
    "unknownFutureValue": ("|a|0|.|\n|unknownFutureValue|1|.|", (False, True)),
}


@pytest.mark.parametrize(("rows", "expected"), MEMBER_LISTS.values(), ids=MEMBER_LISTS)
def test_members_decide_flags_and_open(
    extracts: Extracts, rows: str, expected: tuple[bool, bool]
) -> None:
    (found,) = enums(extracts(HEAD + MEMBERS + rows))
    assert (found.flags, found.open) == expected


LEADS = {
    "a flagged enumeration": (
        "This flagged enumeration allows several.",
        (True, False),
    ),
    "a flags enum": ("A flags enum of depths.", (True, False)),
    "an enumeration of flags": ("An enumeration of flags.", (True, False)),
    "a line break in flagged enumeration": (
        "This is a flagged\nenumeration.",
        (True, False),
    ),
    "multiple members simultaneously": (
        "It allows multiple members to be returned simultaneously.",
        (True, False),
    ),
    "multiple values combined": ("Multiple values can be combined.", (True, False)),
    "a flag that is not an enum": (
        "The state of the follow-up flag of a flagged ship.",
        (False, False),
    ),
    "multiple values of something else": ("Shown for multiple values.", (False, False)),
    "evolvable": ("The members of an evolvable enumeration.", (False, True)),
}


@pytest.mark.parametrize(("lead", "expected"), LEADS.values(), ids=LEADS)
def test_the_prose_decides_flags_and_open(
    extracts: Extracts, lead: str, expected: tuple[bool, bool]
) -> None:
    (found,) = enums(extracts(HEAD + lead + "\n\n" + MEMBERS + "|a|0|.|"))
    assert (found.flags, found.open) == expected


SECTIONS = {
    "windForce values": ("### windForce values", "windForce", "windforce-values"),
    "windForce values, level 4": (
        "#### windForce values",
        "windForce",
        "windforce-values",
    ),
    "windForce options": ("## windForce options", "windForce", "windforce-options"),
    "windForce enumeration": (
        "### windForce enumeration",
        "windForce",
        "windforce-enumeration",
    ),
    "WindForce property values": (
        "### WindForce property values",
        "WindForce",
        "windforce-property-values",
    ),
    "windForce values (deprecated)": (
        "### windForce values (deprecated)",
        "windForce",
        "windforce-values-deprecated",
    ),
}


@pytest.mark.parametrize(("heading", "name", "anchor"), SECTIONS.values(), ids=SECTIONS)
def test_an_enum_section_lists_members(
    extracts: Extracts, heading: str, name: str, anchor: str
) -> None:
    text = (
        f"# Winds enum values\n\nNamespace: sea\n\n{heading}\n|Member|\n|---|\n|low|\n"
    )
    (found,) = enums(extracts(text))
    assert (found.namespace, found.name, found.anchor) == ("sea", name, anchor)
    assert [member.name for member in found.members] == ["low"]


def test_a_title_of_several_words_declares_no_enum(extracts: Extracts) -> None:
    text = "# ship resource type\n\n### The best values\n|Member|\n|---|\n|low|\n"
    found = extracts(text)
    assert enums(found) == []
    assert "ignored-row" in [reported.code for reported in found.diagnostics]


def test_a_section_of_an_api_page_declares_no_enum(extracts: Extracts) -> None:
    note = '<!-- {"blockType": "request"} -->\n```http\nGET /\n```\n'
    assert (
        enums(extracts(f"# Get ship\n{note}### a values\n|Value|\n|---|\n|b|\n")) == []
    )
