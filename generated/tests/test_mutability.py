"""What is said of `microsoft.graph.mutability` on
`resources/synchronization-attributedefinition.md`, held against its class.
"""

from graph.models import Mutability, lookup_enum


def test_type_name() -> None:
    assert lookup_enum("microsoft.graph.mutability") is Mutability


def test_members() -> None:
    members: dict[str, str] = {
        "READ_WRITE": "ReadWrite",
        "READ_ONLY": "ReadOnly",
        "IMMUTABLE": "Immutable",
        "WRITE_ONLY": "WriteOnly",
    }
    assert {member.name: member.value for member in Mutability} == members


def test_unknown_value_is_kept() -> None:
    unknown = Mutability("a value that no page names")
    assert str(unknown) == "a value that no page names"
    assert not unknown.is_known


# Your own checks below this line are kept.
