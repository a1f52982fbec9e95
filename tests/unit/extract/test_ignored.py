"""Content that declares nothing: what is reported on pages of types and on other pages."""

from collections.abc import Callable

import pytest

from docgen.diagnostics import Result
from docgen.extract.declarations import Declarations

Extracts = Callable[[str], Result[Declarations]]
Codes = Callable[[str], list[str]]

REQUEST = '<!-- {"blockType": "request"} -->\n```http\nGET /\n```\n'

WITHOUT_TYPES = {
    "prose": "# Sailing the sea\n\nShips are made of wood.",
    "an API page": "# Create resource\n" + REQUEST,
    "a path as name": "# ../ship resource type",
    "a table of something else": "# Winds\n## Properties\n|Wind|Force|\n|---|---|\n|a|b|",
    "an empty page": "",
}


@pytest.mark.parametrize("text", WITHOUT_TYPES.values(), ids=WITHOUT_TYPES)
def test_no_type_is_declared_by(extracts: Extracts, text: str) -> None:
    assert extracts(text).value.types == ()


TYPE = "# ship resource type\n## Properties\n|Property|Type|\n|---|---|\n|a|String|\n\n"
HUES = "# ship resource type\n## Properties\n|Property|Type|Hue|\n|---|---|---|\n"
FRONT_MATTER = "---\ndoc_type: resourcePageType\n---\n"
TABLE = "|Wind|Force|\n|---|---|\n|a|b|\n"
TRANSLATED = (
    "# ship-Ressourcentyp\n## Eigenschaften\n|Eigenschaft|Typ|\n|---|---|\n|a|b|\n"
)

REPORTED = {
    "a type without content": ("# ship resource type\n", ["empty-type"]),
    "a row of another table": (TYPE + "## Winds\n" + TABLE, ["unrelated-row"]),
    "rows without a header below another title": (
        TYPE + "## Winds\n|b|String|\n|c|String|\n",
        ["ignored-row", "ignored-row"],
    ),
    "a table of methods below another title": (
        TYPE + "## Method s\n|Method|Return type|\n|---|---|\n|b|None|\n",
        ["ignored-row"],
    ),
    "a list on a page that declares only an enum type": (
        "## Properties\n- a: String: The a.\n\n### hue values\n"
        '|Member|\n|---|\n|red|\n\n<!-- {"blockType": "ignored"} -->\n'
        "The `hue` enum.\n",
        ["ignored-row"],
    ),
    "a table below the title of the sample": (
        TYPE + "## JSON representation\n" + TABLE,
        ["ignored-row"],
    ),
    "an unknown column": (HUES + "|a|String|red|\n", ["unknown-column"]),
    "an unknown column that is empty": (HUES + "|a|String| |\n", []),
    "front matter of a type without a type": (
        FRONT_MATTER + "# Sailing the sea\n",
        ["no-type"],
    ),
    "front matter of a type on an API page": (
        FRONT_MATTER + "# Get ship\n" + REQUEST,
        [],
    ),
    "a table on a page without types": ("# Winds\n## Speed\n" + TABLE, []),
    "a table below Properties on a page without types": (
        "# The winds\n## Properties\n" + TABLE,
        ["ignored-row"],
    ),
    "a translated page": (TRANSLATED, ["translated-page"]),
}


@pytest.mark.parametrize(("text", "expected"), REPORTED.values(), ids=REPORTED)
def test_content_that_declares_nothing_is_reported(
    codes: Codes, text: str, expected: list[str]
) -> None:
    assert codes(text) == expected
