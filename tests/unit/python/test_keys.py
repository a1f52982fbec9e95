"""Properties as keys of a `TypedDict`."""

import pytest

from docgen.python.annotations import NamedAnnotation
from docgen.python.literals import PythonCode
from docgen.python.models import described_keys, key_names, key_views
from docgen.python.type_facts import type_facts
from docgen.schema.model import (
    Property,
    QualifiedName,
    Schema,
    Source,
    TypeReference,
    WireName,
)

STRING = TypeReference(name=QualifiedName("Edm.String"))


def row(name: str, description: str | None = None) -> Property:
    at = Source(path="resources/team.md", line=7)
    return Property(
        name=WireName(name), type=STRING, source=at, description=description
    )


IN_A_BODY = {
    "a name in humps": "displayName",
    "a name in capitals": "IPAddress",
    "a word of annotations": "list",
    "a method of dictionaries": "items",
    "a soft keyword": "type",
    "a name with a line before it": "_x",
}
OUTSIDE = {
    "an annotation": "@odata.etag",
    "a keyword": "from",
    "a constant": "None",
    "a name that begins with a digit": "2d",
    "a name with a blank": "a b",
    "nothing": "",
    "a name that a class body would change": "__x",
    "a name of Python's own": "__init__",
    "a letter beyond ASCII": "é",
    "a letter that Python reads as two": "ﬁ",
}


@pytest.mark.parametrize("wire", IN_A_BODY.values(), ids=IN_A_BODY.keys())
def test_a_class_body_can_name(wire: str) -> None:
    assert key_names([row(wire)]) == {wire: wire}


@pytest.mark.parametrize("wire", OUTSIDE.values(), ids=OUTSIDE.keys())
def test_no_class_body_can_name(wire: str) -> None:
    assert key_names([row(wire)]) == {}


def test_a_key_is_a_literal() -> None:
    named = NamedAnnotation(name=PythonCode("str | None"), imports=frozenset())
    (view,) = key_views([row('a"')], {WireName('a"'): named})
    assert (view.name, view.annotation) == ("'a\"'", "str | None")


def test_a_key_is_described_in_a_paragraph() -> None:
    rows = [row("from", "Who sent it.\n\nNever empty"), row("class")]
    assert described_keys(rows, type_facts(Schema(types=(), pages=()))) == (
        "`from`: Who sent it. Never empty.",
    )
