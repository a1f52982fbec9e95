from graph._enums import OpenEnum

class ObjectMappingMetadata(OpenEnum):
    ESCROW_BEHAVIOR = "EscrowBehavior"
    DISABLE_MONITORING_FOR_CHANGES = "DisableMonitoringForChanges"
    ORIGINAL_JOINING_PROPERTY = "OriginalJoiningProperty"
    DISPOSITION = "Disposition"
    IS_CUSTOMER_DEFINED = "IsCustomerDefined"
    EXCLUDE_FROM_REPORTING = "ExcludeFromReporting"
    UNSYNCHRONIZED = "Unsynchronized"
