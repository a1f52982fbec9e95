"""Short forms of types and schemas, for the tests of `docgen.python`."""

from collections.abc import Callable, Mapping
from typing import Protocol

import pytest

from docgen.python.layout import Layout, layout_of
from docgen.schema.model import (
    EnumType,
    Member,
    Operation,
    Property,
    QualifiedName,
    Schema,
    Source,
    StructuredType,
    Type,
    TypeReference,
    WireName,
)

AT = Source(path="resources/team.md", line=7)


def _reference(text: str) -> TypeReference:
    inner = text.removeprefix("Collection(").removesuffix(")")
    return TypeReference(name=QualifiedName(inner), is_collection=inner != text)


class MakesType(Protocol):
    def __call__(
        self,
        name: str,
        properties: Mapping[str, str] = ...,
        *,
        base: str | None = ...,
        sample: str | None = ...,
        returns: Mapping[str, str | None] = ...,
        description: str | None = ...,
    ) -> StructuredType: ...


@pytest.fixture
def structured() -> MakesType:
    def make(
        name: str,
        properties: Mapping[str, str] = {},
        *,
        base: str | None = None,
        sample: str | None = None,
        returns: Mapping[str, str | None] = {},
        description: str | None = None,
    ) -> StructuredType:
        return StructuredType(
            kind="entity",
            name=QualifiedName(name),
            base_type=QualifiedName(base) if base else None,
            sources=(AT,),
            sample=sample,
            description=description,
            properties=tuple(
                Property(name=WireName(wire), type=_reference(type_), source=AT)
                for wire, type_ in properties.items()
            ),
            operations=tuple(
                Operation(
                    name=operation,
                    label=operation,
                    returns=_reference(text) if text else None,
                    returns_text=text or "None",
                    description=None,
                    api_page=None,
                    source=AT,
                )
                for operation, text in returns.items()
            ),
        )

    return make


@pytest.fixture
def enum() -> Callable[..., EnumType]:
    def make(name: str, *values: str, flags: bool = False) -> EnumType:
        members = (Member(name=value, source=AT) for value in values)
        return EnumType(
            name=QualifiedName(name),
            flags=flags,
            sources=(AT,),
            members=tuple(members),
        )

    return make


@pytest.fixture
def schema() -> Callable[..., Schema]:
    def make(*types: Type) -> Schema:
        return Schema(types=tuple(sorted(types, key=lambda t: t.name)), pages=())

    return make


@pytest.fixture
def layout(schema: Callable[..., Schema]) -> Callable[..., Layout]:
    return lambda *types: layout_of(schema(*types), "graph", "m.g")
