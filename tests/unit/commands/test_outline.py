"""Outlines: structs as readable text."""

from msgspec import Struct

from docgen.commands.outline import outline
from docgen.source import Span


class Leaf(Struct, frozen=True, kw_only=True):
    name: str
    span: Span
    words: tuple[str, ...] = ()
    is_odd: bool = False


class Branch(Struct, frozen=True, kw_only=True):
    name: str
    leaf: Leaf | None
    leaves: tuple[Leaf, ...]


LEAF = Leaf(name="a", span=Span(3, 5, 9), words=("x", "y"), is_odd=True)


def test_plain_fields_stand_on_the_line_and_the_rest_below() -> None:
    branch = Branch(name="b", leaf=LEAF, leaves=(LEAF, LEAF))
    assert outline(branch).splitlines() == [
        "Branch name='b'",
        "  leaf: Leaf name='a' span=3:5-9 is_odd=True",
        "    words: ('x', 'y')",
        "  leaves: Leaf name='a' span=3:5-9 is_odd=True",
        "    words: ('x', 'y')",
        "  leaves: Leaf name='a' span=3:5-9 is_odd=True",
        "    words: ('x', 'y')",
    ]


def test_fields_with_defaults_are_omitted() -> None:
    assert outline(Branch(name="", leaf=None, leaves=())) == "Branch\n"
