"""The views of generated tests."""

from ast import literal_eval
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from docgen.python.flavours import FLAVOURS_BY_NAME
from docgen.python.layout import layout_of
from docgen.python.names import PythonName
from docgen.python.samples import samples_of
from docgen.python.signatures.model import (
    MethodParameter,
    MethodParameterPlace,
    OperationResult,
    RequestTemplate,
    Signature,
)
from docgen.python.skeletons import conforms, model_test_view
from docgen.python.type_facts import type_facts
from docgen.python.views import ModelTestView
from docgen.schema.model import (
    EnumType,
    Operation,
    Permissions,
    QualifiedName,
    Schema,
    Source,
    StructuredType,
)

Makes = Callable[..., StructuredType]
Lowers = Callable[[StructuredType, str], ModelTestView]
Conforms = Callable[[object], bool]


def _signature(row: Operation) -> Signature:
    """Return a signature with a URL for a link, one for a key, and one for a choice."""
    key, choice = (
        MethodParameter(name=PythonName(name), wire_name=name, place=place)
        for name, place in PARAMETERS.items()
    )
    return Signature(
        name=PythonName(row.name),
        label=row.label,
        description=None,
        api_page=row.api_page,
        parameters=(key, choice),
        overloads=(),
        requests=(
            _request("/team", None),
            _request("/teams/{team_id}", None, key.name),
            _request("/teams/{team_id}/site", "site", key.name),
        ),
        documented=(),
        result=OperationResult(kind="none"),
        permissions=Permissions(delegated_work=(("A", "B"), ("C",))),
        deprecation=None,
        returns_text="",
        source=row.source,
    )


PARAMETERS: dict[str, MethodParameterPlace] = {"team_id": "path", "at": "choice"}


def _request(path: str, choice: str | None, *arguments: PythonName) -> RequestTemplate:
    source = Source(path="api/get.md", line=1)
    return RequestTemplate(
        method="GET", path=path, arguments=arguments, choice=choice, source=source
    )


@pytest.fixture
def lowered(schema: Callable[..., Schema]) -> Lowers:
    def lower(type_: StructuredType, flavour: str) -> ModelTestView:
        complete = schema(type_)
        layout = layout_of(complete, "graph", "m.g", FLAVOURS_BY_NAME[flavour])
        facts = type_facts(complete)
        signatures = [_signature(one) for one in type_.operations]
        samples = samples_of(complete, facts)
        return model_test_view(type_, signatures, layout, facts, samples)

    return lower


SAMPLES = {
    "a typed dict": ("typeddict", "{}", "models.Team"),
    "a typed dict with unknown keys": (
        "typeddict",
        '{"newer": 1}',
        "dict[str, object]",
    ),
    "a dataclass": ("dataclass", "{}", "dict[str, object]"),
}


@pytest.mark.parametrize(
    ("flavour", "sample", "annotation"), SAMPLES.values(), ids=SAMPLES.keys()
)
def test_annotation_of_a_sample(
    flavour: str, sample: str, annotation: str, lowered: Lowers, structured: Makes
) -> None:
    view = lowered(structured("m.g.team", sample=sample), flavour)
    assert view.sample_type == annotation


def test_tests_of_dataclasses_import_wire_names(
    lowered: Lowers, structured: Makes
) -> None:
    team = structured("m.g.team", {"x": "Edm.String"}, sample="{}")
    imports = lowered(team, "dataclass").imports
    assert (imports.library, imports.package) == (
        (),
        ("from graph import models, wire_names",),
    )


def test_tests_of_typed_dicts_import_json(lowered: Lowers, structured: Makes) -> None:
    team = structured(
        "m.g.team", {"x": "Edm.String"}, sample="{}", returns={"get": None}
    )
    imports = lowered(team, "typeddict").imports
    assert imports.library == ("import json", "from inspect import signature")
    assert imports.package == (
        "from graph import models, operations, permissions, request_line",
    )


def test_tests_of_operations_have_parameters_requests_and_permissions(
    lowered: Lowers, structured: Makes
) -> None:
    view = lowered(structured("m.g.team", returns={"get": None}), "dataclass")
    (operation,), (requests,), (permissions,) = (
        view.operations,
        view.requests,
        view.permissions,
    )
    assert {operation.name, requests.name, permissions.name} == {'"get"'}
    assert literal_eval(operation.expected) == ["self", "team_id", "at"]
    assert literal_eval(requests.expected) == {
        "GET /team": {},
        "GET /teams/team_id": {"team_id": "team_id"},
        "GET /teams/team_id/site": {"team_id": "team_id", "at": "site"},
    }
    assert literal_eval(permissions.expected) == {"delegated_work": "A + B"}


def test_tests_import_nothing_that_they_do_not_use(
    lowered: Lowers, structured: Makes
) -> None:
    imports = lowered(structured("m.g.team"), "typeddict").imports
    assert (imports.library, imports.package) == ((), ("from graph import models",))


ACCEPTED: dict[str, object] = {
    "an empty object": {},
    "a string": {"name": "a"},
    "an inherited property": {"id": "1"},
    "a null": {"name": None},
    "a model": {"first": {"id": "1"}},
    "a list of models": {"members": [{"id": "1"}, {}]},
    "an empty list": {"members": []},
    "any JSON for an untyped property": {"other": {"a": [1]}},
    "any JSON for an undeclared type": {"missing": {"a": [1]}},
    "any JSON for the type Json": {"json": {"a": 1}},
    "a value of an enum": {"kind": "a"},
    "the name of the type": {"@odata.type": "#m.g.team"},
}
REJECTED: dict[str, object] = {
    "an undeclared key": {"newer": 1},
    "a key of a derived type": {"first": {"@odata.type": "#m.g.team", "name": "a"}},
    "an undeclared key in a nested object": {"members": [{}, {"newer": 1}]},
    "a null for a key": {"id": None},
    "a null for a property that is not nullable": {"sure": None},
    "a null for the name of the type": {"@odata.type": None},
    "another annotation": {"members@odata.count": 1},
    "a list": [],
    "null": None,
}


@pytest.fixture
def accepts(
    structured: Makes, enum: Callable[..., EnumType], schema: Callable[..., Schema]
) -> Conforms:
    base = replace(structured("m.g.base", {"id": "Edm.String"}), key=("id",))
    properties = {
        "name": "Edm.String",
        "sure": "Edm.String",
        "first": "m.g.base",
        "members": "Collection(m.g.base)",
        "other": "Edm.Untyped",
        "missing": "m.g.missing",
        "json": "microsoft.graph.Json",
        "kind": "m.g.kind",
    }
    team = structured("m.g.team", properties, base="m.g.base")
    nullable = (
        replace(one, nullable=False if one.name == "sure" else None)
        for one in team.properties
    )
    team = replace(team, properties=tuple(nullable))
    json = structured("microsoft.graph.Json", {})
    complete = schema(base, team, json, enum("m.g.kind", "a"))
    samples = samples_of(complete, type_facts(complete))
    keys = frozenset({"@odata.type"})
    return lambda value: conforms(QualifiedName("m.g.team"), value, samples, keys)


@pytest.mark.parametrize("value", ACCEPTED.values(), ids=ACCEPTED.keys())
def test_type_checker_accepts_sample(value: object, accepts: Conforms) -> None:
    assert accepts(value)


@pytest.mark.parametrize("value", REJECTED.values(), ids=REJECTED.keys())
def test_type_checker_rejects_sample(value: object, accepts: Conforms) -> None:
    assert not accepts(value)
