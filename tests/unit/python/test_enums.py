"""The views of the classes of enum types."""

from collections.abc import Callable

from docgen.python.enums import enum_view
from docgen.python.layout import Layout
from docgen.schema.model import EnumType

Makes = Callable[..., EnumType]
Lays = Callable[..., Layout]


def test_members_keep_their_order_and_their_values(enum: Makes, layout: Lays) -> None:
    kind = enum("m.g.kind", "notStarted", "None", "JIS B4")
    view = enum_view(kind, layout(kind)).value
    assert [(m.name, m.value) for m in view.members] == [
        ("NOT_STARTED", '"notStarted"'),
        ("NONE", '"None"'),
        ("JIS_B4", '"JIS B4"'),
    ]


def test_repeated_value_is_one_member(enum: Makes, layout: Lays) -> None:
    kind = enum("m.g.kind", "a", "a")
    assert len(enum_view(kind, layout(kind)).value.members) == 1


def test_colliding_members_are_different_and_reported(
    enum: Makes, layout: Lays
) -> None:
    kind = enum("m.g.kind", "remote_Control", "remoteControl")
    result = enum_view(kind, layout(kind))
    names = [member.name for member in result.value.members]
    assert names[1] == "REMOTE_CONTROL"
    assert names[0].startswith("REMOTE_CONTROL_")
    assert [note.code for note in result.diagnostics] == ["python-name"]


def test_base_class_of_an_enum(enum: Makes, layout: Lays) -> None:
    kinds = enum("m.g.kind", "a"), enum("m.g.kinds", "a", flags=True)
    bases = [enum_view(kind, layout(*kinds)).value.base for kind in kinds]
    assert bases == ["OpenEnum", "FlagsEnum"]


def test_enum_without_members(enum: Makes, layout: Lays) -> None:
    kind = enum("m.g.kind")
    assert enum_view(kind, layout(kind)).value.members == ()
