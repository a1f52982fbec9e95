"""The modules and classes of types."""

from collections.abc import Callable
from fnmatch import fnmatch

import pytest

from docgen.python.layout import LONGEST_PATH, Layout, layout_of
from docgen.schema.model import EnumType, QualifiedName, Schema

LOCATIONS = {
    "a type of the root namespace": ("m.g.team", "team", "Team"),
    "a type of a sub-namespace": (
        "m.g.callRecords.callRecord",
        "call_records/call_record",
        "CallRecord",
    ),
    "a type of a nested namespace": ("m.g.a.bC.d", "a/b_c/d", "D"),
    "a type of another namespace": ("x.y.z", "x/y/z", "Z"),
    "a type of a namespace with the same start": ("m.gx.z", "m/gx/z", "Z"),
    "a type without a namespace": ("z", "z", "Z"),
    "a type that is a keyword": ("m.g.import", "import_", "Import"),
    "a namespace with the name of the package": ("m.g.graph.z", "graph_/z", "Z"),
}


@pytest.mark.parametrize(
    ("name", "file", "class_name"), LOCATIONS.values(), ids=LOCATIONS.keys()
)
def test_location(
    name: str,
    file: str,
    class_name: str,
    layout: Callable[..., Layout],
    enum: Callable[..., EnumType],
) -> None:
    location = layout(enum(name)).locations[QualifiedName(name)]
    assert (location.file, location.class_name) == (file, class_name)


def test_type_with_the_name_of_a_sub_namespace_keeps_its_class_name(
    layout: Callable[..., Layout], enum: Callable[..., EnumType]
) -> None:
    result = layout(enum("m.g.security"), enum("m.g.security.alert"))
    location = result.locations[QualifiedName("m.g.security")]
    assert (location.file, location.class_name) == ("security_", "Security")


def test_module_is_displaced_by_a_package_in_its_folder_only(
    layout: Callable[..., Layout], enum: Callable[..., EnumType]
) -> None:
    result = layout(enum("m.g.a.security"), enum("m.g.b.security.alert"))
    assert result.locations[QualifiedName("m.g.a.security")].file == "a/security"


def test_tests_of_a_displaced_module_are_not_moved(
    layout: Callable[..., Layout], enum: Callable[..., EnumType]
) -> None:
    names = ["m.g.security", "m.g.a.security"]
    few = layout(*map(enum, names)).locations
    more = layout(*map(enum, [*names, "m.g.security.alert", "m.g.a.security.alert"]))
    for name in map(QualifiedName, names):
        assert few[name].test == more.locations[name].test
        assert few[name].displaced_by is None
        assert more.locations[name].displaced_by == "security"


DISPLACED = {
    "test": ("test", "testtype", "tests/test_test.py"),
    "a name that begins with test": ("testPlan", "testplan_", "tests/test_testplan.py"),
    "a name that ends in test": ("planTest", "plan_test__", "tests/test_plan_test.py"),
    "the plural": ("tests", "tests_", "tests/test_tests.py"),
    "the file of settings": ("conftest", "conftest__", "tests/test_conftest.py"),
}


@pytest.mark.parametrize(
    ("name", "module", "test"), DISPLACED.values(), ids=DISPLACED.keys()
)
def test_displaced_module_is_not_one_of_tests(
    name: str,
    module: str,
    test: str,
    layout: Callable[..., Layout],
    enum: Callable[..., EnumType],
) -> None:
    result = layout(enum(f"m.g.{name}"), enum(f"m.g.{name}.{name}"))
    location = result.locations[QualifiedName(f"m.g.{name}")]
    assert (location.module, location.test) == (module, test)


def test_module_with_a_digest_is_not_one_of_tests(
    layout: Callable[..., Layout], enum: Callable[..., EnumType]
) -> None:
    names = ["m.g.test", "m.g.Test", "m.g.test_", "m.g.test.test", "m.g.test.Test"]
    for module in layout(*map(enum, names)).locations.values():
        file = f"{module.module}.py"
        assert not fnmatch(file, "test_*.py")
        assert not fnmatch(file, "*_test.py")


def test_modules_and_packages_with_the_same_digest_are_different(
    layout: Callable[..., Layout], enum: Callable[..., EnumType]
) -> None:
    names = ["e", "é", "e.t", "é.t"]
    locations = layout(*map(enum, names)).locations.values()
    packages = {location.folders[0] for location in locations if location.folders}
    modules = {location.module for location in locations if not location.folders}
    assert len(packages | modules) == 4


TESTS = {
    "a type of the root namespace": ("m.g.team", "tests/test_team.py"),
    "a type of a sub-namespace": (
        "m.g.callRecords.session",
        "tests/call_records/test_call_records__session.py",
    ),
    "a type whose name starts with that of a namespace": (
        "m.g.callRecordsSession",
        "tests/test_call_records_session.py",
    ),
    "a name that is too long": (
        "m.g." + "n" * 30 + "." + "t" * 40,
        "tests/" + "n" * 30 + "/test_" + "n" * 30 + "__" + "t" * 14 + "_a6db023f.py",
    ),
}


@pytest.mark.parametrize(("name", "path"), TESTS.values(), ids=TESTS.keys())
def test_path_of_tests(
    name: str,
    path: str,
    layout: Callable[..., Layout],
    enum: Callable[..., EnumType],
) -> None:
    assert layout(enum(name)).locations[QualifiedName(name)].test == path


def test_types_have_different_files_and_classes(
    layout: Callable[..., Layout], enum: Callable[..., EnumType]
) -> None:
    names = ["m.g.ipAddress", "m.g.IPAddress", "m.g.ip_address", "m.g.IpAddress"]
    locations = list(layout(*map(enum, names)).locations.values())
    assert len({location.file for location in locations}) == len(names)
    assert len({location.class_name for location in locations}) == len(names)
    assert all(location.file == location.file.lower() for location in locations)


def test_namespaces_have_different_folders(
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
        "long names that collide",
        "a long name in long namespaces",
        "namespaces that collide",
        "names that collide in a namespace",
    ],
)
def test_paths_are_not_too_long(
    names: list[str],
    package: str,
    schema: Callable[..., Schema],
    enum: Callable[..., EnumType],
) -> None:
    locations = layout_of(schema(*map(enum, names)), package, "m.g").locations.values()
    folder = package.replace(".", "/")
    for location in locations:
        assert len(f"{folder}/operations/{location.file}.py") <= LONGEST_PATH
        assert len(f"{folder}/models/{location.file}.pyi") <= LONGEST_PATH
        assert len(location.test) <= LONGEST_PATH
    assert len({location.file for location in locations}) == len(names)


def test_names_that_are_cut_are_different(
    layout: Callable[..., Layout], enum: Callable[..., EnumType]
) -> None:
    result = layout(enum("m.g." + "a" * 120 + "b"), enum("m.g." + "a" * 120 + "c"))
    assert len({location.file for location in result.locations.values()}) == 2


def test_added_type_renames_nothing(
    layout: Callable[..., Layout], enum: Callable[..., EnumType]
) -> None:
    few = layout(enum("m.g.team"), enum("m.g.a.team"))
    more = layout(enum("m.g.team"), enum("m.g.a.team"), enum("m.g.b.team"))
    assert few.locations.items() <= more.locations.items()


VISIBLE = {
    "a class in the folder": ("Team", ("a",), "m.g.a.team"),
    "a class in the parent folder": ("Job", ("a",), "m.g.job"),
    "a class in the root folder": ("Team", (), "m.g.team"),
    "no class in a subfolder": ("Inner", (), None),
}


@pytest.mark.parametrize(
    ("name", "folders", "type_"), VISIBLE.values(), ids=VISIBLE.keys()
)
def test_visible_class(
    name: str,
    folders: tuple[str, ...],
    type_: str | None,
    layout: Callable[..., Layout],
    enum: Callable[..., EnumType],
) -> None:
    names = ["m.g.team", "m.g.job", "m.g.a.team", "m.g.a.inner"]
    found = layout(*map(enum, names)).visible(name, folders)
    assert (found and found.type) == type_
