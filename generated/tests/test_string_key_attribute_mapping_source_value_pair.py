"""What `resources/synchronization-stringkeyattributemappingsourcevaluepair.md` says of
`stringKeyAttributeMappingSourceValuePair`.
"""

from graph import wire_names
from graph.models import StringKeyAttributeMappingSourceValuePair, lookup

TYPE = "microsoft.graph.stringKeyAttributeMappingSourceValuePair"
WIRE_NAMES = {
    "key": "key",
    "value": "value",
}
SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.stringKeyAttributeMappingSourceValuePair",
    "key": "String",
    "value": {
        "@odata.type": "microsoft.graph.attributeMappingSource",
    },
}


def test_type_name() -> None:
    assert lookup(TYPE) is StringKeyAttributeMappingSourceValuePair


def test_names_on_the_wire() -> None:
    names = wire_names(StringKeyAttributeMappingSourceValuePair)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = StringKeyAttributeMappingSourceValuePair.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


# Your own checks below this line are kept.
