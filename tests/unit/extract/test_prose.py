"""Prose about a type: descriptions, and phrases for abstract, open and deprecated types."""

from collections.abc import Callable

import pytest

from docgen.extract.chapters import Chapter
from docgen.extract.prose import (
    describes_abstract_type,
    describes_deprecated_type,
    describes_open_type,
    section_description,
)

Chapters = Callable[[str], Chapter]

HEAD = "# ship resource type\n\n"


def test_a_description_has_no_includes_and_no_namespace(chapter: Chapters) -> None:
    text = "Namespace: sea\n\n[!INCLUDE [x](../includes/x.md)]\n\nA ship.\n\nIt sails."
    lead = chapter(HEAD + text).sections[0]
    assert section_description(lead) == "A ship.\n\nIt sails."


ABSTRACT = {
    "an abstract type": ("An abstract type for vessels.", True),
    "an abstract base type": ("This is an abstract base type.", True),
    "an abstract base class": ("An abstract base class.", True),
    "abstract as the first word": ("Abstract class of vessels.", True),
    "abstract after the namespace": ("Namespace: sea\nAbstract class.", True),
    "is abstract": ("The type is abstract.", True),
    "the base type": ("The base type of all vessels.", True),
    "a superclass": ("A superclass of vessels.", True),
    "the name of the type": ("Ship is an abstract thing.", True),
    "a line break after the article": ("This is an\nabstract type.", True),
    "a line break after abstract": ("An abstract\ntype.", True),
    "a line break in base type": ("The base\ntype of vessels.", True),
    "another abstract type": ("Derived from the [vessel](v.md) abstract type.", False),
    "inherits from base class": ("Inherits from base class vessel.", False),
    "inherits from the base class": ("Inherits from the base\nclass vessel.", False),
    "abstract as a noun": ("The abstract of the log.", False),
    "abstraction": ("An abstraction over the sea.", False),
    "no phrase": ("A ship.", False),
}


@pytest.mark.parametrize(("lead", "expected"), ABSTRACT.values(), ids=ABSTRACT)
def test_prose_describes_an_abstract_type(
    chapter: Chapters, lead: str, expected: bool
) -> None:
    section = chapter(HEAD + lead).sections[0]
    assert describes_abstract_type(section, "ship") == expected


OPEN = {
    "is an open type": ("The ship is an open type.", True),
    "an open complex type": ("An open complex type.", True),
    "are open types": ("Ships are open types.", True),
    "a line break after open": ("This is an open\ntype.", True),
    "a line break before open": ("This is an\nopen type.", True),
    "a paragraph break after open": ("It is open\n\ntype of ship.", False),
    "another open type": ("Used in the open type [fleet](f.md).", False),
    "a type that holds others": ("An open type that holds others.", False),
    "open with another noun": ("A ship on an open sea.", False),
}


@pytest.mark.parametrize(("lead", "expected"), OPEN.values(), ids=OPEN)
def test_prose_describes_an_open_type(
    chapter: Chapters, lead: str, expected: bool
) -> None:
    assert describes_open_type(chapter(HEAD + lead).sections[0]) == expected


def test_a_heading_describes_an_open_type(chapter: Chapters) -> None:
    section = chapter("# ship resource type (Open Type)\n").sections[0]
    assert describes_open_type(section)


DEPRECATED = {
    "a sentence": ("This type is deprecated.", True),
    "a word": ("> Deprecated. Use boats.", True),
    "a notice": ("> [!CAUTION]\n> This type is deprecated.", True),
    "a notice with a title": ("> **Note**\n> This type is deprecated.", True),
    "a line break in a notice": ("> [!NOTE]\n> This type is\n> deprecated.", True),
    "a word and a colon": ("Caution: this resource is now deprecated.", True),
    "a list item": ("- This type is deprecated.", True),
    "another subject": ("It lists deprecated apps.", None),
    "no phrase": ("A ship.", None),
}


@pytest.mark.parametrize(("lead", "expected"), DEPRECATED.values(), ids=DEPRECATED)
def test_prose_describes_a_deprecated_type(
    chapter: Chapters, lead: str, expected: bool | None
) -> None:
    assert describes_deprecated_type(chapter(HEAD + lead).sections[0]) == expected
