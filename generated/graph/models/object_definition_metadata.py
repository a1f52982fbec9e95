"""The enum `microsoft.graph.objectDefinitionMetadata`."""

from graph._enums import OpenEnum


class ObjectDefinitionMetadata(OpenEnum):
    """See `resources/enums-synchronization.md`."""

    PROPERTY_NAME_ACCOUNT_ENABLED = "PropertyNameAccountEnabled"
    """Attribute that says whether an account can be used."""

    PROPERTY_NAME_SOFT_DELETED = "PropertyNameSoftDeleted"
    """Attribute that says whether an object is in the recycle bin."""

    IS_SOFT_DELETION_SUPPORTED = "IsSoftDeletionSupported"
    """Whether objects can be put into a recycle bin instead of being deleted."""

    IS_SYNCHRONIZE_ALL_SUPPORTED = "IsSynchronizeAllSupported"
    """Whether all objects can be provisioned, not only assigned ones."""

    CONNECTOR_DATA_STORAGE_REQUIRED = "ConnectorDataStorageRequired"
    """Whether the connector has to remember something about each object."""

    EXTENSIONS = "Extensions"
    """Names of extensions that the object can carry."""

    BASE_OBJECT_NAME = "BaseObjectName"
    """The object that this one is a variant of."""
