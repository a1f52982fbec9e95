"""Tests of `referencedObject`, generated from
`resources/synchronization-referencedobject.md`.
"""

from graph import models, wire_names

TYPE = "microsoft.graph.referencedObject"
WIRE_NAMES = {
    "referenced_object_name": "referencedObjectName",
    "referenced_property": "referencedProperty",
}
SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.referencedObject",
    "referencedObjectName": "Referenced object name",
    "referencedProperty": "Referenced property",
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.ReferencedObject


def test_names_on_the_wire() -> None:
    names = wire_names(models.ReferencedObject)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.ReferencedObject.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


# Your own checks below this line are kept.
