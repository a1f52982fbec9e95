"""The enum `microsoft.graph.attributeMappingSourceType`."""

from graph._enums import OpenEnum


class AttributeMappingSourceType(OpenEnum):
    """See `resources/synchronization-attributemappingsource.md`."""

    ATTRIBUTE = "Attribute"
    """The value of an attribute of the source object."""

    CONSTANT = "Constant"
    """The same text for every object."""

    FUNCTION = "Function"
    """What a function returns for the given parameters."""
