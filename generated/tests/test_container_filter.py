"""What `resources/synchronization-containerfilter.md` says of `containerFilter`."""

from graph import wire_names
from graph.models import ContainerFilter, lookup

TYPE = "microsoft.graph.containerFilter"
WIRE_NAMES = {
    "included_containers": "includedContainers",
}
SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.containerFilter",
    "includedContainers": [
        "String",
    ],
}


def test_type_name() -> None:
    assert lookup(TYPE) is ContainerFilter


def test_names_on_the_wire() -> None:
    names = wire_names(ContainerFilter)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = ContainerFilter.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


# Your own checks below this line are kept.
