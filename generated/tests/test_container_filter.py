"""Tests of `containerFilter`, generated from
`resources/synchronization-containerfilter.md`.
"""

from graph import models, wire_names

TYPE = "microsoft.graph.containerFilter"
WIRE_NAMES = {
    "included_containers": "includedContainers",
}
SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.containerFilter",
    "includedContainers": ["Included containers"],
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.ContainerFilter


def test_names_on_the_wire() -> None:
    names = wire_names(models.ContainerFilter)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.ContainerFilter.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


# Your own checks below this line are kept.
