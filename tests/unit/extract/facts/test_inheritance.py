"""The ancestors that a description names: the words before them, and what they are."""

from collections.abc import Callable

import pytest

from docgen.extract.facts.inheritance import MOST_ANCESTORS, inherited_from
from docgen.markdown.page import Inline
from docgen.source import Span

Inlines = Callable[[str], Inline]

NAMED: dict[str, tuple[str, list[tuple[str, str | None]]]] = {
    "inherited from a link": ("Inherited from [ship](s.md).", [("ship", "s.md")]),
    "inherits from a word": ("It inherits from ship.", [("ship", None)]),
    "with an article": ("Inherited from an [ark](a.md).", [("ark", "a.md")]),
    "a qualified name": ("Inherited from sea.ship.", [("sea.ship", None)]),
    "in bold and code": ("Inherited from **`ship`**.", [("ship", None)]),
    "the line ends in the words": ("Inherited\nfrom [ship](s.md)", [("ship", "s.md")]),
    "the line ends before the name": ("Inherited from\n[ship](s)", [("ship", "s")]),
    "two": (
        "Inherited from [ship](s.md). Inherited from thing",
        [("ship", "s.md"), ("thing", None)],
    ),
    "no name behind the words": ("Inherited from 7 ships.", []),
    "other words": ("An inherited hull from ship.", []),
}


@pytest.mark.parametrize(("text", "names"), NAMED.values(), ids=NAMED)
def test_ancestors_are_named(
    inline: Inlines, text: str, names: list[tuple[str, str | None]]
) -> None:
    found = inherited_from(inline(text))
    assert [(name.text, name.target) for name in found] == names


def test_a_name_has_its_place(inline: Inlines) -> None:
    (name,) = inherited_from(inline("The id.\nInherited from [ship](s.md)"))
    assert name.span == Span(2, 17, 21)


def test_ancestors_beyond_the_most_are_not_read(inline: Inlines) -> None:
    found = inherited_from(inline("Inherited from ship. " * (MOST_ANCESTORS + 5)))
    assert len(found) == MOST_ANCESTORS
