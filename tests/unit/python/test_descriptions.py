"""What a docstring keeps of a description."""

import pytest

from docgen.python.prose import prose, remark

TEXTS = {
    "a text stays": ("The name of a ferry.", ("The name of a ferry.",)),
    "a full stop is added": ("The name", ("The name.",)),
    "a paragraph stays one": ("A.\n\nB\nc.", ("A.", "B c.")),
    "nothing is nothing": (None, ()),
    "a text that says nothing is none": ("Not yet documented", ()),
    "such a text may have a stop": ("Not yet documented.", ()),
    "a field may be null anyway": ("Nullable.", ()),
    "a text that has it in it stays": (
        "Fares are not yet documented.",
        ("Fares are not yet documented.",),
    ),
    "the class says what it derives from": (
        "A ferry. Inherits from boat.",
        ("A ferry.",),
    ),
    "so it does, whatever the wording": (
        "A ferry.\n\nThis type inherits from the base class boat",
        ("A ferry.",),
    ),
    "also with the whole name": (
        "A ferry. Inherits from microsoft.graph.boat. It floats.",
        ("A ferry. It floats.",),
    ),
    "a derivation may have another word": (
        "A ferry. Derived from boat. This resource is a subclass of boat.",
        ("A ferry.",),
    ),
    "the format of JSON is the codec's": (
        "When it left. The Timestamp type represents date and time information using "
        "ISO 8601 format and is always in UTC time. For example, midnight UTC on Jan 1, "
        "2014 is 2014-01-01T00:00:00Z",
        ("When it left. Always in UTC.",),
    ),
    "a link without words of its own goes": ("A ferry. Learn more.", ("A ferry.",)),
    "a link with words stays": (
        "For more information, see Ferries.",
        ("For more information, see Ferries.",),
    ),
    "what others derive from stays": (
        "A boat that all ferries inherit from.",
        ("A boat that all ferries inherit from.",),
    ),
    "what is inherited otherwise stays": (
        "Contains inherited ports, and inherits from the fleet what it must.",
        ("Contains inherited ports, and inherits from the fleet what it must.",),
    ),
    "nothing points at a table": (
        "The state. Valid values are described in the following table. Read-only.",
        ("The state. Read-only.",),
    ),
    "nothing points below": ("A ferry. See more in the table below.", ("A ferry.",)),
    "nothing points above": ("A ferry. See above.", ("A ferry.",)),
    "a clause that points at a table goes": (
        "Note the fares, as described in the following table.",
        ("Note the fares.",),
    ),
    "what is below in another sense stays": (
        "Seats below deck. See the deck.",
        ("Seats below deck. See the deck.",),
    ),
    "nothing speaks of the page": (
        "This topic describes ferries. A ferry.",
        ("A ferry.",),
    ),
    "the class says that it is one of flags": (
        "This flagged enumeration allows multiple members to be selected simultaneously.",
        (),
    ),
    "a blank before a stop goes": ("A ferry , or two .", ("A ferry, or two.",)),
    "a second stop goes": ("Ferries (eq, ne)..", ("Ferries (eq, ne).",)),
    "three stops stay": ("Ferries and ...", ("Ferries and ...",)),
    "signs that are listed stay": ("One of : ; ,", ("One of : ; ,.",)),
    "quotes are those of a keyboard": (
        "The \u201cferry\u2019s\u201d name \u2013 or none\u2026",
        ('The "ferry\'s" name - or none...',),
    ),
    "a blank that does not break is a blank": ("A\u00a0ferry.", ("A ferry.",)),
    "a quoted sentence needs no stop": ('Says "Go."', ('Says "Go."',)),
    "a paragraph begins with a capital": ("name of a ferry", ("Name of a ferry.",)),
    "a value has none": ("true if it floats", ("true if it floats.",)),
    "a name in humps has none": ("iOS version", ("iOS version.",)),
}


@pytest.mark.parametrize(("text", "kept"), TEXTS.values(), ids=TEXTS.keys())
def test_running_text(text: str | None, kept: tuple[str, ...]) -> None:
    assert prose(text) == kept


LEADS = {
    "the sentence goes": ("A ferry. It carries:", ("A ferry.",)),
    "the paragraph goes": (
        "A ferry.\n\nIt carries:\n\nIt floats.",
        ("A ferry.", "It floats."),
    ),
    "a text that is no more stays": ("It carries:", ("It carries:",)),
    "a colon inside stays": ("It carries: cars.", ("It carries: cars.",)),
}


@pytest.mark.parametrize(("text", "kept"), LEADS.values(), ids=LEADS.keys())
def test_text_that_leads_up_to_a_list(text: str, kept: tuple[str, ...]) -> None:
    assert prose(text) == kept


REMARKS = {
    "a text stays": ("The name of a ferry.", ("The name of a ferry.",)),
    "a line is a paragraph": ("A.\nNote: b.", ("A.", "Note: b.")),
    "a line of a word alone stays": (
        "One of:\nlarge\nno more",
        ("One of:", "Large", "No more."),
    ),
    "a line that leads up to others stays, and their words are a list": (
        "One of:\nlarge\nsmall",
        ("One of:", "Large, small."),
    ),
    "the last one does not": ("A ferry. One of:", ("A ferry.",)),
    "a word alone is a sentence": ("size", ("Size.",)),
    "the name again is nothing": ("Ferry name.", ()),
    "an article makes it no more": ("The ferryName", ()),
    "a word more is something": ("The ferry's name.", ("The ferry's name.",)),
    "it says nothing of where it is inherited from": (
        "The name. Inherited from boat",
        ("The name.",),
    ),
}


@pytest.mark.parametrize(("text", "kept"), REMARKS.values(), ids=REMARKS.keys())
def test_a_cell(text: str, kept: tuple[str, ...]) -> None:
    assert remark(text, "ferryName") == kept


VALUES = {
    "values of the type go": (
        "How big. Possible values are: large, small.",
        ("How big.",),
    ),
    "some of them go": ("How big. Possible values are large.", ("How big.",)),
    "words between them go": (
        "How big. Valid values: large, and small.",
        ("How big.",),
    ),
    "capitals are no difference": (
        "How big. The possible values are Large or Small",
        ("How big.",),
    ),
    "what is behind them stays": ("Values: large, small. Read-only.", ("Read-only.",)),
    "another value is worth telling": (
        "Possible values are: large, huge.",
        ("Possible values are: large, huge.",),
    ),
    "an explanation is worth telling": (
        "Possible values are: large (for cars), small.",
        ("Possible values are: large (for cars), small.",),
    ),
}


@pytest.mark.parametrize(("text", "kept"), VALUES.values(), ids=VALUES.keys())
def test_a_cell_of_a_type_with_values(text: str, kept: tuple[str, ...]) -> None:
    assert remark(text, "size", frozenset({"large", "small", "none"})) == kept


def test_a_type_without_values_lists_what_its_page_does() -> None:
    text = "Possible values are: large, small."
    assert remark(text, "size") == (text,)
