"""Values in examples that are, or are not, those of a type."""

from collections.abc import Callable, Iterable, Mapping

import pytest

from docgen.diagnostics import Result
from docgen.examples.known_types import KnownTypes
from docgen.examples.values import Finding, ValueChecker
from docgen.schema.model import QualifiedName, Schema

Resolves = Callable[[dict[str, str]], Result[Schema]]

HEAD = "## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n"
PAGES = {
    "resources/ship.md": f"# ship resource type\n\n{HEAD}"
    "|id|String|The key.|\n|name|String|The name.|\n|size|Int32|The size.|\n"
    "|kind|[kind](kind.md)|The kind.|\n|next|[ship](ship.md)|The next.|\n"
    "|sisters|[ship](ship.md) collection|The others.|\n",
    "resources/freighter.md": "# freighter resource type\n\nInherits from "
    f"[ship](ship.md).\n\n{HEAD}|load|Int32|The load.|\n",
    "resources/liner.md": "# liner resource type\n\nInherits from [ship](ship.md)."
    f"\n\n{HEAD}|cabins|Int32|All.|\n",
    "resources/port.md": f"# port resource type\n\n{HEAD}|berths|Int32|All.|\n",
    "resources/kind.md": "# kind enum type\n\n## Members\n\n|Member|Description|\n"
    "|:---|:---|\n|tug|A tug.|\n|liner|A liner.|\n",
}
SHIP = QualifiedName("microsoft.graph.ship")
FREIGHTER = QualifiedName("microsoft.graph.freighter")


@pytest.fixture
def checker(resolves: Resolves) -> ValueChecker:
    """Compare values with the types of a ship, a freighter and a port."""
    return ValueChecker(KnownTypes(resolves(PAGES).value.types))


OBJECTS: dict[str, tuple[Mapping[object, object], list[str]]] = {
    "no mistake": ({"id": "1", "name": "Ada", "size": 3, "kind": "tug"}, []),
    "an unknown key": ({"mast": 1}, ["unknown-property .mast"]),
    "two unknown keys": (
        {"mast": 1, "keel": 2},
        ["unknown-property .mast", "unknown-property .keel"],
    ),
    "three unknown keys": (
        {"mast": 1, "keel": 2, "bow": 3},
        ["unknown-property .mast"],
    ),
    "as many known keys as unknown ones": (
        {"mast": 1, "keel": 2, "bow": 3, "name": "", "size": 1, "kind": "tug"},
        [f"unknown-property .{key}" for key in ("mast", "keel", "bow")],
    ),
    "a string for a number": ({"size": "big"}, ["wrong-value .size"]),
    "digits for a number": ({"size": "3"}, []),
    "a fraction for an integer": ({"size": 3.5}, ["wrong-value .size"]),
    "a word for an enum": ({"kind": "canoe"}, ["unknown-member .kind"]),
    "a number for an enum": ({"kind": 1}, []),
    "a boolean for an enum": ({"kind": True}, ["wrong-value .kind"]),
    "an object for an enum": ({"kind": {}}, ["wrong-value .kind"]),
    "a string for an object": ({"next": "The Ada"}, ["wrong-value .next"]),
    "an object in a list": (
        {"sisters": [{"mast": 1}]},
        ["unknown-property .sisters.0.mast"],
    ),
    "an object for a list": ({"sisters": {}}, ["wrong-value .sisters"]),
    "a key of a derived type": ({"load": 1}, []),
    "a key of a derived type in an object of its base type": (
        {"next": {"@odata.type": "#microsoft.graph.ship", "load": 1}},
        [],
    ),
    "an object of a derived type": (
        {"@odata.type": "#microsoft.graph.freighter", "load": 1, "mast": 2},
        ["unknown-property .mast"],
    ),
    "an object of another type": (
        {"next": {"@odata.type": "#microsoft.graph.port", "berths": 1}},
        [],
    ),
    "an object of an unknown type": (
        {"next": {"@odata.type": "#barge", "mast": 1}},
        ["unresolved-type .next.@odata.type"],
    ),
    "an object of an unknown type with a namespace": (
        {"@odata.type": "#microsoft.graph.barge", "mast": 1},
        ["unresolved-type .@odata.type"],
    ),
    "a type of another namespace": (
        {"sisters": [{"@odata.type": "harbour.ship"}]},
        ["unresolved-type .sisters.0.@odata.type"],
    ),
    "a type in another case": ({"@odata.type": "#Microsoft.Graph.Ship"}, []),
    **{
        f"the placeholder {name} for a type": (
            {"@odata.type": name, "mast": 1},
            ["unknown-property .mast"],
        )
        for name in (
            *("", "String", "Edm.String", "#microsoft.graph.{type}", "<type>"),
            *("microsoft.graph.xxx", "#microsoft.graph...", "String (identifier)"),
            *("#microsoft.graph.[type]", "typeValue", "type name here"),
        )
    },
    "an error of an unknown type": (
        {"@odata.type": "#barge", "error": {"code": "x"}},
        [],
    ),
    "an object that was removed": ({"@removed": {}, "mast": 1}, []),
    "an error": ({"error": {"code": "x"}, "mast": 1}, []),
    "a null": ({"size": None}, []),
    "another case": ({"Name": "Ada"}, ["name-case .Name"]),
}


@pytest.mark.parametrize(("value", "expected"), OBJECTS.values(), ids=OBJECTS)
def test_objects_are_compared_with_their_type(
    checker: ValueChecker, value: Mapping[object, object], expected: list[str]
) -> None:
    assert shown(checker.members(value, SHIP, ())) == expected


def shown(found: Iterable[Finding]) -> list[str]:
    """Return the code and the path of each mistake."""
    return [f"{one.code.id} .{'.'.join(map(str, one.path))}" for one in found]


def test_an_object_that_names_the_base_type_has_its_declared_type(
    checker: ValueChecker,
) -> None:
    value: Mapping[object, object] = {"@odata.type": f"#{SHIP}", "load": 1, "cabins": 2}
    assert shown(checker.members(value, FREIGHTER, ())) == ["unknown-property .cabins"]


SIMILAR = {
    "a name without a namespace": ("#freighter", f"`#{FREIGHTER}`"),
    "another namespace": ("harbour.freighter", f"`#{FREIGHTER}`"),
    "a misspelled name": ("#microsoft.graph.frieghter", f"`#{FREIGHTER}`"),
    "no similar name": ("#microsoft.graph.barge", "add a page"),
}


@pytest.mark.parametrize(("name", "advice"), SIMILAR.values(), ids=SIMILAR)
def test_type_that_no_page_declares_has_a_suggestion(
    checker: ValueChecker, name: str, advice: str
) -> None:
    (finding,) = checker.members({"@odata.type": name}, SHIP, ())
    assert name.lstrip("#") in finding.message
    assert advice in finding.help


FITTING = {
    "no key": ({}, True),
    "half of the keys": ({"name": "Ada", "mast": 1}, True),
    "fewer than half": ({"name": "Ada", "mast": 1, "keel": 2}, False),
    "not an object": ("Ada", True),
}


@pytest.mark.parametrize(("value", "expected"), FITTING.values(), ids=FITTING)
def test_an_object_with_many_unknown_keys_does_not_fit(
    checker: ValueChecker, value: object, expected: bool
) -> None:
    assert checker.fits(value, SHIP) is expected
