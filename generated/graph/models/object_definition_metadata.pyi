from graph._enums import OpenEnum

class ObjectDefinitionMetadata(OpenEnum):
    PROPERTY_NAME_ACCOUNT_ENABLED = "PropertyNameAccountEnabled"
    PROPERTY_NAME_SOFT_DELETED = "PropertyNameSoftDeleted"
    IS_SOFT_DELETION_SUPPORTED = "IsSoftDeletionSupported"
    IS_SYNCHRONIZE_ALL_SUPPORTED = "IsSynchronizeAllSupported"
    CONNECTOR_DATA_STORAGE_REQUIRED = "ConnectorDataStorageRequired"
    EXTENSIONS = "Extensions"
    BASE_OBJECT_NAME = "BaseObjectName"
