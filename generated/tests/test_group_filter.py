"""What is said of `microsoft.graph.groupFilter` on
`resources/synchronization-groupfilter.md`, held against its class.
"""

from graph import wire_names
from graph.models import GroupFilter, lookup

SAMPLE: dict[str, object] = {
    "includedGroups": [
        "String",
    ],
}


def test_type_name() -> None:
    assert lookup("microsoft.graph.groupFilter") is GroupFilter


def test_names_on_the_wire() -> None:
    names = {
        "included_groups": "includedGroups",
    }
    assert wire_names(GroupFilter).items() >= names.items()


def test_sample_is_written_as_it_was_read() -> None:
    assert GroupFilter.from_dict(SAMPLE).to_dict() == SAMPLE


# Your own checks below this line are kept.
