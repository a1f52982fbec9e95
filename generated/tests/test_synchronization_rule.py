"""Tests of `synchronizationRule`, generated from
`resources/synchronization-synchronizationrule.md`.
"""

from graph import models, wire_names

TYPE = "microsoft.graph.synchronizationRule"
WIRE_NAMES = {
    "container_filter": "containerFilter",
    "editable": "editable",
    "group_filter": "groupFilter",
    "id": "id",
    "metadata": "metadata",
    "name": "name",
    "object_mappings": "objectMappings",
    "priority": "priority",
    "source_directory_name": "sourceDirectoryName",
    "target_directory_name": "targetDirectoryName",
}
SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.synchronizationRule",
    "containerFilter": {"@odata.type": "microsoft.graph.containerFilter"},
    "editable": True,
    "groupFilter": {"@odata.type": "microsoft.graph.groupFilter"},
    "id": "Id",
    "metadata": [{"@odata.type": "microsoft.graph.stringKeyStringValuePair"}],
    "name": "Name",
    "objectMappings": [{"@odata.type": "microsoft.graph.objectMapping"}],
    "priority": 1024,
    "sourceDirectoryName": "Source directory name",
    "targetDirectoryName": "Target directory name",
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.SynchronizationRule


def test_names_on_the_wire() -> None:
    names = wire_names(models.SynchronizationRule)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.SynchronizationRule.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


# Your own checks below this line are kept.
