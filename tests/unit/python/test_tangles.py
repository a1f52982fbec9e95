"""Which types checkers may not be able to follow."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet

import pytest

from docgen.python.type_facts import type_facts
from docgen.schema.model import Schema, StructuredType

TANGLED = {
    "a type with a keyword for a model": "m.g.message",
    "a type that derives from one": "m.g.invitation",
    "a type with a keyword for many models": "m.g.list",
}
FREE = {
    "a type that such a keyword names": "m.g.sender",
    "a type with a keyword for a text": "m.g.action",
    "a type with a name for a model": "m.g.folder",
}


@pytest.fixture
def with_model_keys(
    structured: Callable[..., StructuredType], schema: Callable[..., Schema]
) -> AbstractSet[str]:
    return type_facts(
        schema(
            structured("m.g.sender", {"name": "Edm.String"}),
            structured("m.g.message", {"from": "m.g.sender"}),
            structured("m.g.invitation", {}, base="m.g.message"),
            structured("m.g.list", {"from": "Collection(m.g.sender)"}),
            structured("m.g.action", {"from": "Edm.String", "to": "m.g.message"}),
            structured("m.g.folder", {"first": "m.g.message"}),
        )
    ).with_model_keys


@pytest.mark.parametrize("name", TANGLED.values(), ids=TANGLED.keys())
def test_is_tangled(name: str, with_model_keys: AbstractSet[str]) -> None:
    assert name in with_model_keys


@pytest.mark.parametrize("name", FREE.values(), ids=FREE.keys())
def test_is_free(name: str, with_model_keys: AbstractSet[str]) -> None:
    assert name not in with_model_keys
