"""The enum `microsoft.graph.synchronizationMetadata`."""

from graph._enums import OpenEnum


class SynchronizationMetadata(OpenEnum):
    """See `resources/enums-synchronization.md`."""

    GALLERY_APPLICATION_IDENTIFIER = "GalleryApplicationIdentifier"
    GALLERY_APPLICATION_KEY = "GalleryApplicationKey"
    IS_OAUTH_ENABLED = "IsOAuthEnabled"
    IS_SYNCHRONIZATION_AGENT_ASSIGNMENT_REQUIRED = (
        "IsSynchronizationAgentAssignmentRequired"
    )
    IS_SYNCHRONIZATION_AGENT_REQUIRED = "IsSynchronizationAgentRequired"
    IS_SYNCHRONIZATION_IN_PREVIEW = "IsSynchronizationInPreview"
    OAUTH_SETTINGS = "OAuthSettings"
    SYNCHRONIZATION_LEARN_MORE_IBIZA_FW_LINK = "SynchronizationLearnMoreIbizaFwLink"
    CONFIGURATION_FIELDS = "ConfigurationFields"
