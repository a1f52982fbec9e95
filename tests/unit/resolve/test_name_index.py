"""The index of declared names: each name once, in the order of the declarations."""

from docgen.resolve.references import DeclaredName, name_index, with_declared
from docgen.schema.model import QualifiedName

SHIP = DeclaredName(name=QualifiedName("fleet.ship"), path="ship.md")
OTHER_SHIP = DeclaredName(name=QualifiedName("toys.ship"), path="toy.md")
COLOR = DeclaredName(name=QualifiedName("paint.color"), path="", anchor="-")


def test_a_type_on_two_pages_is_one_name() -> None:
    again = DeclaredName(name=SHIP.name, path="ship.md")
    index = name_index([SHIP, again, OTHER_SHIP], "fleet")
    assert index.short == {"ship": ("fleet.ship", "toys.ship")}
    assert index.on_page == {"ship.md": ("fleet.ship",), "toy.md": ("toys.ship",)}


def test_names_in_another_case_are_those_of_the_first() -> None:
    shouted = DeclaredName(name=QualifiedName("FLEET.SHIP"), path="shout.md")
    index = name_index([SHIP, shouted], "fleet")
    assert index.qualified == {"fleet.ship": "fleet.ship"}
    assert index.on_page["shout.md"] == ("fleet.ship",)


def test_names_that_are_added_come_after_the_others() -> None:
    index = name_index([SHIP], "fleet")
    added = with_declared(index, [OTHER_SHIP, COLOR])
    assert added == name_index([SHIP, OTHER_SHIP, COLOR], "fleet")
    assert added.namespaces == ("toys", "fleet", "paint")
    assert added.in_section == {("", "-"): "paint.color"}
    assert index == name_index([SHIP], "fleet")
