"""What `resources/enums-synchronization.md` says of `objectMappingMetadata`."""

from graph.models import ObjectMappingMetadata, lookup_enum

TYPE = "microsoft.graph.objectMappingMetadata"
MEMBERS = {
    "ESCROW_BEHAVIOR": "EscrowBehavior",
    "DISABLE_MONITORING_FOR_CHANGES": "DisableMonitoringForChanges",
    "ORIGINAL_JOINING_PROPERTY": "OriginalJoiningProperty",
    "DISPOSITION": "Disposition",
    "IS_CUSTOMER_DEFINED": "IsCustomerDefined",
    "EXCLUDE_FROM_REPORTING": "ExcludeFromReporting",
    "UNSYNCHRONIZED": "Unsynchronized",
}


def test_type_name() -> None:
    assert lookup_enum(TYPE) is ObjectMappingMetadata


def test_members() -> None:
    members = list(ObjectMappingMetadata)
    assert {member.name: member.value for member in members} == MEMBERS


def test_unknown_value_is_kept() -> None:
    unknown = ObjectMappingMetadata("a value that no page names")
    assert str(unknown) == "a value that no page names"
    assert not unknown.is_known


# Your own checks below this line are kept.
