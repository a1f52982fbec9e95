"""Annotations of resources: which one is used, and what its keys mean."""

import json

import pytest

from docgen.extract.annotation import (
    ResourceAnnotation,
    annotated_namespace,
    parsed_annotations,
    resource_annotation,
)
from docgen.markdown.parse import parse
from docgen.source import Span


def parsed(*annotations: dict[str, object]) -> ResourceAnnotation | None:
    text = "\n\n".join(f"<!-- {json.dumps(content)} -->" for content in annotations)
    page = parse("ship.md", text.encode()).value
    return resource_annotation(parsed_annotations(page.sections))


RESOURCE: dict[str, object] = {"blockType": "resource", "@odata.type": "#sea.ship"}


def test_the_keys_of_an_annotation_are_parsed() -> None:
    keys = {"keyProperty": "id, name", "baseType": "sea.vessel"}
    found = parsed(RESOURCE | keys | {"abstract": "true", "openType": True})
    assert found is not None
    assert (found.name, found.base, found.keys) == (
        "sea.ship",
        "sea.vessel",
        ("id", "name"),
    )
    assert (found.abstract, found.open) == (True, True)


BASES: dict[str, tuple[dict[str, object], str | None]] = {
    "a name": ({"baseType": "#sea.vessel"}, "sea.vessel"),
    "an empty string": ({"baseType": ""}, ""),
    "null": ({"baseType": None}, ""),
    "no key": ({}, None),
}


@pytest.mark.parametrize(("keys", "base"), BASES.values(), ids=BASES)
def test_an_empty_base_type_differs_from_none(
    keys: dict[str, object], base: str | None
) -> None:
    found = parsed(RESOURCE | keys)
    assert found is not None
    assert found.base == base


USED: dict[str, tuple[list[dict[str, object]], str | None]] = {
    "the first resource": ([RESOURCE, RESOURCE | {"@odata.type": "a.b"}], "sea.ship"),
    "a resource after a request": ([{"blockType": "request"}, RESOURCE], "sea.ship"),
    "a resource after an ignored one": (
        [{"blockType": "ignored", "@odata.type": "a.b"}, RESOURCE],
        "sea.ship",
    ),
    "an ignored one with a name": (
        [{"blockType": "ignored"}, {"blockType": "ignored", "@type": "a.b"}],
        "a.b",
    ),
    "no resource": ([{"blockType": "request"}], None),
}


@pytest.mark.parametrize(("annotations", "name"), USED.values(), ids=USED)
def test_one_annotation_is_used(
    annotations: list[dict[str, object]], name: str | None
) -> None:
    found = parsed(*annotations)
    assert (found.name if found else None) == name


def test_names_in_other_annotations_of_resources_are_kept() -> None:
    found = parsed(RESOURCE, RESOURCE | {"@odata.type": "sea.boat"}, RESOURCE)
    assert found is not None
    assert [(one.name, one.span.line) for one in found.others] == [("sea.boat", 3)]


def test_the_span_of_a_name_is_that_of_its_key() -> None:
    found = parsed(RESOURCE)
    assert found is not None
    assert found.name_span == Span(1, 33, 44)
    assert found.base_span == found.span


NAMESPACES = {
    "a page annotation": ('{"type": "#page.annotation", "namespace": "a.b"}', "a.b"),
    "another annotation": ('{"type": "resource", "namespace": "a.b"}', None),
}


@pytest.mark.parametrize(("text", "name"), NAMESPACES.values(), ids=NAMESPACES)
def test_a_page_annotation_has_a_namespace(text: str, name: str | None) -> None:
    assert annotated_namespace(f"<!-- {text} -->") == name
