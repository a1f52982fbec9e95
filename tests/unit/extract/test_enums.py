"""Enum types on a page: pages of their own, and sections of others."""

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
    "bold and code": "## Members\n|Member|\n|---|\n|**low**|\n|`high`|",
    "a column of values alone": "## Members\n|Value|\n|---|\n|low|\n|high|",
}


@pytest.mark.parametrize("table", FORMS.values(), ids=FORMS)
def test_an_enum_page_lists_members(extracts: Extracts, table: str) -> None:
    (found,) = enums(extracts(HEAD + table))
    assert (found.namespace, found.name, found.anchor) == ("harbour", "depth", "")
    assert [member.name for member in found.members] == ["low", "high"]
    assert found.description == "How deep."


def test_a_page_with_members_alone_is_an_enum(extracts: Extracts) -> None:
    (found,) = enums(extracts("# depth resource type\n" + MEMBERS + "|low|0|.|"))
    assert found.name == "depth"


def test_an_enum_page_with_an_annotation_stays_an_enum(extracts: Extracts) -> None:
    note = '\n\n<!-- {"blockType": "resource", "@odata.type": "a.depth"} -->\n'
    (found,) = enums(extracts(HEAD + MEMBERS + "|low|0|.|" + note))
    assert (found.namespace, found.name) == ("a", "depth")


MEMBER_CELLS = {
    "a word": ("low", "low", 1),
    "a name with a blank": ("JIS B4", "JIS B4", 1),
    "a keyword": ("None", "None", 1),
    "deprecated": ("low (deprecated)", "low", 1),
}


@pytest.mark.parametrize(
    ("cell", "name", "value"), MEMBER_CELLS.values(), ids=MEMBER_CELLS
)
def test_a_member_is_read(extracts: Extracts, cell: str, name: str, value: int) -> None:
    (found,) = enums(extracts(HEAD + MEMBERS + f"|{cell}|{value}|Deep.|"))
    (member,) = found.members
    assert (member.name, member.value, member.description) == (name, value, "Deep.")


VALUES = {
    "a number": ("7", 7),
    "negative": ("-1", -1),
    "a word": ("x", None),
    "no": ("", None),
}


@pytest.mark.parametrize(("cell", "value"), VALUES.values(), ids=VALUES)
def test_the_value_of_a_member_is_a_number(
    extracts: Extracts, cell: str, value: int | None
) -> None:
    (found,) = enums(extracts(HEAD + MEMBERS + f"|low|{cell}|.|"))
    assert [member.value for member in found.members] == [value]


def test_a_member_that_can_have_no_name_is_reported(extracts: Extracts) -> None:
    found = extracts(HEAD + MEMBERS + '|"""|0|.|\n|low|1|.|')
    assert [m.name for e in enums(found) for m in e.members] == ["low"]
    assert [reported.code for reported in found.diagnostics] == ["invalid-name"]


TRAITS = {
    "powers of two": ("|a|0|.|\n|b|1|.|\n|c|2|.|\n|d|4|.|", (True, False)),
    "0, 1, 2": ("|a|0|.|\n|b|1|.|\n|c|2|.|", (False, False)),
    "an unknown future value": ("|a|0|.|\n|unknownFutureValue|1|.|", (False, True)),
}


@pytest.mark.parametrize(("rows", "traits"), TRAITS.values(), ids=TRAITS)
def test_members_tell_flags_and_open(
    extracts: Extracts, rows: str, traits: tuple[bool, bool]
) -> None:
    (found,) = enums(extracts(HEAD + MEMBERS + rows))
    assert (found.flags, found.open) == traits


WORDS = {
    "flagged": ("This flagged enumeration allows several.", (True, False)),
    "a flags enum": ("A flags enum of depths.", (True, False)),
    "an enumeration of flags": ("An enumeration of flags.", (True, False)),
    "broken over two lines": ("This is a flagged\nenumeration.", (True, False)),
    "several at a time": (
        "It allows multiple members to be returned simultaneously.",
        (True, False),
    ),
    "several combined": ("Multiple values can be combined.", (True, False)),
    "a thing that is called a flag": (
        "The state of the follow-up flag of a flagged ship.",
        (False, False),
    ),
    "several things of another kind": ("Shown for multiple values.", (False, False)),
    "evolvable": ("The members of an evolvable enumeration.", (False, True)),
}


@pytest.mark.parametrize(("lead", "traits"), WORDS.values(), ids=WORDS)
def test_the_lead_tells_flags_and_open(
    extracts: Extracts, lead: str, traits: tuple[bool, bool]
) -> None:
    (found,) = enums(extracts(HEAD + lead + "\n\n" + MEMBERS + "|a|0|.|"))
    assert (found.flags, found.open) == traits


SECTIONS = {
    "x values": ("### windForce values", "windForce", "windforce-values"),
    "x values, deeper": ("#### windForce values", "windForce", "windforce-values"),
    "x options": ("## windForce options", "windForce", "windforce-options"),
    "x enumeration": (
        "### windForce enumeration",
        "windForce",
        "windforce-enumeration",
    ),
    "x property values": (
        "### WindForce property values",
        "WindForce",
        "windforce-property-values",
    ),
    "deprecated": (
        "### windForce values (deprecated)",
        "windForce",
        "windforce-values-deprecated",
    ),
}


@pytest.mark.parametrize(("heading", "name", "anchor"), SECTIONS.values(), ids=SECTIONS)
def test_a_section_lists_members(
    extracts: Extracts, heading: str, name: str, anchor: str
) -> None:
    text = (
        f"# Winds enum values\n\nNamespace: sea\n\n{heading}\n|Member|\n|---|\n|low|\n"
    )
    (found,) = enums(extracts(text))
    assert (found.namespace, found.name, found.anchor) == ("sea", name, anchor)
    assert [member.name for member in found.members] == ["low"]


def test_a_section_of_several_words_declares_nothing(extracts: Extracts) -> None:
    text = "# ship resource type\n\n### The best values\n|Member|\n|---|\n|low|\n"
    found = extracts(text)
    assert enums(found) == []
    assert "ignored-row" in [reported.code for reported in found.diagnostics]


def test_a_section_of_an_api_page_declares_nothing(extracts: Extracts) -> None:
    note = '<!-- {"blockType": "request"} -->\n```http\nGET /\n```\n'
    assert (
        enums(extracts(f"# Get ship\n{note}### a values\n|Value|\n|---|\n|b|\n")) == []
    )
