"""Fixtures of the tests of extract: the one type of a page, and the codes that are reported."""

from collections.abc import Callable

import pytest

from docgen.diagnostics import Result
from docgen.extract.declarations import Declarations, StructuredDeclaration

Extracts = Callable[[str], Result[Declarations]]
Declares = Callable[[str], StructuredDeclaration]
Codes = Callable[[str], list[str]]


@pytest.fixture
def declares(extracts: Extracts) -> Declares:
    """Return the only type that a page declares, an entity or complex type."""

    def declared(text: str) -> StructuredDeclaration:
        (only,) = extracts(text).value.types
        assert isinstance(only, StructuredDeclaration)
        return only

    return declared


@pytest.fixture
def codes(extracts: Extracts) -> Codes:
    """Return the codes of the diagnostics of a page."""

    def found(text: str) -> list[str]:
        parsed = extracts(text)
        of_names = (d for t in parsed.value.types for d in t.evidence.contradictions)
        return [one.code for one in (*parsed.diagnostics, *of_names)]

    return found
