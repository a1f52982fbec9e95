"""Tests of `objectMappingMetadata`, generated from
`resources/enums-synchronization.md`.
"""

from graph import models

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
    assert models.lookup_enum(TYPE) is models.ObjectMappingMetadata


def test_members() -> None:
    members = list(models.ObjectMappingMetadata)
    assert {member.name: member.value for member in members} == MEMBERS


def test_unknown_value_is_kept() -> None:
    unknown = models.ObjectMappingMetadata("unheard of")
    assert str(unknown) == "unheard of"
    assert not unknown.is_known


# Your own checks below this line are kept.
