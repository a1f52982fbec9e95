"""What is said of `microsoft.graph.containerFilter` on
`resources/synchronization-containerfilter.md`, held against its class.
"""

from graph import wire_names
from graph.models import ContainerFilter, lookup

SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.containerFilter",
    "includedContainers": [
        "String",
    ],
}


def test_type_name() -> None:
    assert lookup("microsoft.graph.containerFilter") is ContainerFilter


def test_names_on_the_wire() -> None:
    names = {
        "included_containers": "includedContainers",
    }
    assert wire_names(ContainerFilter).items() >= names.items()


def test_sample_is_written_as_it_was_read() -> None:
    assert ContainerFilter.from_dict(SAMPLE).to_dict() == SAMPLE


# Your own checks below this line are kept.
