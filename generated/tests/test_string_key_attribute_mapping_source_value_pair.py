"""What is said of `microsoft.graph.stringKeyAttributeMappingSourceValuePair` on
`resources/synchronization-stringkeyattributemappingsourcevaluepair.md`, held against
its class.
"""

from graph import wire_names
from graph.models import StringKeyAttributeMappingSourceValuePair, lookup

SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.stringKeyAttributeMappingSourceValuePair",
    "key": "String",
    "value": {
        "@odata.type": "microsoft.graph.attributeMappingSource",
    },
}


def test_type_name() -> None:
    assert (
        lookup("microsoft.graph.stringKeyAttributeMappingSourceValuePair")
        is StringKeyAttributeMappingSourceValuePair
    )


def test_names_on_the_wire() -> None:
    names = {
        "key": "key",
        "value": "value",
    }
    assert wire_names(StringKeyAttributeMappingSourceValuePair).items() >= names.items()


def test_sample_is_written_as_it_was_read() -> None:
    assert (
        StringKeyAttributeMappingSourceValuePair.from_dict(SAMPLE).to_dict() == SAMPLE
    )


# Your own checks below this line are kept.
