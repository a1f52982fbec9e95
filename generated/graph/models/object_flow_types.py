"""The enum `microsoft.graph.objectFlowTypes`."""

from graph._enums import FlagsEnum


class ObjectFlowTypes(FlagsEnum):
    """See `resources/synchronization-objectmapping.md`."""

    NONE = "None"
    """Nothing is synchronized."""

    ADD = "Add"
    """New source objects are created in the target."""

    UPDATE = "Update"
    """Changed source objects are changed in the target."""

    DELETE = "Delete"
    """Objects that left the source, or its scope, are deleted in the target."""
