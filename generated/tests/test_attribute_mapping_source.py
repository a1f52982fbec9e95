"""What is said of `microsoft.graph.attributeMappingSource` on
`resources/synchronization-attributemappingsource.md`, held against its class.
"""

from graph import wire_names
from graph.models import AttributeMappingSource, lookup

SAMPLE: dict[str, object] = {
    "expression": "String",
    "name": "String",
    "parameters": [
        {
            "@odata.type": "microsoft.graph.stringKeyAttributeMappingSourceValuePair",
        },
    ],
    "type": "Attribute",
}


def test_type_name() -> None:
    assert lookup("microsoft.graph.attributeMappingSource") is AttributeMappingSource


def test_names_on_the_wire() -> None:
    names = {
        "expression": "expression",
        "name": "name",
        "parameters": "parameters",
        "type": "type",
    }
    assert wire_names(AttributeMappingSource).items() >= names.items()


def test_sample_is_written_as_it_was_read() -> None:
    assert AttributeMappingSource.from_dict(SAMPLE).to_dict() == SAMPLE


# Your own checks below this line are kept.
