"""What is said of `microsoft.graph.entity` on `resources/entity.md`, held against its
class.
"""

from graph import wire_names
from graph.models import Entity, lookup

SAMPLE: dict[str, object] = {
    "id": "String (identifier)",
}


def test_type_name() -> None:
    assert lookup("microsoft.graph.entity") is Entity


def test_names_on_the_wire() -> None:
    names = {
        "id": "id",
    }
    assert wire_names(Entity).items() >= names.items()


def test_sample_is_written_as_it_was_read() -> None:
    assert Entity.from_dict(SAMPLE).to_dict() == SAMPLE


# Your own checks below this line are kept.
