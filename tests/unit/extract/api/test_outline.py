"""What each section of an API page is about, by its title and those above it."""

import pytest

from docgen.extract.api.outline import api_outline
from docgen.markdown.parse import parse

OUTLINES = {
    "the title decides": ("## HTTP request\n## Response", ["request", "response"]),
    "another title": ("## Weather", ["introduction"]),
    "another title after a section": (
        "## Response\n## Weather",
        ["response", "other"],
    ),
    "a section without a title of its own": (
        "## Request body\n### Ship properties",
        ["body", "body"],
    ),
    "a title of its own": ("## Request\n### Request body", ["example", "example"]),
    "a section of an example": ("## Example\n### Request headers", ["example"] * 2),
    "a response before the example": (
        "## Response\n## Example",
        ["response", "example"],
    ),
    "a response after the example": (
        "## Example\n### Request\n## Response",
        ["example"] * 3,
    ),
    "a section of the permissions": (
        "## Permissions\n### Delegated",
        ["permissions"] * 2,
    ),
    "a request below the permissions": (
        "## Permissions\n### HTTP request",
        ["permissions", "request"],
    ),
    "an empty heading": ("## Permissions\n##\n", ["permissions"] * 2),
    "a section after an empty heading": (
        "## Request body\n###\n### Ship properties",
        ["body"] * 3,
    ),
}


@pytest.mark.parametrize(("text", "expected"), OUTLINES.values(), ids=OUTLINES)
def test_the_title_of_a_section_says_what_it_is_about(
    text: str, expected: list[str]
) -> None:
    page = parse("api/ship-get.md", f"# Get ship\n{text}\n".encode()).value
    assert [one.role for one in api_outline(page)] == ["introduction", *expected]


NAMED = {
    "a title of its own": ("## Response", True),
    "another title": ("## Weather", False),
    "an empty heading": ("##\n", False),
}


@pytest.mark.parametrize(("text", "expected"), NAMED.values(), ids=NAMED)
def test_a_section_is_named_if_its_own_title_decides(text: str, expected: bool) -> None:
    page = parse("api/ship-get.md", f"# Get ship\n{text}\n".encode()).value
    assert api_outline(page)[-1].is_named is expected
