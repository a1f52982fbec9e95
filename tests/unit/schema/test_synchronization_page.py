"""The schema of a single real page, and the diagnostics about it."""

from collections import Counter
from pathlib import Path

import pytest

from docgen.diagnostics import Diagnostic
from docgen.extract.stage import extract
from docgen.markdown.parse import parse
from docgen.resolve import resolve
from docgen.schema.model import StructuredType, csdl_type

NAME = "synchronization-synchronization.md"
PAGE = Path(__file__).parents[3] / "docs_src" / "resources" / NAME


@pytest.fixture(scope="module")
def page() -> tuple[StructuredType, list[Diagnostic]]:
    found = extract(parse(NAME, PAGE.read_bytes()).value)
    schema = resolve([found.value], "microsoft.graph.entity", is_whole=False)
    (only,) = schema.value.types
    assert isinstance(only, StructuredType)
    return only, [*found.diagnostics, *schema.diagnostics]


def test_rows_have_the_types_of_the_table(
    page: tuple[StructuredType, list[Diagnostic]],
) -> None:
    rows = page[0].rows
    assert [
        (row.name, csdl_type(row.type).replace("microsoft.graph.", "")) for row in rows
    ] == [
        ("id", "Edm.String"),
        ("secrets", "Collection(synchronizationSecretKeyStringValuePair)"),
        ("version", "Edm.String"),
        ("jobs", "Collection(synchronizationJob)"),
        ("templates", "Collection(synchronizationTemplate)"),
    ]
    assert all(row.description is None for row in rows)


def test_type_is_an_entity_type_without_base_or_description(
    page: tuple[StructuredType, list[Diagnostic]],
) -> None:
    one = page[0]
    assert (one.kind, one.base_type, one.key) == ("entity", None, ("id",))
    assert (one.description, one.sources[0].line) == (None, 10)


def test_operations(
    page: tuple[StructuredType, list[Diagnostic]],
) -> None:
    returns = {
        o.name: o.returns and o.returns.is_collection for o in page[0].operations
    }
    assert returns == {
        "list_synchronizations": True,
        "create_synchronization": False,
        "get_synchronization": False,
        "update_synchronization": False,
        "delete_synchronization": None,
    }


def test_diagnostics_have_the_positions_of_the_problems(
    page: tuple[StructuredType, list[Diagnostic]],
) -> None:
    reported = page[1]
    assert Counter(d.code for d in reported) == {
        "placeholder": 8,
        "unresolved-type": 3,
        "undeclared-key": 1,
        "empty-base-type": 1,
    }
    lines = [d.span.line for d in reported if d.code == "placeholder"]
    assert lines == [3, 4, 6, 14, 28, 29, 34, 35]
    assert [d.span.line for d in reported if d.code == "undeclared-key"] == [39]
    assert all(d.span.column > 0 and d.help for d in reported)
