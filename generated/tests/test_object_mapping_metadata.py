"""What is said of `microsoft.graph.objectMappingMetadata` on
`resources/enums-synchronization.md`, held against its class.
"""

from graph.models import ObjectMappingMetadata, lookup_enum


def test_type_name() -> None:
    assert lookup_enum("microsoft.graph.objectMappingMetadata") is ObjectMappingMetadata


def test_members() -> None:
    members: dict[str, str] = {
        "ESCROW_BEHAVIOR": "EscrowBehavior",
        "DISABLE_MONITORING_FOR_CHANGES": "DisableMonitoringForChanges",
        "ORIGINAL_JOINING_PROPERTY": "OriginalJoiningProperty",
        "DISPOSITION": "Disposition",
        "IS_CUSTOMER_DEFINED": "IsCustomerDefined",
        "EXCLUDE_FROM_REPORTING": "ExcludeFromReporting",
        "UNSYNCHRONIZED": "Unsynchronized",
    }
    assert {member.name: member.value for member in ObjectMappingMetadata} == members


def test_unknown_value_is_kept() -> None:
    unknown = ObjectMappingMetadata("a value that no page names")
    assert str(unknown) == "a value that no page names"
    assert not unknown.is_known


# Your own checks below this line are kept.
