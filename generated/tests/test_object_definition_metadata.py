"""What `resources/enums-synchronization.md` says of `objectDefinitionMetadata`."""

from graph.models import ObjectDefinitionMetadata, lookup_enum

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
    assert lookup_enum(TYPE) is ObjectDefinitionMetadata


def test_members() -> None:
    members = list(ObjectDefinitionMetadata)
    assert {member.name: member.value for member in members} == MEMBERS


def test_unknown_value_is_kept() -> None:
    unknown = ObjectDefinitionMetadata("a value that no page names")
    assert str(unknown) == "a value that no page names"
    assert not unknown.is_known


# Your own checks below this line are kept.
