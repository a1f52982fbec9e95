"""The enum `microsoft.graph.directoryDefinitionDiscoverabilities`."""

from graph._enums import FlagsEnum


class DirectoryDefinitionDiscoverabilities(FlagsEnum):
    """Describes what a directory can be asked for during discovery.

    See `resources/synchronization-directorydefinitiondiscoverabilities.md`.
    """

    NONE = "None"
    """The directory can't be asked for anything."""

    ATTRIBUTE_NAMES = "AttributeNames"
    """The directory can list the names of attributes."""

    ATTRIBUTE_DATA_TYPES = "AttributeDataTypes"
    """The directory can tell the type of each attribute."""

    ATTRIBUTE_READ_ONLY = "AttributeReadOnly"
    """The directory can tell which attributes accept no changes."""

    REFERENCE_ATTRIBUTES = "ReferenceAttributes"
    """The directory can tell which attributes point to other objects."""

    UNKNOWN_FUTURE_VALUE = "UnknownFutureValue"
    """Stands for members that are added later. Do not use."""
