"""Where types live in the package."""

from collections.abc import Callable

import pytest

from docgen.python.layout import LONGEST_PATH, Layout, layout_of
from docgen.schema.model import EnumType, QualifiedName, Schema

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
    "a keyword is not a module": ("m.g.import", "import_", "Import"),
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
    location = layout(enum(name)).locations[QualifiedName(name)]
    assert (location.file, location.class_name) == (file, made)


def test_a_type_called_like_a_sub_namespace_keeps_its_class_name(
    layout: Callable[..., Layout], enum: Callable[..., EnumType]
) -> None:
    made = layout(enum("m.g.security"), enum("m.g.security.alert"))
    location = made.locations[QualifiedName("m.g.security")]
    assert (location.file, location.class_name) == ("security_", "Security")


def test_a_module_gives_way_to_a_package_beside_it_alone(
    layout: Callable[..., Layout], enum: Callable[..., EnumType]
) -> None:
    made = layout(enum("m.g.a.security"), enum("m.g.b.security.alert"))
    assert made.locations[QualifiedName("m.g.a.security")].file == "a/security"


def test_the_tests_of_a_type_stay_where_its_module_gives_way(
    layout: Callable[..., Layout], enum: Callable[..., EnumType]
) -> None:
    names = ["m.g.security", "m.g.a.security"]
    alone = layout(*map(enum, names)).locations
    more = layout(*map(enum, [*names, "m.g.security.alert", "m.g.a.security.alert"]))
    for name in map(QualifiedName, names):
        assert alone[name].test == more.locations[name].test
        assert alone[name].displaced_by is None
        assert more.locations[name].displaced_by == "security"


def test_a_type_whose_digest_is_that_of_a_sub_namespace_gets_another(
    layout: Callable[..., Layout], enum: Callable[..., EnumType]
) -> None:
    names = ["e", "é", "e.t", "é.t"]
    locations = layout(*map(enum, names)).locations.values()
    packages = {location.folders[0] for location in locations if location.folders}
    modules = {location.module for location in locations if not location.folders}
    assert len(packages | modules) == 4


TESTS = {
    "a type of the root namespace": ("m.g.team", "tests/test_team.py"),
    "a type further in says its folders": (
        "m.g.callRecords.session",
        "tests/call_records/test_call_records__session.py",
    ),
    "a type that spells out a folder is distinguished from one in it": (
        "m.g.callRecordsSession",
        "tests/test_call_records_session.py",
    ),
    "a name that is too long is cut": (
        "m.g." + "n" * 30 + "." + "t" * 40,
        "tests/" + "n" * 30 + "/test_" + "n" * 30 + "__" + "t" * 14 + "_a6db023f.py",
    ),
}


@pytest.mark.parametrize(("name", "path"), TESTS.values(), ids=TESTS.keys())
def test_a_type_has_its_tests(
    name: str,
    path: str,
    layout: Callable[..., Layout],
    enum: Callable[..., EnumType],
) -> None:
    assert layout(enum(name)).locations[QualifiedName(name)].test == path


def test_no_two_types_share_a_file_or_a_class(
    layout: Callable[..., Layout], enum: Callable[..., EnumType]
) -> None:
    names = ["m.g.ipAddress", "m.g.IPAddress", "m.g.ip_address", "m.g.IpAddress"]
    locations = list(layout(*map(enum, names)).locations.values())
    assert len({location.file for location in locations}) == len(names)
    assert len({location.class_name for location in locations}) == len(names)
    assert all(location.file == location.file.lower() for location in locations)


def test_two_namespaces_do_not_share_a_folder(
    layout: Callable[..., Layout], enum: Callable[..., EnumType]
) -> None:
    locations = layout(
        enum("m.g.aB.c"), enum("m.g.AB.c"), enum("aB.c")
    ).locations.values()
    assert len({location.file for location in locations}) == 3


@pytest.mark.parametrize("package", ["graph", "p" * 30, "acme." + "p" * 25])
@pytest.mark.parametrize(
    "names",
    [
        ["m.g." + "a" * 120],
        ["m.g." + "a" * 60, "m.g." + "A" * 60],
        ["m.g." + ".".join(["b" * 60] * 4) + "." + "a" * 120],
        [f"m.g.{'b' * 20}.{'c' * 19}.a", f"m.g.{'b' * 20}.{'C' * 19}.a"],
        [f"m.g.{'b' * 24}.{'a' * 29}", f"m.g.{'b' * 24}.{'A' * 29}"],
    ],
    ids=[
        "a long name",
        "long names that fall together",
        "a long name in long namespaces",
        "namespaces that fall together",
        "names that fall together in a namespace",
    ],
)
def test_no_path_is_too_long(
    names: list[str],
    package: str,
    schema: Callable[..., Schema],
    enum: Callable[..., EnumType],
) -> None:
    made = layout_of(schema(*map(enum, names)), package, "m.g").locations.values()
    folder = package.replace(".", "/")
    for location in made:
        assert len(f"{folder}/operations/{location.file}.py") <= LONGEST_PATH
        assert len(f"{folder}/models/{location.file}.pyi") <= LONGEST_PATH
        assert len(location.test) <= LONGEST_PATH
    assert len({location.file for location in made}) == len(names)


def test_names_that_are_cut_are_reported_apart(
    layout: Callable[..., Layout], enum: Callable[..., EnumType]
) -> None:
    made = layout(enum("m.g." + "a" * 120 + "b"), enum("m.g." + "a" * 120 + "c"))
    assert len({location.file for location in made.locations.values()}) == 2


def test_another_type_renames_nothing(
    layout: Callable[..., Layout], enum: Callable[..., EnumType]
) -> None:
    few = layout(enum("m.g.team"), enum("m.g.a.team"))
    more = layout(enum("m.g.team"), enum("m.g.a.team"), enum("m.g.b.team"))
    assert few.locations.items() <= more.locations.items()


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
