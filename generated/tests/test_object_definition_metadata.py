"""Tests of `objectDefinitionMetadata`, generated from
`resources/enums-synchronization.md`.
"""

from graph import models

TYPE = "microsoft.graph.objectDefinitionMetadata"
MEMBERS = {
    "PROPERTY_NAME_ACCOUNT_ENABLED": "PropertyNameAccountEnabled",
    "PROPERTY_NAME_SOFT_DELETED": "PropertyNameSoftDeleted",
    "IS_SOFT_DELETION_SUPPORTED": "IsSoftDeletionSupported",
    "IS_SYNCHRONIZE_ALL_SUPPORTED": "IsSynchronizeAllSupported",
    "CONNECTOR_DATA_STORAGE_REQUIRED": "ConnectorDataStorageRequired",
    "EXTENSIONS": "Extensions",
    "BASE_OBJECT_NAME": "BaseObjectName",
}


def test_type_name() -> None:
    assert models.lookup_enum(TYPE) is models.ObjectDefinitionMetadata


def test_members() -> None:
    members = list(models.ObjectDefinitionMetadata)
    assert {member.name: member.value for member in members} == MEMBERS


def test_unknown_value_is_kept() -> None:
    unknown = models.ObjectDefinitionMetadata("unheard of")
    assert str(unknown) == "unheard of"
    assert not unknown.is_known


# Your own checks below this line are kept.
