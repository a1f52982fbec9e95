"""The enum `microsoft.graph.attributeFlowType`."""

from graph._enums import OpenEnum


class AttributeFlowType(OpenEnum):
    """See `resources/synchronization-attributemapping.md`."""

    ALWAYS = "Always"
    """Written when the target object is created and when it is updated."""

    OBJECT_ADD_ONLY = "ObjectAddOnly"
    """Written only when the target object is created."""

    MULTI_VALUE_ADD_ONLY = "MultiValueAddOnly"
    """Values are added to a multivalued attribute; none is ever removed."""

    VALUE_ADD_ONLY = "ValueAddOnly"
    """Written only while the target attribute is empty."""

    ATTRIBUTE_ADD_ONLY = "AttributeAddOnly"
    """Written only when the attribute comes into the mapping for the first time."""
