"""The enum `microsoft.graph.objectMappingMetadata`."""

from graph._enums import OpenEnum


class ObjectMappingMetadata(OpenEnum):
    """See `resources/enums-synchronization.md`."""

    ESCROW_BEHAVIOR = "EscrowBehavior"
    """What becomes of an object that could not be written."""

    DISABLE_MONITORING_FOR_CHANGES = "DisableMonitoringForChanges"
    """Whether changes in the target are ignored."""

    ORIGINAL_JOINING_PROPERTY = "OriginalJoiningProperty"
    """Attribute by which objects were paired when the mapping was made."""

    DISPOSITION = "Disposition"
    """Role of the mapping among the mappings of the same object."""

    IS_CUSTOMER_DEFINED = "IsCustomerDefined"
    """Whether the mapping was added by an administrator."""

    EXCLUDE_FROM_REPORTING = "ExcludeFromReporting"
    """Whether the mapping is left out of reports."""

    UNSYNCHRONIZED = "Unsynchronized"
    """Whether the mapping exists for reference only and synchronizes nothing."""
