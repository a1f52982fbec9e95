"""What `resources/synchronization-attributedefinition.md` says of `mutability`."""

from graph.models import Mutability, lookup_enum

TYPE = "microsoft.graph.mutability"
MEMBERS = {
    "READ_WRITE": "ReadWrite",
    "READ_ONLY": "ReadOnly",
    "IMMUTABLE": "Immutable",
    "WRITE_ONLY": "WriteOnly",
}


def test_type_name() -> None:
    assert lookup_enum(TYPE) is Mutability


def test_members() -> None:
    members = list(Mutability)
    assert {member.name: member.value for member in members} == MEMBERS


def test_unknown_value_is_kept() -> None:
    unknown = Mutability("a value that no page names")
    assert str(unknown) == "a value that no page names"
    assert not unknown.is_known


# Your own checks below this line are kept.
