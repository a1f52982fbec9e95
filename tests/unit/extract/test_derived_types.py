"""Derived types in prose: which words name them, and which links are something else."""

from collections.abc import Callable

import pytest

from docgen.extract.chapters import Chapter
from docgen.extract.derived_types import MOST_SENTENCES, derived_types

Chapters = Callable[[str], Chapter]

HEAD = "# vessel resource type\n\n"

NAMED = {
    "base type of": ("The base type of [ship](s.md) and [boat](b.md).", "ship boat"),
    "base class for": ("The abstract base class for [ship](s.md).", "ship"),
    "derived types": ("Its derived types are [ship](s.md), [boat](b.md).", "ship boat"),
    "are subclasses": ("[ship](s.md) and [boat](b.md) are subclasses.", "ship boat"),
    "are derived": ("The [ship](s.md) and others are derived from it.", "ship"),
    "the line ends in the words": (
        "The base\ntype of [ship](s.md).\nMore words.",
        "ship",
    ),
    "the line ends in derived types": ("Its derived\ntypes: [ship](s.md).", "ship"),
    "the line ends in a link": ("The base type of [old\nship](s.md).", "old ship"),
    "only the same sentence counts": (
        "See [sea](sea.md). Base type of [ship](s.md). See [port](p.md).",
        "ship",
    ),
    "a list that is announced": (
        "The derived types are:\n\n- [ship](s.md), see [sea](sea.md)\n- [boat](b.md)",
        "ship boat",
    ),
    "a list that is announced on two lines": (
        "These are the derived\ntypes:\n\n- [ship](s.md)",
        "ship",
    ),
    "a table": (
        "A.\n\n## Derived types\n|Type|Of|\n|--|--|\n|[ship](s.md)|[sea](sea.md)|",
        "ship",
    ),
}


@pytest.mark.parametrize(("text", "names"), NAMED.values(), ids=NAMED)
def test_derived_types_are_named(chapter: Chapters, text: str, names: str) -> None:
    found = derived_types(chapter(HEAD + text))
    assert " ".join(name.text for name in found) == names


NOT_NAMED = {
    "words without links": "The base type of ship and boat.",
    "a link that says where": "The base type for things on the [sea](sea.md).",
    "a link in front": "A [thing](t.md) that is the base type of all.",
    "a list that nothing announces": "All of this:\n\n- [ship](s.md)",
    "a list below other words": "The derived types.\n\nSee:\n\n- [ship](s.md)",
    "a table under another title": "A.\n\n## Types\n|Type|\n|--|\n|[ship](s.md)|",
}


@pytest.mark.parametrize("text", NOT_NAMED.values(), ids=NOT_NAMED)
def test_no_derived_type_is_named(chapter: Chapters, text: str) -> None:
    assert derived_types(chapter(HEAD + text)) == ()


def test_sentences_beyond_the_most_are_not_looked_at(chapter: Chapters) -> None:
    text = "A base type of [ship](s.md). " * (MOST_SENTENCES + 10)
    assert len(derived_types(chapter(HEAD + text))) == MOST_SENTENCES
