"""The stage `lower`: which files a schema gives, and from which pages."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from docgen.python.lower import lower
from docgen.python.views import FileView
from docgen.schema.model import EnumType, Schema, Source, StructuredType

Makes = Callable[..., StructuredType]


@pytest.fixture
def files(
    structured: Makes, enum: Callable[..., EnumType], schema: Callable[..., Schema]
) -> dict[str, FileView]:
    whole = schema(
        structured("m.g.team", {"kind": "m.g.kind"}, returns={"get_team": "m.g.team"}),
        structured("m.g.inner.job"),
        enum("m.g.kind", "a"),
    )
    views = lower(whole, package="graph", root_namespace="m.g").value
    return {file.path: file for file in views.files}


SHARED = [
    "graph/__init__.py",
    "graph/__init__.pyi",
    "graph/_catalogue.py",
    "graph/_changes.py",
    "graph/_classes.py",
    "graph/_codec.py",
    "graph/_enums.py",
    "graph/_json.py",
    "graph/_lazy.py",
    "graph/_values.py",
    "graph/models/__init__.py",
    "graph/models/__init__.pyi",
    "graph/models/inner/__init__.py",
    "graph/models/inner/__init__.pyi",
    "graph/operations/__init__.py",
    "graph/operations/__init__.pyi",
    "graph/py.typed",
    "tests/conftest.py",
]
OF_TYPES = [
    "graph/models/inner/job.py",
    "graph/models/inner/job.pyi",
    "graph/models/kind.py",
    "graph/models/kind.pyi",
    "graph/models/team.py",
    "graph/models/team.pyi",
    "graph/operations/team.py",
    "tests/inner/test_inner__job.py",
    "tests/test_kind.py",
    "tests/test_team.py",
]


def test_a_package_has_these_files_and_no_others(files: dict[str, FileView]) -> None:
    assert list(files) == sorted([*SHARED, *OF_TYPES])


@pytest.mark.parametrize("path", OF_TYPES)
def test_a_file_of_a_type_is_made_from_its_pages(
    path: str, files: dict[str, FileView]
) -> None:
    assert files[path].pages == ("resources/team.md",)


@pytest.mark.parametrize("path", SHARED)
def test_a_shared_file_is_made_from_no_page(
    path: str, files: dict[str, FileView]
) -> None:
    assert files[path].pages == ()


def test_another_type_of_a_property_changes_the_files_of_its_type_alone(
    structured: Makes, schema: Callable[..., Schema]
) -> None:
    def made(type_: str) -> dict[str, FileView]:
        team = structured("m.g.team", {"x": type_}, sample='{"x": "String"}')
        whole = schema(team, structured("m.g.job", {"team": "m.g.team"}))
        views = lower(whole, package="graph", root_namespace="m.g").value
        return {file.path: file for file in views.files}

    before, after = made("Edm.String"), made("Edm.Int32")
    assert {path for path in before if before[path] != after[path]} == {
        "graph/models/team.py",
        "graph/models/team.pyi",
        "tests/test_team.py",
    }


def test_of_some_pages_only_their_types_are_lowered_and_what_all_share(
    structured: Makes, schema: Callable[..., Schema]
) -> None:
    elsewhere = Source(path="resources/job.md", line=1)
    job = replace(structured("m.g.job"), sources=(elsewhere,))
    team = structured("m.g.team", {"job": "m.g.job"})
    whole = lower(schema(team, job), package="graph", root_namespace="m.g")
    only = frozenset({"resources/team.md"})
    some = lower(schema(team, job), package="graph", root_namespace="m.g", only=only)
    left_out = {*whole.value.files} - {*some.value.files}
    assert {file.pages for file in left_out} == {("resources/job.md",)}
    assert {*some.value.files} < {*whole.value.files}


def test_a_schema_without_types_gives_a_package_all_the_same(
    schema: Callable[..., Schema],
) -> None:
    views = lower(schema(), package="graph", root_namespace="m.g").value
    assert "graph/models/__init__.py" in {file.path for file in views.files}


def test_a_package_may_lie_in_another(
    schema: Callable[..., Schema], structured: Makes
) -> None:
    whole = schema(structured("m.g.team"))
    views = lower(whole, package="acme.graph", root_namespace="m.g").value
    assert "acme/graph/models/team.py" in {file.path for file in views.files}


def test_a_package_of_typed_dicts_reads_nothing(
    structured: Makes, schema: Callable[..., Schema]
) -> None:
    whole = schema(structured("m.g.team"))
    views = lower(whole, package="graph", root_namespace="m.g", flavour="typeddict")
    paths = (file.path for file in views.value.files)
    assert [path for path in paths if path.startswith(("graph/_", "graph/e"))] == [
        "graph/__init__.py",
        "graph/__init__.pyi",
        "graph/_bases.py",
        "graph/_catalogue.py",
        "graph/_changes.py",
        "graph/_enums.py",
        "graph/_lazy.py",
        "graph/_model.py",
        "graph/edm.py",
    ]
