"""The table of read-only properties."""

from collections.abc import Callable, Iterable

import pytest
from msgspec.structs import replace

from docgen.python.package import read_only_properties
from docgen.python.type_facts import type_facts
from docgen.schema.model import Schema, StructuredType, WireName

Makes = Callable[..., StructuredType]


def with_read_only(
    type_: StructuredType, names: Iterable[str], key: str | None = None
) -> StructuredType:
    """Return a type some of whose properties are read-only."""
    properties = tuple(
        replace(one, read_only=one.name in names) for one in type_.properties
    )
    keys = (WireName(key),) if key else ()
    return replace(type_, properties=properties, key=keys)


@pytest.fixture
def complete(structured: Makes, schema: Callable[..., Schema]) -> Schema:
    ids = {"id": "Edm.String", "state": "Edm.String"}
    entity = with_read_only(structured("m.g.entity", ids), ["id"], key="id")
    team = structured("m.g.team", {**ids, "size": "Edm.Int32"}, base="m.g.entity")
    job = structured("m.g.job", {"a": "Edm.String"})
    return schema(entity, with_read_only(team, ["id", "state", "size"]), job)


def test_read_only_properties_that_no_ancestor_calls_read_only(
    complete: Schema,
) -> None:
    found = read_only_properties(type_facts(complete), are_keys=False)
    assert found == {"m.g.team": ["state", "size"]}


def test_read_only_keys(complete: Schema) -> None:
    found = read_only_properties(type_facts(complete), are_keys=True)
    assert found == {"m.g.entity": ["id"]}
