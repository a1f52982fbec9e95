"""Where types live in the package."""

from collections.abc import Callable

import pytest

from docgen.python.layout import LONGEST_PATH, Layout
from docgen.schema.model import EnumType, QualifiedName

PLACES = {
    "a type of the root namespace has no folder": ("m.g.team", "team", "Team"),
    "a sub-namespace is a folder": (
        "m.g.callRecords.callRecord",
        "call_records/call_record",
        "CallRecord",
    ),
    "namespaces nest": ("m.g.a.bC.d", "a/b_c/d", "D"),
    "a foreign namespace has a folder a part": ("x.y.z", "x/y/z", "Z"),
    "a namespace that only begins alike is foreign": ("m.gx.z", "m/gx/z", "Z"),
    "a type without a namespace lies at the top": ("z", "z", "Z"),
    "a keyword is no module": ("m.g.import", "import_", "Import"),
    "a folder is not called like the package": ("m.g.graph.z", "graph_/z", "Z"),
}


@pytest.mark.parametrize(("name", "file", "made"), PLACES.values(), ids=PLACES.keys())
def test_a_type_has_its_place(
    name: str,
    file: str,
    made: str,
    layout: Callable[..., Layout],
    enum: Callable[..., EnumType],
) -> None:
    place = layout(enum(name)).places[QualifiedName(name)]
    assert (place.file, place.class_name) == (file, made)


def test_a_type_called_like_a_sub_namespace_keeps_its_class_name(
    layout: Callable[..., Layout], enum: Callable[..., EnumType]
) -> None:
    made = layout(enum("m.g.security"), enum("m.g.security.alert"))
    place = made.places[QualifiedName("m.g.security")]
    assert (place.file, place.class_name) == ("security_", "Security")


def test_no_two_types_share_a_file_or_a_class(
    layout: Callable[..., Layout], enum: Callable[..., EnumType]
) -> None:
    names = ["m.g.ipAddress", "m.g.IPAddress", "m.g.ip_address", "m.g.IpAddress"]
    places = list(layout(*map(enum, names)).places.values())
    assert len({place.file for place in places}) == len(names)
    assert len({place.class_name for place in places}) == len(names)
    assert all(place.file == place.file.lower() for place in places)


def test_two_namespaces_do_not_share_a_folder(
    layout: Callable[..., Layout], enum: Callable[..., EnumType]
) -> None:
    places = layout(enum("m.g.aB.c"), enum("m.g.AB.c"), enum("aB.c")).places.values()
    assert len({place.file for place in places}) == 3


@pytest.mark.parametrize(
    "name",
    ["m.g." + "a" * 120, "m.g." + ".".join(["b" * 60] * 4) + "." + "a" * 120],
    ids=["a long name", "a long name in long namespaces"],
)
def test_no_path_is_too_long(
    name: str, layout: Callable[..., Layout], enum: Callable[..., EnumType]
) -> None:
    place = layout(enum(name)).places[QualifiedName(name)]
    assert len(f"graph/operations/{place.file}.py") <= LONGEST_PATH
    assert len(f"graph/models/{place.file}.pyi") <= LONGEST_PATH
    assert len("/".join(("tests", *place.folders, f"test_{place.module}.py"))) <= (
        LONGEST_PATH
    )


def test_names_that_are_cut_are_told_apart(
    layout: Callable[..., Layout], enum: Callable[..., EnumType]
) -> None:
    made = layout(enum("m.g." + "a" * 120 + "b"), enum("m.g." + "a" * 120 + "c"))
    assert len({place.file for place in made.places.values()}) == 2


def test_another_type_renames_nothing(
    layout: Callable[..., Layout], enum: Callable[..., EnumType]
) -> None:
    few = layout(enum("m.g.team"), enum("m.g.a.team"))
    more = layout(enum("m.g.team"), enum("m.g.a.team"), enum("m.g.b.team"))
    assert few.places.items() <= more.places.items()


VISIBLE = {
    "a folder's own class": ("Team", ("a",), "m.g.a.team"),
    "the next class outward": ("Job", ("a",), "m.g.job"),
    "a class at the top": ("Team", (), "m.g.team"),
    "a class further in is not seen": ("Inner", (), None),
}


@pytest.mark.parametrize(
    ("name", "folders", "type_"), VISIBLE.values(), ids=VISIBLE.keys()
)
def test_a_class_name_means(
    name: str,
    folders: tuple[str, ...],
    type_: str | None,
    layout: Callable[..., Layout],
    enum: Callable[..., EnumType],
) -> None:
    names = ["m.g.team", "m.g.job", "m.g.a.team", "m.g.a.inner"]
    found = layout(*map(enum, names)).visible(name, folders)
    assert (found and found.type) == type_
