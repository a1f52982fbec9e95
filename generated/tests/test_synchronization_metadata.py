"""Tests of `synchronizationMetadata`, generated from
`resources/enums-synchronization.md`.
"""

from graph import models

TYPE = "microsoft.graph.synchronizationMetadata"
MEMBERS = {
    "GALLERY_APPLICATION_IDENTIFIER": "GalleryApplicationIdentifier",
    "GALLERY_APPLICATION_KEY": "GalleryApplicationKey",
    "IS_OAUTH_ENABLED": "IsOAuthEnabled",
    "IS_SYNCHRONIZATION_AGENT_ASSIGNMENT_REQUIRED": "IsSynchronizationAgentAssignmentRequired",
    "IS_SYNCHRONIZATION_AGENT_REQUIRED": "IsSynchronizationAgentRequired",
    "IS_SYNCHRONIZATION_IN_PREVIEW": "IsSynchronizationInPreview",
    "OAUTH_SETTINGS": "OAuthSettings",
    "SYNCHRONIZATION_LEARN_MORE_IBIZA_FW_LINK": "SynchronizationLearnMoreIbizaFwLink",
    "CONFIGURATION_FIELDS": "ConfigurationFields",
}


def test_type_name() -> None:
    assert models.lookup_enum(TYPE) is models.SynchronizationMetadata


def test_members() -> None:
    members = list(models.SynchronizationMetadata)
    assert {member.name: member.value for member in members} == MEMBERS


def test_unknown_value_is_kept() -> None:
    unknown = models.SynchronizationMetadata("unheard of")
    assert str(unknown) == "unheard of"
    assert not unknown.is_known


# Your own checks below this line are kept.
