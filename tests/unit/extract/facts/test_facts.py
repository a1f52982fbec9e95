"""The facts of a description as a whole, and the ancestors that it names."""

from collections.abc import Callable

import pytest

from docgen.extract.facts import NO_FACTS, Facts
from docgen.extract.facts.reading import facts
from docgen.extract.type_expression import TypeName
from docgen.markdown.page import Inline
from docgen.source import Span

Inlines = Callable[[str], Inline]

INHERITED: dict[str, tuple[str, list[tuple[str, str | None]]]] = {
    "a link": ("The id. Inherited from [ship](ship.md)", [("ship", "ship.md")]),
    "a word": ("The id. Inherited from ship.", [("ship", None)]),
    "with an article": ("Inherited from the [ship](s.md).", [("ship", "s.md")]),
    "two": (
        "Inherited from [ship](s.md). Inherited from [thing](t.md)",
        [("ship", "s.md"), ("thing", "t.md")],
    ),
    "none": ("The id of the ship.", []),
}


@pytest.mark.parametrize(("text", "names"), INHERITED.values(), ids=INHERITED)
def test_ancestors_are_named(
    inline: Inlines, text: str, names: list[tuple[str, str | None]]
) -> None:
    found = facts(inline(text)).inherited_from
    assert [(name.text, name.target) for name in found] == names


def test_all_facts_are_read_from_one_description(inline: Inlines) -> None:
    text = (
        "The depth. Possible values are: `low`, `high`. Default is `low`. Required. "
        "Not nullable. Supports `$filter` (`eq`). Inherited from [ship](ship.md)."
    )
    name = TypeName(text="ship", target="ship.md", span=Span(1, 133, 137))
    assert facts(inline(text)) == Facts(
        nullable=False,
        required=True,
        values=("low", "high"),
        default="low",
        filter=("eq",),
        inherited_from=(name,),
    )


def test_a_plain_description_states_nothing(inline: Inlines) -> None:
    assert facts(inline("The hull of the ship.")) == NO_FACTS
