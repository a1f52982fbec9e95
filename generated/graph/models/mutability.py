"""The enum `microsoft.graph.mutability`."""

from graph._enums import OpenEnum


class Mutability(OpenEnum):
    """See `resources/synchronization-attributedefinition.md`."""

    READ_WRITE = "ReadWrite"
    READ_ONLY = "ReadOnly"
    IMMUTABLE = "Immutable"
    WRITE_ONLY = "WriteOnly"
