"""The enum `microsoft.graph.attributeType`."""

from graph._enums import OpenEnum


class AttributeType(OpenEnum):
    """Describes what kind of value an attribute holds. Used by attributeDefinition.

    See `resources/synchronization-attributetype.md`.
    """

    STRING = "String"
    """Text of any length."""

    INTEGER = "Integer"
    """A whole number."""

    REFERENCE = "Reference"
    """A pointer to another object, such as the manager of a user."""

    BINARY = "Binary"
    """Bytes, written as Base64 text."""

    BOOLEAN = "Boolean"
    """Either true or false."""

    DATE_TIME = "DateTime"
    """A moment in time, with date and time of day."""
