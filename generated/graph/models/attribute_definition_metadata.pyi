from graph._enums import OpenEnum

class AttributeDefinitionMetadata(OpenEnum):
    BASE_ATTRIBUTE_NAME = "BaseAttributeName"
    COMPLEX_OBJECT_DEFINITION = "ComplexObjectDefinition"
    IS_CONTAINER = "IsContainer"
    IS_CUSTOMER_DEFINED = "IsCustomerDefined"
    IS_DOMAIN_QUALIFIED = "IsDomainQualified"
    LINK_PROPERTY_NAMES = "LinkPropertyNames"
    LINK_TYPE_NAME = "LinkTypeName"
    MAXIMUM_LENGTH = "MaximumLength"
    REFERENCED_PROPERTY = "ReferencedProperty"
