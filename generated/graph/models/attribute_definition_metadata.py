"""The enum `microsoft.graph.attributeDefinitionMetadata`."""

from graph._enums import OpenEnum


class AttributeDefinitionMetadata(OpenEnum):
    """See `resources/enums-synchronization.md`."""

    BASE_ATTRIBUTE_NAME = "BaseAttributeName"
    """The attribute that this one is a variant of."""

    COMPLEX_OBJECT_DEFINITION = "ComplexObjectDefinition"
    """The object whose attributes are the parts of this one."""

    IS_CONTAINER = "IsContainer"
    """Whether the attribute names the container that an object is in."""

    IS_CUSTOMER_DEFINED = "IsCustomerDefined"
    """Whether the attribute was added by an administrator."""

    IS_DOMAIN_QUALIFIED = "IsDomainQualified"
    """Whether values carry a domain, as in anna@contoso.com."""

    LINK_PROPERTY_NAMES = "LinkPropertyNames"
    """Attributes that are kept with each link, such as the role of a member."""

    LINK_TYPE_NAME = "LinkTypeName"
    """Name of the kind of link that the attribute represents."""

    MAXIMUM_LENGTH = "MaximumLength"
    """How many characters a value can have."""

    REFERENCED_PROPERTY = "ReferencedProperty"
    """Attribute by which a referenced object is found."""
