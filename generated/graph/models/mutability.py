"""The enum `microsoft.graph.mutability`."""

from graph._enums import OpenEnum


class Mutability(OpenEnum):
    """`mutability`, see `resources/synchronization-attributedefinition.md`."""

    READ_WRITE = "ReadWrite"
    READ_ONLY = "ReadOnly"
    IMMUTABLE = "Immutable"
    WRITE_ONLY = "WriteOnly"
