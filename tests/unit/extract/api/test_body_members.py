"""Members of a body that examples and the section about it show."""

from collections.abc import Callable

import pytest

from docgen.diagnostics import Result
from docgen.extract.api.declarations import BodyDeclaration
from docgen.extract.declarations import Declarations

Declares = Callable[[str], BodyDeclaration | None]

PAGE = "# ship: load\n\n## HTTP request\n\n```http\nPOST /ships/{{id}}/load\n```\n\n{rest}\n"
ROWS = "\n|Parameter|Type|\n|:---|:---|\n|weight|Int32|\n|label|String|\n"
EXAMPLE = "\n## Example\n\n```http\nPOST https://a.b/ships/1/load\n\n{body}\n```\n"


@pytest.fixture
def declares(extracts: Callable[[str], Result[Declarations]]) -> Declares:
    """Return what the page of an action declares about its body."""

    def declared(rest: str) -> BodyDeclaration | None:
        api = extracts(PAGE.format(rest=rest)).value.api
        assert api is not None
        return api.body

    return declared


WRAPPERS = {
    "an object": ('{"crate": {"weight": 1}}', "crate", False),
    "an array of objects": ('{"value": [{"weight": 1, "label": "x"}]}', "value", True),
    "an array of something else": ('{"value": [1, 2]}', None, False),
    "members of the table": ('{"weight": 1}', None, False),
    "a member of the table with an object": ('{"label": {"weight": 1}}', None, False),
    "several members": ('{"crate": {"weight": 1}, "force": true}', None, False),
    "an object with other members": ('{"crate": {"colour": "red"}}', None, False),
    "not an object": ("[1]", None, False),
}


@pytest.mark.parametrize(
    ("body", "name", "is_collection"), WRAPPERS.values(), ids=WRAPPERS
)
@pytest.mark.parametrize("prose", ["Supply a JSON object.\n", ""])
def test_an_example_shows_the_parameter_whose_members_the_table_lists(
    declares: Declares, prose: str, body: str, name: str | None, *, is_collection: bool
) -> None:
    example = EXAMPLE.format(body=body)
    found = declares(f"## Request body\n\n{prose}{ROWS}{example}")
    wrapper = found and found.wrapper
    assert (wrapper, bool(found and found.wraps_items)) == (name, is_collection)


@pytest.mark.parametrize("other", ['{"weight": 1}', "{}", "[1]"])
def test_all_examples_must_agree_on_the_parameter(
    declares: Declares, other: str
) -> None:
    bodies = ('{"crate": {"weight": 1}}', other)
    examples = "".join(EXAMPLE.format(body=one) for one in bodies)
    found = declares(f"## Request body\n\nSupply a JSON object.\n{ROWS}{examples}")
    assert found is not None
    assert found.wrapper is None


JSON = '```json\n{"weight": 12, "label": "fragile"}\n```\n'
SHOWN = {
    "an object in a code block": (
        f"Supply this:\n\n{JSON}",
        (("weight", "integer"), ("label", "string")),
    ),
    "an object of a type": (
        f'Supply this:\n\n<!-- {{"blockType": "ignored", "@odata.type": "crate"}} -->\n{JSON}',
        (),
    ),
    "a name in prose": (
        "You may include the `force` parameter.",
        (("force", "none"),),
    ),
    "names in prose and an object": (
        f"You may include the `weight` parameter.\n\n{JSON}",
        (("weight", "integer"), ("label", "string")),
    ),
    "objects that have a member in common": (
        f'Supply this:\n\n{JSON}\nor:\n\n```json\n{{"weight": 1, "force": true}}\n```\n',
        (("weight", "integer"), ("label", "string"), ("force", "boolean")),
    ),
    "an object and another one": (
        f'Supply this:\n\n{JSON}\nA crate is:\n\n```json\n{{"colour": "red"}}\n```\n',
        (("weight", "integer"), ("label", "string")),
    ),
    "another marked word": ("Supply a `PATCH` body.", ()),
    "a section that says there is no body": (
        "Do not supply a request body; the `force` parameter is gone.",
        (),
    ),
    "a name that is not sent": (
        "Supply `force` as a parameter. Don't include\nthe `id` property, but the `v1.0` one.",
        (),
    ),
    "names before and after one that is not sent": (
        "Use the `force` parameter. Do not use the `id` property. The **to** property is new.",
        (("force", "none"), ("to", "none")),
    ),
    "a name in the response": ("The response has the `state` property.", ()),
    "an array": ("Supply this:\n\n```json\n[1, 2]\n```\n", ()),
}


@pytest.mark.parametrize(("text", "expected"), SHOWN.values(), ids=SHOWN)
def test_without_a_table_the_section_shows_the_members(
    declares: Declares, text: str, expected: tuple[tuple[str, str], ...]
) -> None:
    found = declares(f"## Request body\n\n{text}")
    assert found is not None
    assert found.shown == expected


def test_a_table_says_all_that_the_section_shows(declares: Declares) -> None:
    found = declares(f"## Request body\n\nSupply this:\n\n{JSON}{ROWS}")
    assert found is not None
    assert found.shown == ()
