"""What is said of `microsoft.graph.referencedObject` on
`resources/synchronization-referencedobject.md`, held against its class.
"""

from graph import wire_names
from graph.models import ReferencedObject, lookup

SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.referencedObject",
    "referencedObjectName": "String",
    "referencedProperty": "String",
}


def test_type_name() -> None:
    assert lookup("microsoft.graph.referencedObject") is ReferencedObject


def test_names_on_the_wire() -> None:
    names = {
        "referenced_object_name": "referencedObjectName",
        "referenced_property": "referencedProperty",
    }
    assert wire_names(ReferencedObject).items() >= names.items()


def test_sample_is_written_as_it_was_read() -> None:
    assert ReferencedObject.from_dict(SAMPLE).to_dict() == SAMPLE


# Your own checks below this line are kept.
