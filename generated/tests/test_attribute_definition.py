"""What is said of `microsoft.graph.attributeDefinition` on
`resources/synchronization-attributedefinition.md`, held against its class.
"""

from graph import wire_names
from graph.models import AttributeDefinition, lookup

SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.attributeDefinition",
    "anchor": True,
    "apiExpressions": [
        {
            "@odata.type": "microsoft.graph.stringKeyStringValuePair",
        },
    ],
    "caseExact": True,
    "defaultValue": "String",
    "flowNullValues": True,
    "metadata": [
        {
            "@odata.type": "microsoft.graph.attributeDefinitionMetadataEntry",
        },
    ],
    "multivalued": True,
    "mutability": "ReadWrite",
    "name": "String",
    "referencedObjects": [
        {
            "@odata.type": "microsoft.graph.referencedObject",
        },
    ],
    "required": True,
    "type": "String",
}


def test_type_name() -> None:
    assert lookup("microsoft.graph.attributeDefinition") is AttributeDefinition


def test_names_on_the_wire() -> None:
    names = {
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
    assert wire_names(AttributeDefinition).items() >= names.items()


def test_sample_is_written_as_it_was_read() -> None:
    assert AttributeDefinition.from_dict(SAMPLE).to_dict() == SAMPLE


# Your own checks below this line are kept.
