"""The paragraphs of docstrings, made from descriptions."""

import pytest

from docgen.python.descriptions import cell_paragraphs, prose_paragraphs

PROSE = {
    "a sentence is kept": ("The name of a ferry.", ("The name of a ferry.",)),
    "a full stop is added": ("The name", ("The name.",)),
    "lines of a paragraph are joined": ("A.\n\nB\nc.", ("A.", "B c.")),
    "no description": (None, ()),
    "a description without content is dropped": ("Not yet documented", ()),
    "also with a full stop": ("Not yet documented.", ()),
    "`Nullable` is dropped": ("Nullable.", ()),
    "a sentence that contains such words is kept": (
        "Fares are not yet documented.",
        ("Fares are not yet documented.",),
    ),
    "the base type is dropped": ("A ferry. Inherits from boat.", ("A ferry.",)),
    "the base type is dropped in other wording": (
        "A ferry.\n\nThis type inherits from the base class boat",
        ("A ferry.",),
    ),
    "the qualified name of the base type is dropped": (
        "A ferry. Inherits from microsoft.graph.boat. It floats.",
        ("A ferry. It floats.",),
    ),
    "a derivation in other words is dropped": (
        "A ferry. Derived from boat. This resource is a subclass of boat.",
        ("A ferry.",),
    ),
    "the JSON format of dates is dropped": (
        "When it left. The Timestamp type represents date and time information using "
        "ISO 8601 format and is always in UTC time. For example, midnight UTC on Jan 1, "
        "2014 is 2014-01-01T00:00:00Z",
        ("When it left. Always in UTC.",),
    ),
    "`Learn more` is dropped": ("A ferry. Learn more.", ("A ferry.",)),
    "a reference with a topic is kept": (
        "For more information, see Ferries.",
        ("For more information, see Ferries.",),
    ),
    "derived types are kept": (
        "A boat that all ferries inherit from.",
        ("A boat that all ferries inherit from.",),
    ),
    "other uses of `inherit` are kept": (
        "Contains inherited ports, and inherits from the fleet what it must.",
        ("Contains inherited ports, and inherits from the fleet what it must.",),
    ),
    "a reference to a table of values is dropped": (
        "The state. Valid values are described in the following table. Read-only.",
        ("The state. Read-only.",),
    ),
    "a reference to text below is dropped": (
        "A ferry. See more in the table below.",
        ("A ferry.",),
    ),
    "a reference to text above is dropped": ("A ferry. See above.", ("A ferry.",)),
    "a clause that refers to a table is dropped": (
        "Note the fares, as described in the following table.",
        ("Note the fares.",),
    ),
    "another meaning of `below` is kept": (
        "Seats below deck. See the deck.",
        ("Seats below deck. See the deck.",),
    ),
    "a sentence about the page is dropped": (
        "This topic describes ferries. A ferry.",
        ("A ferry.",),
    ),
    "an explanation of flags is dropped": (
        "This flagged enumeration allows multiple members to be selected simultaneously.",
        (),
    ),
    "a space before punctuation is removed": (
        "A ferry , or two .",
        ("A ferry, or two.",),
    ),
    "a second full stop is removed": ("Ferries (eq, ne)..", ("Ferries (eq, ne).",)),
    "three dots are kept": ("Ferries and ...", ("Ferries and ...",)),
    "listed punctuation is kept": ("One of : ; ,", ("One of : ; ,.",)),
    "quotes and dashes are converted to ASCII": (
        "The \u201cferry\u2019s\u201d name \u2013 or none\u2026",
        ('The "ferry\'s" name - or none...',),
    ),
    "a no-break space is converted to a space": ("A\u00a0ferry.", ("A ferry.",)),
    "a quoted sentence gets no full stop": ('Says "Go."', ('Says "Go."',)),
    "a paragraph starts with a capital letter": (
        "name of a ferry",
        ("Name of a ferry.",),
    ),
    "a value does not": ("true if it floats", ("true if it floats.",)),
    "a word in camelCase does not": ("iOS version", ("iOS version.",)),
    "a last sentence that introduces a list is dropped": (
        "A ferry. It carries:",
        ("A ferry.",),
    ),
    "a paragraph that introduces a list is dropped": (
        "A ferry.\n\nIt carries:\n\nIt floats.",
        ("A ferry.", "It floats."),
    ),
    "the only sentence is kept": ("It carries:", ("It carries:",)),
    "a colon in a sentence is kept": ("It carries: cars.", ("It carries: cars.",)),
}


@pytest.mark.parametrize(
    ("description", "paragraphs"), PROSE.values(), ids=PROSE.keys()
)
def test_prose_paragraphs(description: str | None, paragraphs: tuple[str, ...]) -> None:
    assert prose_paragraphs(description) == paragraphs


CELLS = {
    "a sentence is kept": ("The name of a ferry.", ("The name of a ferry.",)),
    "a line is a paragraph": ("A.\nNote: b.", ("A.", "Note: b.")),
    "a line of one word is kept": (
        "One of:\nlarge\nno more",
        ("One of:", "Large", "No more."),
    ),
    "lines of one word are joined": (
        "One of:\nlarge\nsmall",
        ("One of:", "Large, small."),
    ),
    "a last sentence that introduces a list is dropped": (
        "A ferry. One of:",
        ("A ferry.",),
    ),
    "a single word gets a full stop": ("size", ("Size.",)),
    "the repeated name is dropped": ("Ferry name.", ()),
    "the repeated name with an article is dropped": ("The ferryName", ()),
    "the name and another word are kept": (
        "The ferry's name.",
        ("The ferry's name.",),
    ),
    "the declaring type is dropped": (
        "The name. Inherited from boat",
        ("The name.",),
    ),
}


@pytest.mark.parametrize(
    ("description", "paragraphs"), CELLS.values(), ids=CELLS.keys()
)
def test_cell_paragraphs(description: str, paragraphs: tuple[str, ...]) -> None:
    assert cell_paragraphs(description, "ferryName") == paragraphs


VALUES = {
    "all values are dropped": (
        "How big. Possible values are: large, small.",
        ("How big.",),
    ),
    "some values are dropped": ("How big. Possible values are large.", ("How big.",)),
    "values joined by `and` are dropped": (
        "How big. Valid values: large, and small.",
        ("How big.",),
    ),
    "values in upper case are dropped": (
        "How big. The possible values are Large or Small",
        ("How big.",),
    ),
    "the next sentence is kept": (
        "Values: large, small. Read-only.",
        ("Read-only.",),
    ),
    "values that the enum does not have are kept": (
        "Possible values are: large, huge.",
        ("Possible values are: large, huge.",),
    ),
    "explained values are kept": (
        "Possible values are: large (for cars), small.",
        ("Possible values are: large (for cars), small.",),
    ),
}


@pytest.mark.parametrize(
    ("description", "paragraphs"), VALUES.values(), ids=VALUES.keys()
)
def test_cell_paragraphs_of_a_property_with_an_enum_type(
    description: str, paragraphs: tuple[str, ...]
) -> None:
    values = frozenset({"large", "small", "none"})
    assert cell_paragraphs(description, "size", values) == paragraphs


def test_cell_paragraphs_of_another_property_keep_values() -> None:
    description = "Possible values are: large, small."
    assert cell_paragraphs(description, "size") == (description,)
