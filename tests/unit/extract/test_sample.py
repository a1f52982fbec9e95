"""Samples: which code block is one, and what is reported about it."""

from collections.abc import Callable

import pytest

from docgen.diagnostics import Result
from docgen.extract.declarations import Declarations, StructuredDeclaration
from docgen.source import Span

Extracts = Callable[[str], Result[Declarations]]
Declares = Callable[[str], StructuredDeclaration]
Codes = Callable[[str], list[str]]

HEAD = "# ship resource type\n\n"
ANNOTATION = '<!-- {"blockType": "resource", "@odata.type": "harbour.ship"} -->\n'
SAMPLE = '```json\n{"sails": 3}\n```\n'

PLACES = {
    "directly after the annotation": (ANNOTATION + SAMPLE, '{"sails": 3}'),
    "after a paragraph": (ANNOTATION + "\nA ship.\n\n" + SAMPLE, '{"sails": 3}'),
    "before the annotation": (SAMPLE + ANNOTATION, None),
    "after a table": (ANNOTATION + "\n|a|\n|---|\n|b|\n\n" + SAMPLE, None),
    "without an annotation": (SAMPLE, '{"sails": 3}'),
    "one of two": (SAMPLE + SAMPLE, None),
    "of another language": (SAMPLE.replace("json", "xml"), None),
    "in another section": ("## Example\n\n" + SAMPLE, None),
}


@pytest.mark.parametrize(("text", "json"), PLACES.values(), ids=PLACES)
def test_the_sample_is_the_code_block_after_the_annotation(
    declares: Declares, text: str, json: str | None
) -> None:
    assert declares(HEAD + text).sample == json


INVALID = {
    "an extra comma": ('{"a": 1,}', ["repaired-json"]),
    "not an object": ("GET /", ["invalid-sample"]),
    "an empty code block": ("", []),
}


@pytest.mark.parametrize(("sample", "expected"), INVALID.values(), ids=INVALID)
def test_an_invalid_sample_is_repaired_or_reported(
    codes: Codes, sample: str, expected: list[str]
) -> None:
    assert codes(HEAD + ANNOTATION + f"```json\n{sample}\n```\n") == expected


def test_the_table_takes_precedence_over_the_sample(extracts: Extracts) -> None:
    table = "## Properties\n|Property|Type|\n|---|---|\n|sails|String|\n\n"
    sample = '```json\n{"sails": ["String"], "masts": 3}\n```\n'
    found = extracts(HEAD + table + ANNOTATION + sample)
    (ship,) = found.value.types
    assert isinstance(ship, StructuredDeclaration)
    (row,) = ship.properties
    assert row.type is not None
    assert not row.type.is_collection
    assert [one.code for one in found.diagnostics] == ["contradiction"]


SPANS = {
    "on the page": ("", Span(5, 19, 25)),
    "in a list": ("  ", Span(5, 21, 27)),
}


@pytest.mark.parametrize(("indent", "span"), SPANS.values(), ids=SPANS)
def test_another_name_in_a_sample_is_reported_at_its_span(
    extracts: Extracts, indent: str, span: Span
) -> None:
    sample = ["```json", "{", '  "@odata.type": "a.boat"', "}", "```"]
    lines = [indent + line for line in sample]
    if indent:
        lines[0] = "- " + sample[0]
    found = extracts("\n".join(["# ship resource type", ANNOTATION.strip(), *lines]))
    (declared,) = found.value.types
    (reported,) = declared.evidence.contradictions
    assert reported.span == span
