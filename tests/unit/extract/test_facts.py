"""Facts in descriptions: phrases that state one, phrases that do not, and ancestors."""

from collections.abc import Callable

import pytest

from docgen.extract.facts import (
    MAX_ANCESTORS,
    NO_FACTS,
    Facts,
    boolean_facts,
    facts,
    facts_in_remark,
    inherited_from,
    is_deprecated,
)
from docgen.extract.type_expression import TypeName
from docgen.markdown.page import Inline
from docgen.schema.edm import FACT_WORDS
from docgen.source import Span

Inlines = Callable[[str], Inline]

REMARKS: dict[str, tuple[str, dict[str, bool]]] = {
    "one fact": ("read-only", {"read_only": True}),
    "a fact in an open bracket": ("(required", {"required": True}),
    "several facts": (
        "Required, read only; not nullable.",
        {"required": True, "read_only": True, "nullable": False},
    ),
    "facts before and after a type": (
        "key and required, [read-only]",
        {"is_key": True, "required": True, "read_only": True},
    ),
    "a fact and something else": ("required, max 20", {}),
    "a fact with a condition": ("required for guests", {}),
    "nothing": ("", {}),
    "marks only": ("( )", {}),
    "too many words": ("required, " * 30, {}),
}


@pytest.mark.parametrize(("text", "expected"), REMARKS.values(), ids=REMARKS.keys())
def test_a_remark_of_facts_alone_has_them(text: str, expected: dict[str, bool]) -> None:
    assert facts_in_remark(text) == expected


@pytest.mark.parametrize("word", sorted(FACT_WORDS))
def test_each_word_before_a_type_is_a_fact(word: str) -> None:
    assert len(facts_in_remark(word)) == 1


BOOLEAN_FACTS: dict[str, tuple[str, dict[str, bool]]] = {
    "read-only as a sentence": ("The name. Read-only.", {"read_only": True}),
    "read only without a hyphen": ("Read only. The name.", {"read_only": True}),
    "read-only as a clause": ("This property is read-only.", {"read_only": True}),
    "read-only in parentheses": ("The name (read-only)", {"read_only": True}),
    "read-only and nullable": (
        "Read-only and nullable.",
        {"read_only": True, "nullable": True},
    ),
    "read-only with a condition": ("Read-only for guests.", {}),
    "read-write": ("Read-write.", {"read_only": False}),
    "nullable": ("Nullable.", {"nullable": True}),
    "can be null": ("The name. It can be null.", {"nullable": True}),
    "not nullable": ("Key. Not nullable.", {"is_key": True, "nullable": False}),
    "non-nullable": ("Non-nullable.", {"nullable": False}),
    "cannot be null": ("The name. Cannot be null.", {"nullable": False}),
    "required": ("Required. The name.", {"required": True}),
    "required with a condition": ("Required when a ship is created.", {}),
    "required as an adjective": ("The required name.", {}),
    "optional": ("Optional. The name.", {"required": False}),
    "not required": ("The name. Not required.", {"required": False}),
    "key": ("Unique identifier. Key.", {"is_key": True}),
    "key of the entity": ("Key of the entity.", {"is_key": True}),
    "key without a full stop before it": ("The **ship** Key. ", {"is_key": True}),
    "key as a noun": ("A key opens the hold.", {}),
    "returned only on $select": (
        "The hull.\n\nReturned only on $select.",
        {"returned_on_select": True},
    ),
    "requires $select": (
        "The hull. Requires $select to retrieve.",
        {"returned_on_select": True},
    ),
    "returned by default": ("Returned by default.", {"returned_on_select": False}),
    "deprecated": ("Deprecated. Use hull.", {"deprecated": True}),
    "read-only before inherited from": (
        "Read-only Inherited from ship",
        {"read_only": True},
    ),
    "no fact": ("The hull of the ship.", {}),
}


@pytest.mark.parametrize(
    ("text", "expected"), BOOLEAN_FACTS.values(), ids=BOOLEAN_FACTS
)
def test_boolean_facts_are_parsed(text: str, expected: dict[str, bool]) -> None:
    assert boolean_facts(text) == expected


def test_a_million_spaces_are_parsed() -> None:
    assert boolean_facts("Read-only" + " " * 1_000_000 + "key") == {}


DEPRECATED = {
    "a sentence": ("Deprecated. Use sail.", True),
    "a clause": ("This property is deprecated and will be removed.", True),
    "in parentheses": ("The name (deprecated)", True),
    "in capitals": ("DEPRECATED: use sail.", True),
    "another subject": ("Lists deprecated apps.", False),
}


@pytest.mark.parametrize(("text", "expected"), DEPRECATED.values(), ids=DEPRECATED)
def test_deprecated_is_true_only_for_the_subject(text: str, expected: bool) -> None:
    assert is_deprecated(text) is expected


ANCESTORS: dict[str, tuple[str, list[tuple[str, str | None]]]] = {
    "inherited from a link": ("Inherited from [ship](s.md).", [("ship", "s.md")]),
    "inherited from a word": ("The id. Inherited from ship.", [("ship", None)]),
    "inherits from a word": ("It inherits from ship.", [("ship", None)]),
    "the article the": ("Inherited from the [ship](s.md).", [("ship", "s.md")]),
    "the article an": ("Inherited from an [ark](a.md).", [("ark", "a.md")]),
    "a qualified name": ("Inherited from sea.ship.", [("sea.ship", None)]),
    "bold code": ("Inherited from **`ship`**.", [("ship", None)]),
    "a line break in the phrase": (
        "Inherited\nfrom [ship](s.md)",
        [("ship", "s.md")],
    ),
    "a line break before the name": ("Inherited from\n[ship](s)", [("ship", "s")]),
    "two ancestors": (
        "Inherited from [ship](s.md). Inherited from thing",
        [("ship", "s.md"), ("thing", None)],
    ),
    "no name after the phrase": ("Inherited from 7 ships.", []),
    "another phrase": ("An inherited hull from ship.", []),
}


@pytest.mark.parametrize(("text", "names"), ANCESTORS.values(), ids=ANCESTORS)
def test_ancestors_are_parsed(
    inline: Inlines, text: str, names: list[tuple[str, str | None]]
) -> None:
    found = inherited_from(inline(text))
    assert [(name.text, name.target) for name in found] == names


def test_the_span_of_an_ancestor_is_that_of_its_name(inline: Inlines) -> None:
    (name,) = inherited_from(inline("The id.\nInherited from [ship](s.md)"))
    assert name.span == Span(2, 17, 21)


def test_at_most_max_ancestors_are_parsed(inline: Inlines) -> None:
    found = inherited_from(inline("Inherited from ship. " * (MAX_ANCESTORS + 5)))
    assert len(found) == MAX_ANCESTORS


def test_one_description_can_contain_all_facts(inline: Inlines) -> None:
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


def test_a_description_may_contain_no_facts(inline: Inlines) -> None:
    assert facts(inline("The hull of the ship.")) == NO_FACTS


@pytest.mark.parametrize(
    ("remark", "is_read_only"),
    [("`red` (read-only)", None), ("The name (read-only)", True)],
    ids=["after a value", "after another word"],
)
def test_a_remark_after_a_value_says_nothing_of_the_property(
    inline: Inlines, remark: str, *, is_read_only: bool | None
) -> None:
    found = facts(inline(f"Possible values are: `red`, `green`. {remark}"))
    assert found.values == ("red", "green")
    assert found.read_only is is_read_only
