"""Tests of `mutability`, generated from
`resources/synchronization-attributedefinition.md`.
"""

from graph import models

TYPE = "microsoft.graph.mutability"
MEMBERS = {
    "READ_WRITE": "ReadWrite",
    "READ_ONLY": "ReadOnly",
    "IMMUTABLE": "Immutable",
    "WRITE_ONLY": "WriteOnly",
}


def test_type_name() -> None:
    assert models.lookup_enum(TYPE) is models.Mutability


def test_members() -> None:
    members = list(models.Mutability)
    assert {member.name: member.value for member in members} == MEMBERS


def test_unknown_value_is_kept() -> None:
    unknown = models.Mutability("unheard of")
    assert str(unknown) == "unheard of"
    assert not unknown.is_known


# Your own checks below this line are kept.
