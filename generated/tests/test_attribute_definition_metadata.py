"""Tests of `attributeDefinitionMetadata`, generated from
`resources/enums-synchronization.md`.
"""

from graph import models

TYPE = "microsoft.graph.attributeDefinitionMetadata"
MEMBERS = {
    "BASE_ATTRIBUTE_NAME": "BaseAttributeName",
    "COMPLEX_OBJECT_DEFINITION": "ComplexObjectDefinition",
    "IS_CONTAINER": "IsContainer",
    "IS_CUSTOMER_DEFINED": "IsCustomerDefined",
    "IS_DOMAIN_QUALIFIED": "IsDomainQualified",
    "LINK_PROPERTY_NAMES": "LinkPropertyNames",
    "LINK_TYPE_NAME": "LinkTypeName",
    "MAXIMUM_LENGTH": "MaximumLength",
    "REFERENCED_PROPERTY": "ReferencedProperty",
}


def test_type_name() -> None:
    assert models.lookup_enum(TYPE) is models.AttributeDefinitionMetadata


def test_members() -> None:
    members = list(models.AttributeDefinitionMetadata)
    assert {member.name: member.value for member in members} == MEMBERS


def test_unknown_value_is_kept() -> None:
    unknown = models.AttributeDefinitionMetadata("unheard of")
    assert str(unknown) == "unheard of"
    assert not unknown.is_known


# Your own checks below this line are kept.
