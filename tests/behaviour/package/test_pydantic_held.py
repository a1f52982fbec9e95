"""Generated pydantic models in models, lists and JSON Schemas of users."""

import json
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter, create_model
from pydantic.json_schema import JsonSchemaMode, models_json_schema

pytestmark = pytest.mark.parametrize(
    "flavour", ["pydantic"], indirect=True, scope="session"
)

TEAM = {"@odata.type": "#m.g.team", "id": "1", "members": [{"id": "2"}]}


@pytest.fixture
def team(models: ModuleType) -> BaseModel:
    made: BaseModel = models.Team(id="1", members=[models.Team(id="2")])
    return made


def written(type_: object, value: object) -> object:
    """Return what pydantic writes, as JSON and as Python values."""
    form: Any = type_
    adapter: TypeAdapter[object] = TypeAdapter(form)
    data: object = adapter.dump_python(value, mode="json", exclude_unset=True)
    assert json.loads(adapter.dump_json(value, exclude_unset=True)) == data
    return data


def test_derived_object_in_containers(models: ModuleType, team: BaseModel) -> None:
    base = models.Base
    assert written(list[base], [team, base(id="3")]) == [TEAM, {"id": "3"}]
    assert written(dict[str, base | None], {"a": team}) == {"a": TEAM}
    assert written(tuple[base, ...], (team,)) == [TEAM]
    assert written(models.Alert | base, team) == TEAM
    assert written(base | None, team) == TEAM


def test_derived_object_in_a_model_of_the_user(
    models: ModuleType, team: BaseModel
) -> None:
    bases: Any = list[models.Base]
    fleet = create_model("Fleet", first=(models.Base, ...), rest=(bases, []))
    made: Any = fleet(first=team, rest=[team, models.Base()])
    data = made.model_dump(exclude_unset=True)
    assert data == {"first": TEAM, "rest": [TEAM, {}]}
    read: Any = fleet.model_validate(data)
    assert type(read.first) is models.Team


def test_object_of_the_declared_class_has_no_type(
    models: ModuleType, team: BaseModel
) -> None:
    assert "@odata.type" not in team.model_dump()
    assert written(list[models.Team], [team]) == [{"id": "1", "members": [{"id": "2"}]}]


def test_options_reach_a_derived_object(models: ModuleType, team: BaseModel) -> None:
    fleet = create_model("Fleet", first=(models.Base, ...))
    made: Any = fleet(first=team)
    assert made.model_dump(include={"first": {"id"}})["first"]["id"] == "1"
    assert "members" not in made.model_dump(exclude={"first": {"members"}})["first"]
    assert made.model_dump(exclude_none=True, exclude={"first": {"members"}}) == {
        "first": {"@odata.type": "#m.g.team", "id": "1"}
    }


def test_subclass_of_the_user_has_the_type_of_its_base(models: ModuleType) -> None:
    crew: Any = type(
        "Crew",
        (models.Team,),
        {"__annotations__": {"rank": int}, "__module__": "crews"},
    )
    assert written(models.Base | None, crew(rank=1)) == {
        "@odata.type": "#m.g.team",
        "rank": 1,
    }
    assert written(models.Team | None, crew(rank=1)) == {"rank": 1}
    assert written(crew | None, crew(rank=1)) == {"rank": 1}


def references(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        if isinstance(schema.get("$ref"), str):
            yield schema["$ref"]
        for item in schema.values():
            yield from references(item)
    elif isinstance(schema, list):
        for item in schema:
            yield from references(item)


@pytest.mark.parametrize("mode", ["validation", "serialization"])
def test_json_schema_has_all_classes_that_it_names(
    models: ModuleType, mode: JsonSchemaMode
) -> None:
    schema = models.Everything.model_json_schema(mode=mode)
    named = {*references(schema)}
    assert named == {f"#/$defs/{name}" for name in schema["$defs"]}
    properties = schema["$defs"]["Everything"]["properties"]
    assert properties["kind"]["anyOf"][0] == {"$ref": "#/$defs/Kind"}
    assert properties["members"]["anyOf"][0]["items"] == {"$ref": "#/$defs/Base"}
    assert schema["$defs"]["Kind"]["anyOf"][1] == {"type": "string"}


def test_json_schema_of_a_model_of_the_user(models: ModuleType) -> None:
    calls: Any = list[models.Call]
    fleet = create_model("Fleet", calls=(calls, []), kind=(models.Kinds, "a"))
    schema = fleet.model_json_schema()
    assert {*references(schema)} <= {f"#/$defs/{name}" for name in schema["$defs"]}
    assert any(
        "record" in item.get("properties", {}) for item in schema["$defs"].values()
    )


def test_json_schemas_of_several_models(models: ModuleType) -> None:
    """FastAPI creates its components like this."""
    inputs: list[tuple[type[BaseModel], JsonSchemaMode]] = [
        (getattr(models, name), mode)
        for name in ("Everything", "Call", "Message", "Reply", "Any_")
        if hasattr(models, name)
        for mode in ("validation", "serialization")
    ]
    template = "#/components/schemas/{model}"
    schemas, document = models_json_schema(inputs, ref_template=template)
    named = {*references([*schemas.values()]), *references(document)}
    assert len(named) > len(inputs) / 2
    assert named <= {f"#/components/schemas/{name}" for name in document["$defs"]}


def test_chain_of_references_may_be_longer_than_the_recursion_limit(
    models: ModuleType,
) -> None:
    names = [name for name in models.__all__ if isinstance(getattr(models, name), type)]
    assert len(names) > 50
    for name in names:
        found = getattr(models, name)
        if issubclass(found, BaseModel):
            schema = found.model_json_schema()
            assert {*references(schema)} <= {
                f"#/$defs/{n}" for n in schema.get("$defs", {})
            }
