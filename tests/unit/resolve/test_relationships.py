"""The relationships that URLs of an API page may end in."""

import pytest

from docgen.resolve.api.relationships import related_type, relationships
from docgen.schema.model import (
    Operation,
    Property,
    QualifiedName,
    Source,
    StructuredType,
    TypeReference,
    WireName,
)
from docgen.schema.url_templates import template

HERE = Source(path="a.md", line=1)
SHIP, VESSEL = QualifiedName("a.ship"), QualifiedName("a.vessel")
BASES = {SHIP: VESSEL}


def row(name: str, type: str, *, is_declared: bool = True) -> Property:
    return Property(
        name=WireName(name),
        type=TypeReference(name=QualifiedName(type), is_declared=is_declared),
        source=HERE,
    )


def structured(
    name: QualifiedName, *rows: Property, properties: tuple[Property, ...] = ()
) -> StructuredType:
    operation = Operation(
        name="get",
        label="Get",
        api_page="api/a.md",
        returns=None,
        returns_text="",
        description=None,
        source=HERE,
    )
    return StructuredType(
        kind="entity",
        name=name,
        sources=(HERE,),
        properties=properties,
        navigation_properties=rows,
        operations=(operation,),
    )


TYPES = (
    structured(VESSEL, row("Crew", "a.person"), row("port", "a.port")),
    structured(
        SHIP,
        row("crew", "a.sailor"),
        row("owner", "a.owner", is_declared=False),
        properties=(row("cabin", "a.room"), row("name", "Edm.String")),
    ),
)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/ships/{id}/crew", "a.sailor"),
        ("/ships/{id}/Crew/{id}", "a.sailor"),
        ("/ships/{id}/port", "a.port"),
        ("/ships/{id}/cabin", "a.room"),
        ("/ships/{id}/name", None),
        ("/ships/{id}/owner", None),
        ("/ships/{id}", None),
    ],
    ids=[
        "its own",
        "an item, in another case",
        "of an ancestor",
        "among the properties",
        "a primitive property",
        "a type that no page declares",
        "no relationship",
    ],
)
def test_a_url_may_end_in_a_relationship(url: str, expected: str | None) -> None:
    found = relationships(TYPES, BASES)
    assert related_type([template(url)], [found[SHIP]]) == expected


def test_the_first_url_with_a_relationship_counts() -> None:
    urls = ["/ships/{id}", "/ships/{id}/port", "/ships/{id}/crew"]
    found = relationships(TYPES, BASES)
    assert related_type([*map(template, urls)], [found[SHIP]]) == "a.port"
