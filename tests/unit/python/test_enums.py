"""From enum types to the views of their classes."""

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


def test_a_value_that_is_stated_twice_is_one_member(enum: Makes, layout: Lays) -> None:
    kind = enum("m.g.kind", "a", "a")
    assert len(enum_view(kind, layout(kind)).value.members) == 1


def test_members_that_fall_together_are_reported_apart(
    enum: Makes, layout: Lays
) -> None:
    kind = enum("m.g.kind", "remote_Control", "remoteControl")
    checked = enum_view(kind, layout(kind))
    names = [member.name for member in checked.value.members]
    assert names[1] == "REMOTE_CONTROL"
    assert names[0].startswith("REMOTE_CONTROL_")
    assert [reported.code for reported in checked.diagnostics] == ["python-name"]


def test_an_enum_is_open_and_a_flags_enum_is_one_of_flags(
    enum: Makes, layout: Lays
) -> None:
    kinds = enum("m.g.kind", "a"), enum("m.g.kinds", "a", flags=True)
    bases = [enum_view(kind, layout(*kinds)).value.base for kind in kinds]
    assert bases == ["OpenEnum", "FlagsEnum"]


def test_an_enum_without_members_is_a_class_all_the_same(
    enum: Makes, layout: Lays
) -> None:
    kind = enum("m.g.kind")
    assert enum_view(kind, layout(kind)).value.members == ()
