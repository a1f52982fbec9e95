"""The base type in prose: which sentences name one, and where it stands."""

from collections.abc import Callable

import pytest

from docgen.extract.chapters import Chapter
from docgen.extract.stated_base import stated_base
from docgen.extract.type_expression import TypeName
from docgen.source import Span

Chapters = Callable[[str], Chapter]

HEAD = "# ship resource type\n\n"

NAMED = {
    "inherits from a link": ("Inherits from [vessel](v.md).", "vessel"),
    "inherits from a word": ("Inherits from vessel.", "vessel"),
    "inherits from a qualified name": ("It inherits from sea.vessel.", "sea.vessel"),
    "inherits from, a blank before the full stop": ("Inherits from vessel .", "vessel"),
    "inherited from": ("Inherited from the [vessel](v.md) resource.", "vessel"),
    "inherits the properties from": (
        "It inherits the properties from [vessel](v.md).",
        "vessel",
    ),
    "inherits all members of": ("Inherits all members of vessel.", "vessel"),
    "inherits from the abstract type": (
        "Inherits from the abstract type [vessel](v.md).",
        "vessel",
    ),
    "derives from": ("This type derives from **vessel**.", "vessel"),
    "a subtype of": ("A sub-type of `vessel`.", "vessel"),
    "a link of several words": ("Inherits from [any vessel](v.md).", "any vessel"),
    "the line ends behind the verb": ("Inherits\nfrom [vessel](v.md).", "vessel"),
    "the line ends in the verb": (
        "It inherits the\nproperties from [vessel](v.md).",
        "vessel",
    ),
    "the line ends before the name": ("Inherits from\n[vessel](v.md).", "vessel"),
    "the line ends in the link": ("Inherits from [any\nvessel](v.md).", "any vessel"),
    "the second sentence": ("A ship.\nDerived from vessel.", "vessel"),
    "what is not a name is ignored": (
        "Boats inherit from this. It derives from vessel.",
        "vessel",
    ),
}


@pytest.mark.parametrize(("lead", "name"), NAMED.values(), ids=NAMED)
def test_the_lead_names_the_base_where_it_says(
    chapter: Chapters, lead: str, name: str
) -> None:
    found = stated_base(chapter(HEAD + lead), "ship")
    assert found is not None
    assert found.text == name


NOT_NAMED = {
    "nothing of inheritance": "A ship sails.",
    "others derive from it": "All boats inherit from this type.",
    "inherited properties": "It has the inherited properties.",
    "an arm of a word": "The disinherits from vessel.",
    "the end of the paragraph": "It inherits from\n\nvessel.",
}


@pytest.mark.parametrize("lead", NOT_NAMED.values(), ids=NOT_NAMED)
def test_the_lead_names_no_base_where_it_says(chapter: Chapters, lead: str) -> None:
    assert stated_base(chapter(HEAD + lead), "ship") is None


BELOW = {
    "this type": ("This type inherits from vessel.", "vessel"),
    "this type, broken over two lines": ("This\ntype inherits from vessel.", "vessel"),
    "the type by name": ("A ship inherits from vessel.", "vessel"),
    "it": ("It inherits from vessel.", "vessel"),
    "something else": ("A crane inherits from vessel.", None),
}


@pytest.mark.parametrize(("text", "name"), BELOW.values(), ids=BELOW)
def test_below_the_lead_a_sentence_counts_only_if_it_is_about_the_type(
    chapter: Chapters, text: str, name: str | None
) -> None:
    found = stated_base(chapter(f"{HEAD}A ship.\n\n## Properties\n\n{text}"), "ship")
    assert (found.text if found else None) == name


def test_the_name_has_its_place_on_a_later_line(chapter: Chapters) -> None:
    found = stated_base(chapter(HEAD + "A ship inherits\n  from [hull](h.md)."), "ship")
    assert found == TypeName(text="hull", target="h.md", span=Span(4, 9, 13))
