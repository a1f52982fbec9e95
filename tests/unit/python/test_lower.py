"""The stage `lower`: the files of a schema, and their pages."""

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
    complete = schema(
        structured("m.g.team", {"kind": "m.g.kind"}, returns={"get_team": "m.g.team"}),
        structured("m.g.inner.job"),
        enum("m.g.kind", "a"),
    )
    views = lower(complete, package="graph", root_namespace="m.g").value
    return {file.path: file for file in views.files}


SHARED = [
    "graph/__init__.py",
    "graph/__init__.pyi",
    "graph/_answers.py",
    "graph/_any_values.py",
    "graph/_base_client.py",
    "graph/_batch.py",
    "graph/_call.py",
    "graph/_catalogue.py",
    "graph/_changes.py",
    "graph/_checked_imports.py",
    "graph/_classes.py",
    "graph/_codec.py",
    "graph/_documented.py",
    "graph/_driver.py",
    "graph/_enums.py",
    "graph/_errors.py",
    "graph/_examples.py",
    "graph/_flow.py",
    "graph/_hints.py",
    "graph/_json.py",
    "graph/_lazy.py",
    "graph/_lenient.py",
    "graph/_nested.py",
    "graph/_read_only.py",
    "graph/_replay.py",
    "graph/_replayed_batch.py",
    "graph/_requests.py",
    "graph/_results.py",
    "graph/_transport.py",
    "graph/_upload.py",
    "graph/_values.py",
    "graph/_wire.py",
    "graph/_writable.py",
    "graph/client/__init__.py",
    "graph/models/__init__.py",
    "graph/models/__init__.pyi",
    "graph/models/inner/__init__.py",
    "graph/models/inner/__init__.pyi",
    "graph/operations/__init__.py",
    "graph/operations/__init__.pyi",
    "graph/py.typed",
    "graph/testing.py",
    "tests/conftest.py",
]
OF_TYPES = [
    "graph/client/team.py",
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


def test_files_of_a_package(files: dict[str, FileView]) -> None:
    assert list(files) == sorted([*SHARED, *OF_TYPES])


@pytest.mark.parametrize("path", OF_TYPES)
def test_file_of_a_type_has_its_pages(path: str, files: dict[str, FileView]) -> None:
    assert files[path].pages == ("resources/team.md",)


@pytest.mark.parametrize("path", SHARED)
def test_shared_file_has_no_pages(path: str, files: dict[str, FileView]) -> None:
    assert files[path].pages == ()


def test_changed_property_changes_only_the_files_of_its_type(
    structured: Makes, schema: Callable[..., Schema]
) -> None:
    def lowered(type_: str) -> dict[str, FileView]:
        team = structured("m.g.team", {"x": type_}, sample='{"x": "String"}')
        complete = schema(team, structured("m.g.job", {"team": "m.g.team"}))
        views = lower(complete, package="graph", root_namespace="m.g").value
        return {file.path: file for file in views.files}

    before, after = lowered("Edm.String"), lowered("Edm.Int32")
    assert {path for path in before if before[path] != after[path]} == {
        "graph/models/team.py",
        "graph/models/team.pyi",
        "tests/test_team.py",
    }


def test_only_restricts_the_types_but_not_the_shared_files(
    structured: Makes, schema: Callable[..., Schema]
) -> None:
    elsewhere = Source(path="resources/job.md", line=1)
    job = replace(structured("m.g.job"), sources=(elsewhere,))
    team = structured("m.g.team", {"job": "m.g.job"})
    complete = lower(schema(team, job), package="graph", root_namespace="m.g")
    only = frozenset({"resources/team.md"})
    some = lower(schema(team, job), package="graph", root_namespace="m.g", only=only)
    missing = {*complete.value.files} - {*some.value.files}
    assert {file.pages for file in missing} == {("resources/job.md",)}
    assert {*some.value.files} < {*complete.value.files}


def test_schema_without_types_has_a_package(
    schema: Callable[..., Schema],
) -> None:
    views = lower(schema(), package="graph", root_namespace="m.g").value
    assert "graph/models/__init__.py" in {file.path for file in views.files}


def test_package_may_be_in_another_package(
    schema: Callable[..., Schema], structured: Makes
) -> None:
    complete = schema(structured("m.g.team"))
    views = lower(complete, package="acme.graph", root_namespace="m.g").value
    assert "acme/graph/models/team.py" in {file.path for file in views.files}


def test_files_of_a_package_of_typed_dicts(
    structured: Makes, schema: Callable[..., Schema]
) -> None:
    complete = schema(structured("m.g.team"))
    views = lower(complete, package="graph", root_namespace="m.g", flavour="typeddict")
    paths = (file.path for file in views.value.files)
    assert [path for path in paths if path.startswith(("graph/_", "graph/e"))] == [
        "graph/__init__.py",
        "graph/__init__.pyi",
        "graph/_answers.py",
        "graph/_any_values.py",
        "graph/_base_client.py",
        "graph/_bases.py",
        "graph/_batch.py",
        "graph/_call.py",
        "graph/_catalogue.py",
        "graph/_changes.py",
        "graph/_checked_imports.py",
        "graph/_classes.py",
        "graph/_documented.py",
        "graph/_driver.py",
        "graph/_enums.py",
        "graph/_errors.py",
        "graph/_examples.py",
        "graph/_flow.py",
        "graph/_hints.py",
        "graph/_json.py",
        "graph/_lazy.py",
        "graph/_model.py",
        "graph/_nested.py",
        "graph/_read_only.py",
        "graph/_replay.py",
        "graph/_replayed_batch.py",
        "graph/_requests.py",
        "graph/_results.py",
        "graph/_transport.py",
        "graph/_upload.py",
        "graph/_wire.py",
        "graph/_writable.py",
        "graph/edm.py",
    ]
