"""Tests of `attributeDefinition`, generated from
`resources/synchronization-attributedefinition.md`.
"""

from graph import models, wire_names

TYPE = "microsoft.graph.attributeDefinition"
WIRE_NAMES = {
    "anchor": "anchor",
    "api_expressions": "apiExpressions",
    "case_exact": "caseExact",
    "default_value": "defaultValue",
    "flow_null_values": "flowNullValues",
    "metadata": "metadata",
    "multivalued": "multivalued",
    "mutability": "mutability",
    "name": "name",
    "referenced_objects": "referencedObjects",
    "required": "required",
    "type": "type",
}
SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.attributeDefinition",
    "anchor": True,
    "apiExpressions": [{"@odata.type": "microsoft.graph.stringKeyStringValuePair"}],
    "caseExact": True,
    "defaultValue": "Default value",
    "flowNullValues": True,
    "metadata": [{"@odata.type": "microsoft.graph.attributeDefinitionMetadataEntry"}],
    "multivalued": True,
    "mutability": "ReadWrite",
    "name": "Name",
    "referencedObjects": [{"@odata.type": "microsoft.graph.referencedObject"}],
    "required": True,
    "type": "String",
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.AttributeDefinition


def test_names_on_the_wire() -> None:
    names = wire_names(models.AttributeDefinition)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.AttributeDefinition.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


# Your own checks below this line are kept.
