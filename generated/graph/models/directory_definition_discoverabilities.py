"""The enum `microsoft.graph.directoryDefinitionDiscoverabilities`."""

from graph._enums import FlagsEnum


class DirectoryDefinitionDiscoverabilities(FlagsEnum):
    """Describes what can be discovered in a directory.

    See `resources/synchronization-directorydefinitiondiscoverabilities.md`.
    """

    NONE = "None"
    """Nothing can be discovered."""

    ATTRIBUTE_NAMES = "AttributeNames"
    """The directory can list the names of attributes."""

    ATTRIBUTE_DATA_TYPES = "AttributeDataTypes"
    """The type of each attribute can be discovered."""

    ATTRIBUTE_READ_ONLY = "AttributeReadOnly"
    """The attributes that accept no changes can be discovered."""

    REFERENCE_ATTRIBUTES = "ReferenceAttributes"
    """The attributes that point to other objects can be discovered."""

    UNKNOWN_FUTURE_VALUE = "UnknownFutureValue"
    """Stands for members that are added later. Do not use."""
