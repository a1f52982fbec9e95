"""Members with another name: when what people wrote moves along, and what of it."""

import pytest

from docgen.edits.renames import with_renamed_members
from docgen.pycode import definition_lines

PATH = "graph/models/boat.py"

DOCGENS = '''\
class Boat(Model):
    """A boat."""

    name: str | None = None
    """What it is called."""

    length: int | None = None
    """In feet."""
'''
TODAYS = DOCGENS.replace("length", "extent")
EDITED = DOCGENS.replace("int | None = None", "int = 24")
METHOD = """
    def is_long(self) -> bool:
        return (self.length or 0) > 40
"""


def brought(theirs: str, todays: str = TODAYS) -> str:
    """Return what people wrote under the names of today."""
    last, wanted = definition_lines(PATH, DOCGENS), definition_lines(PATH, todays)
    return with_renamed_members(PATH, last, wanted, theirs, todays).source


ALONG = {
    "an edited field": (EDITED, EDITED.replace("length", "extent")),
    "the field that a method uses": (
        DOCGENS + METHOD,
        (DOCGENS + METHOD).replace("length", "extent"),
    ),
    "all uses of it in the class": (
        EDITED + METHOD + METHOD.replace("is_long", "is_huge"),
        (EDITED + METHOD + METHOD.replace("is_long", "is_huge")).replace(
            "length", "extent"
        ),
    ),
    "nothing outside of the class": (
        EDITED + "\n\ndef length(self: Boat) -> int:\n    return self.length\n",
        EDITED.replace("length", "extent")
        + "\n\ndef length(self: Boat) -> int:\n    return self.length\n",
    ),
    "no name in another's place": (
        EDITED + "\n    def f(self, other: Boat, length: int): other.length\n",
        EDITED.replace("length", "extent")
        + "\n    def f(self, other: Boat, length: int): other.length\n",
    ),
}


@pytest.mark.parametrize(("theirs", "expected"), ALONG.values(), ids=ALONG.keys())
def test_goes_along(theirs: str, expected: str) -> None:
    assert brought(theirs) == expected


STAYS = {
    "a field that nobody touched or uses": (DOCGENS, TODAYS),
    "a field with other words": (EDITED, TODAYS.replace("In feet.", "In metres.")),
    "a field of another type": (EDITED, TODAYS.replace("int |", "float |")),
    "a field that two could be": (
        EDITED,
        TODAYS + '\n    reach: int | None = None\n    """In feet."""\n',
    ),
    "a field whose new name is in use": (
        EDITED + "\n    def f(self): return self.extent\n",
        TODAYS,
    ),
    "a field of a class that is gone": ("length = 1\n", TODAYS),
    "what is no Python": (EDITED + "(", TODAYS),
}


@pytest.mark.parametrize(("theirs", "todays"), STAYS.values(), ids=STAYS.keys())
def test_stays(theirs: str, todays: str) -> None:
    assert brought(theirs, todays) == theirs


def doubts(theirs: str, todays: str) -> list[str]:
    last, wanted = definition_lines(PATH, DOCGENS), definition_lines(PATH, todays)
    return [
        one.message
        for one in with_renamed_members(PATH, last, wanted, theirs, todays).diagnostics
        if one.code == "ambiguous-rename"
    ]


OTHER = TODAYS.replace("In feet.", "In metres.")


def test_one_that_is_gone_and_one_that_has_come_may_be_the_same() -> None:
    reported = ["`Boat.length` may have been renamed to `extent`; changed nothing"]
    assert doubts(EDITED, OTHER) == reported
    assert doubts(DOCGENS + METHOD, OTHER) == reported


def test_of_more_nothing_is_reported() -> None:
    assert doubts(EDITED, f"{OTHER}\n    reach: int = 0\n") == []
    assert doubts(DOCGENS, OTHER) == []
    assert doubts(EDITED, TODAYS) == []


def test_what_went_along_is_reported_where_it_stands() -> None:
    last, wanted = definition_lines(PATH, DOCGENS), definition_lines(PATH, TODAYS)
    found = with_renamed_members(PATH, last, wanted, EDITED, TODAYS)
    (reported,) = found.diagnostics
    assert (reported.code, reported.span.line, reported.span.column) == (
        "moved-code",
        7,
        5,
    )
    assert "`Boat.length` is now `extent`" in reported.message
    assert {*found.base} >= {
        line for line in wanted if line.startswith("Boat.extent\t")
    }
