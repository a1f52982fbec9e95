"""Facts that are so or not: which sentences claim them."""

import pytest

from docgen.extract.facts.claims import claims, is_deprecated

CLAIMS: dict[str, tuple[str, dict[str, bool]]] = {
    "read-only as a sentence": ("The name. Read-only.", {"read_only": True}),
    "read only without a hyphen": ("Read only. The name.", {"read_only": True}),
    "read-only as a clause": ("This property is read-only.", {"read_only": True}),
    "read-only in brackets": ("The name (read-only)", {"read_only": True}),
    "read-only and nullable": (
        "Read-only and nullable.",
        {"read_only": True, "nullable": True},
    ),
    "read-only under a condition": ("Read-only for guests.", {}),
    "read and write": ("Read-write.", {"read_only": False}),
    "nullable": ("Nullable.", {"nullable": True}),
    "can be null": ("The name. It can be null.", {"nullable": True}),
    "not nullable": ("Key. Not nullable.", {"is_key": True, "nullable": False}),
    "non-nullable": ("Non-nullable.", {"nullable": False}),
    "cannot be null": ("The name. Cannot be null.", {"nullable": False}),
    "required": ("Required. The name.", {"required": True}),
    "required under a condition": ("Required when a ship is made.", {}),
    "a word in a sentence": ("The required name.", {}),
    "optional": ("Optional. The name.", {"required": False}),
    "not required": ("The name. Not required.", {"required": False}),
    "a key": ("Unique identifier. Key.", {"is_key": True}),
    "the key of the entity": ("Key of the entity.", {"is_key": True}),
    "a key without a full stop before": ("The **ship** Key. ", {"is_key": True}),
    "the word key": ("A key opens the hold.", {}),
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
    "a claim before an inheritance": (
        "Read-only Inherited from ship",
        {"read_only": True},
    ),
    "nothing": ("The hull of the ship.", {}),
}


@pytest.mark.parametrize(("text", "said"), CLAIMS.values(), ids=CLAIMS)
def test_a_sentence_claims(text: str, said: dict[str, bool]) -> None:
    assert claims(text) == said


DEPRECATED = {
    "a sentence": ("Deprecated. Use sail.", True),
    "a clause": ("This property is deprecated and will be removed.", True),
    "in brackets": ("The name (deprecated)", True),
    "in capitals": ("DEPRECATED: use sail.", True),
    "something else that is": ("Lists deprecated apps.", False),
}


@pytest.mark.parametrize(("text", "is_so"), DEPRECATED.values(), ids=DEPRECATED)
def test_what_is_deprecated(text: str, is_so: bool) -> None:
    assert is_deprecated(text) is is_so


def test_a_million_blanks_are_read() -> None:
    assert claims("Read-only" + " " * 1_000_000 + "key") == {}
