"""What `resources/enums-synchronization.md` says of `synchronizationMetadata`."""

from graph.models import SynchronizationMetadata, lookup_enum

TYPE = "microsoft.graph.synchronizationMetadata"
MEMBERS = {
    "GALLERY_APPLICATION_IDENTIFIER": "GalleryApplicationIdentifier",
    "GALLERY_APPLICATION_KEY": "GalleryApplicationKey",
    "IS_O_AUTH_ENABLED": "IsOAuthEnabled",
    "IS_SYNCHRONIZATION_AGENT_ASSIGNMENT_REQUIRED": "IsSynchronizationAgentAssignmentRequired",
    "IS_SYNCHRONIZATION_AGENT_REQUIRED": "IsSynchronizationAgentRequired",
    "IS_SYNCHRONIZATION_IN_PREVIEW": "IsSynchronizationInPreview",
    "O_AUTH_SETTINGS": "OAuthSettings",
    "SYNCHRONIZATION_LEARN_MORE_IBIZA_FW_LINK": "SynchronizationLearnMoreIbizaFwLink",
    "CONFIGURATION_FIELDS": "ConfigurationFields",
}


def test_type_name() -> None:
    assert lookup_enum(TYPE) is SynchronizationMetadata


def test_members() -> None:
    members = list(SynchronizationMetadata)
    assert {member.name: member.value for member in members} == MEMBERS


def test_unknown_value_is_kept() -> None:
    unknown = SynchronizationMetadata("a value that no page names")
    assert str(unknown) == "a value that no page names"
    assert not unknown.is_known


# Your own checks below this line are kept.
