"""Which samples a checker takes for models that are JSON themselves."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from docgen.python.samples import samples_of
from docgen.python.skeletons import conforms
from docgen.python.type_facts import type_facts
from docgen.schema.model import EnumType, QualifiedName, Schema, StructuredType

Makes = Callable[..., StructuredType]
Conforms = Callable[[object], bool]

TAKEN: dict[str, object] = {
    "nothing": {},
    "a text": {"name": "a"},
    "what an ancestor declares": {"id": "1"},
    "a null": {"name": None},
    "a model": {"first": {"id": "1"}},
    "models": {"members": [{"id": "1"}, {}]},
    "no models": {"members": []},
    "anything": {"other": {"a": [1]}},
    "anything for a type that no page declares": {"missing": {"a": [1]}},
    "anything for JSON that a page describes": {"json": {"a": 1}},
    "a value of an enum": {"kind": "a"},
    "the name of its type": {"@odata.type": "#m.g.team"},
}
REFUSED: dict[str, object] = {
    "a key that is not declared": {"newer": 1},
    "a key of a derived type": {"first": {"@odata.type": "#m.g.team", "name": "a"}},
    "a key that is not declared, further in": {"members": [{}, {"newer": 1}]},
    "a null for a key": {"id": None},
    "a null for what is never null": {"sure": None},
    "a null for a name of a type": {"@odata.type": None},
    "another annotation": {"members@odata.count": 1},
    "no object": [],
    "nothing at all": None,
}


@pytest.fixture
def taken(
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
    rows = (
        replace(row, nullable=False if row.name == "sure" else None)
        for row in team.properties
    )
    team = replace(team, properties=tuple(rows))
    json = structured("microsoft.graph.Json", {})
    whole = schema(base, team, json, enum("m.g.kind", "a"))
    known, keys = samples_of(whole, type_facts(whole)), frozenset({"@odata.type"})
    return lambda value: conforms(QualifiedName("m.g.team"), value, known, keys)


@pytest.mark.parametrize("value", TAKEN.values(), ids=TAKEN.keys())
def test_is_taken(value: object, taken: Conforms) -> None:
    assert taken(value)


@pytest.mark.parametrize("value", REFUSED.values(), ids=REFUSED.keys())
def test_is_refused(value: object, taken: Conforms) -> None:
    assert not taken(value)
