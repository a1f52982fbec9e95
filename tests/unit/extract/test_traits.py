"""Traits in prose: what calls a type abstract, open or deprecated, and what does not."""

from collections.abc import Callable

import pytest

from docgen.extract.chapters import Chapter
from docgen.extract.traits import says_abstract, says_deprecated, says_open

Chapters = Callable[[str], Chapter]

HEAD = "# ship resource type\n\n"

ABSTRACT = {
    "an abstract type": ("An abstract type for vessels.", True),
    "an abstract base type": ("This is an abstract base type.", True),
    "begins with abstract": ("Abstract class of vessels.", True),
    "begins so below the namespace": ("Namespace: sea\nAbstract class.", True),
    "is abstract": ("The type is abstract.", True),
    "the base type": ("The base type of all vessels.", True),
    "a superclass": ("A superclass of vessels.", True),
    "by its name": ("Ship is an abstract thing.", True),
    "the line ends behind the article": ("This is an\nabstract type.", True),
    "the line ends behind abstract": ("An abstract\ntype.", True),
    "the line ends in base type": ("The base\ntype of vessels.", True),
    "inherits from base class": ("Inherits from base class vessel.", False),
    "inherits from the base class": ("Inherits from the base\nclass vessel.", False),
    "an abstract of a text": ("The abstract of the log.", False),
    "nothing of it": ("A ship.", False),
}


@pytest.mark.parametrize(("lead", "is_so"), ABSTRACT.values(), ids=ABSTRACT)
def test_the_lead_calls_the_type_abstract(
    chapter: Chapters, lead: str, is_so: bool
) -> None:
    assert says_abstract(chapter(HEAD + lead).sections[0], "ship") == is_so


OPEN = {
    "is an open type": ("The ship is an open type.", True),
    "an open complex type": ("An open complex type.", True),
    "are open types": ("Ships are open types.", True),
    "the line ends behind open": ("This is an open\ntype.", True),
    "the line ends before open": ("This is an\nopen type.", True),
    "a paragraph ends behind open": ("It is open\n\ntype of ship.", False),
    "it holds an open type": ("An open type that holds others.", False),
    "an open sea": ("A ship on an open sea.", False),
}


@pytest.mark.parametrize(("lead", "is_so"), OPEN.values(), ids=OPEN)
def test_the_lead_calls_the_type_open(
    chapter: Chapters, lead: str, is_so: bool
) -> None:
    assert says_open(chapter(HEAD + lead).sections[0]) == is_so


def test_the_heading_calls_the_type_open(chapter: Chapters) -> None:
    assert says_open(chapter("# ship resource type (open type)\n").sections[0])


DEPRECATED = {
    "a sentence": ("This type is deprecated.", True),
    "a notice": ("> [!CAUTION]\n> This type is deprecated.", True),
    "a notice under a word": ("> **Note**\n> This type is deprecated.", True),
    "a notice broken over lines": ("> [!NOTE]\n> This type is\n> deprecated.", True),
    "a word and a colon": ("Caution: this resource is now deprecated.", True),
    "an item": ("- This type is deprecated.", True),
    "something else": ("It lists deprecated apps.", None),
    "nothing of it": ("A ship.", None),
}


@pytest.mark.parametrize(("lead", "is_so"), DEPRECATED.values(), ids=DEPRECATED)
def test_the_lead_calls_the_type_deprecated(
    chapter: Chapters, lead: str, is_so: bool | None
) -> None:
    assert says_deprecated(chapter(HEAD + lead).sections[0]) == is_so
