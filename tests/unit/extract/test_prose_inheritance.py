"""Base and derived types in prose: sentences, lists and tables that name them."""

from collections.abc import Callable

import pytest

from docgen.extract.chapters import Chapter
from docgen.extract.prose_inheritance import MAX_SENTENCES, derived_types, prose_base
from docgen.extract.type_expression import TypeName
from docgen.source import Span

Chapters = Callable[[str], Chapter]

HEAD = "# ship resource type\n\n"

BASES = {
    "inherits from a link": ("Inherits from [vessel](v.md).", "vessel"),
    "inherits from a word": ("Inherits from vessel.", "vessel"),
    "inherits from a qualified name": ("It inherits from sea.vessel.", "sea.vessel"),
    "a space before the full stop": ("Inherits from vessel .", "vessel"),
    "inherits from base class": ("Inherits from base class [vessel](v.md).", "vessel"),
    "inherited from": ("Inherited from the [vessel](v.md) resource.", "vessel"),
    "inherits the properties from": (
        "It inherits the properties from [vessel](v.md).",
        "vessel",
    ),
    "inherits all members of": ("Inherits all members of vessel.", "vessel"),
    "inherits all the properties of": (
        "It inherits all the properties of [vessel](v.md).",
        "vessel",
    ),
    "inherits from the abstract type": (
        "Inherits from the abstract type [vessel](v.md).",
        "vessel",
    ),
    "derives from": ("This type derives from **vessel**.", "vessel"),
    "derived from": ("Derived from [vessel](v.md).", "vessel"),
    "a subtype of": ("A sub-type of `vessel`.", "vessel"),
    "a subclass of": ("A subclass of [vessel](v.md).", "vessel"),
    "a link of several words": ("Inherits from [any vessel](v.md).", "any vessel"),
    "a line break after the verb": ("Inherits\nfrom [vessel](v.md).", "vessel"),
    "a line break in the verb": (
        "It inherits the\nproperties from [vessel](v.md).",
        "vessel",
    ),
    "a line break before the name": ("Inherits from\n[vessel](v.md).", "vessel"),
    "a line break in the link": ("Inherits from [any\nvessel](v.md).", "any vessel"),
    "the second sentence": ("A ship.\nDerived from vessel.", "vessel"),
    "the second sentence of a line": (
        "A ship. It inherits from the [vessel](v.md) type.",
        "vessel",
    ),
    "a pronoun is not a name": (
        "Boats inherit from this. It derives from vessel.",
        "vessel",
    ),
}


@pytest.mark.parametrize(("lead", "name"), BASES.values(), ids=BASES)
def test_the_first_section_names_the_base_type(
    chapter: Chapters, lead: str, name: str
) -> None:
    found = prose_base(chapter(HEAD + lead), "ship")
    assert found is not None
    assert found.name.text == name


NOT_BASES = {
    "no verb": "A ship sails.",
    "types derived from this one": "All boats inherit from this type.",
    "inherited properties": "It has the inherited properties.",
    "a verb that is part of a word": "The disinherits from vessel.",
    "a paragraph break before the name": "It inherits from\n\nvessel.",
}


@pytest.mark.parametrize("lead", NOT_BASES.values(), ids=NOT_BASES)
def test_other_sentences_name_no_base_type(chapter: Chapters, lead: str) -> None:
    assert prose_base(chapter(HEAD + lead), "ship") is None


OTHER_SECTIONS = {
    "this type": ("This type inherits from vessel.", "vessel"),
    "a line break in this type": ("This\ntype inherits from vessel.", "vessel"),
    "the name of the type": ("A ship inherits from vessel.", "vessel"),
    "it": ("It inherits from vessel.", "vessel"),
    "another subject": ("A crane inherits from vessel.", None),
}


@pytest.mark.parametrize(("text", "name"), OTHER_SECTIONS.values(), ids=OTHER_SECTIONS)
def test_in_other_sections_a_sentence_counts_only_if_it_is_about_the_type(
    chapter: Chapters, text: str, name: str | None
) -> None:
    found = prose_base(chapter(f"{HEAD}A ship.\n\n## Properties\n\n{text}"), "ship")
    assert (found.name.text if found else None) == name


def test_the_span_of_a_base_type_on_a_later_line_is_correct(chapter: Chapters) -> None:
    found = prose_base(chapter(HEAD + "A ship inherits\n  from [hull](h.md)."), "ship")
    assert found is not None
    assert found.name == TypeName(text="hull", target="h.md", span=Span(4, 9, 13))


DERIVED = {
    "base type of": ("The base type of [ship](s.md) and [boat](b.md).", "ship boat"),
    "base class for": ("The abstract base class for [ship](s.md).", "ship"),
    "derived types": ("Its derived types are [ship](s.md), [boat](b.md).", "ship boat"),
    "are subclasses": ("[ship](s.md) and [boat](b.md) are subclasses.", "ship boat"),
    "are derived": ("The [ship](s.md) and others are derived from it.", "ship"),
    "a line break in base type": (
        "The base\ntype of [ship](s.md).\nMore words.",
        "ship",
    ),
    "a line break in derived types": ("Its derived\ntypes: [ship](s.md).", "ship"),
    "a line break in a link": ("The base type of [old\nship](s.md).", "old ship"),
    "links of other sentences are ignored": (
        "See [sea](sea.md). Base type of [ship](s.md). See [port](p.md).",
        "ship",
    ),
    "a list after a colon": (
        "The derived types are:\n\n- [ship](s.md), see [sea](sea.md)\n- [boat](b.md)",
        "ship boat",
    ),
    "a list after include": (
        "Derived types include\n\n- [ship](s.md)\n- [boat](b.md)",
        "ship boat",
    ),
    "a list after two lines": (
        "These are the derived\ntypes:\n\n- [ship](s.md)",
        "ship",
    ),
    "types that derive from the type, with a list": (
        "Types that derive from ship include:\n\n- [ship](s.md)\n- [boat](b.md)",
        "ship boat",
    ),
    "types that inherit from this one, with a list": (
        "The following types\ninherit from **this** type:\n\n1. [ship](s.md)",
        "ship",
    ),
    "types that inherit from this one, in a sentence": (
        "The [ship](s.md) and [boat](b.md) types inherit from this type.",
        "ship boat",
    ),
    "a table below Derived types": (
        "A.\n\n## Derived types\n|Type|Of|\n|--|--|\n|[ship](s.md)|[sea](sea.md)|",
        "ship",
    ),
}


@pytest.mark.parametrize(("text", "names"), DERIVED.values(), ids=DERIVED)
def test_a_chapter_names_derived_types(
    chapter: Chapters, text: str, names: str
) -> None:
    found = derived_types(chapter(HEAD + text))
    assert " ".join(name.text for name in found) == names


NOT_DERIVED = {
    "words without links": "The base type of ship and boat.",
    "a link in another clause": "The base type for things on the [sea](sea.md).",
    "a link before base type": "A [thing](t.md) that is the base type of all.",
    "a list after other words": "All of this:\n\n- [ship](s.md)",
    "types that derive from another type": (
        "Types that derive from sea include:\n\n- [ship](s.md)"
    ),
    "a list after another paragraph": "The derived types.\n\nSee:\n\n- [ship](s.md)",
    "a table below another title": "A.\n\n## Types\n|Type|\n|--|\n|[ship](s.md)|",
}


@pytest.mark.parametrize("text", NOT_DERIVED.values(), ids=NOT_DERIVED)
def test_other_links_are_not_derived_types(chapter: Chapters, text: str) -> None:
    assert derived_types(chapter(HEAD + text)) == ()


def test_at_most_max_sentences_are_parsed(chapter: Chapters) -> None:
    text = "A base type of [ship](s.md). " * (MAX_SENTENCES + 10)
    assert len(derived_types(chapter(HEAD + text))) == MAX_SENTENCES
