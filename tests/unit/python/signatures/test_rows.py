"""What rows of a methods table and API pages say about the same operation."""

import pytest

from tests.unit.python.signatures.conftest import Plans, api_page, resource_page, shown

REQUESTS = ["GET /ships/{id}", "GET /ships/own"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["Get own ship", "Get ship", "Get ship of a tug"], "get"),
        (["Get ship", "Get own ship"], "get"),
        (["Get own ship", "Get ship of a tug"], "get_own"),
    ],
)
def test_operation_of_several_rows_is_named_as_its_page(
    plans: Plans, rows: list[str], expected: str
) -> None:
    page = api_page(REQUESTS, "ship")
    found = plans(dict.fromkeys(rows, "ship-get"), {"ship-get": page})
    assert [one.name for one in found] == [expected]


DESCRIBED = api_page(
    ["POST /ships/{id}/sail"], title="Sail ship\n\nLeave the harbour.\n\nSlowly."
)


def test_operation_without_a_row_has_the_summary_of_its_page(plans: Plans) -> None:
    (found,) = plans({}, {"ship-sail": DESCRIBED})
    assert found.description == "Leave the harbour."


def test_row_describes_the_operation(plans: Plans) -> None:
    (found,) = plans({"Sail ship": "ship-sail"}, {"ship-sail": DESCRIBED})
    assert found.description == "Do it."


def test_row_without_a_description_has_the_summary_of_its_page(plans: Plans) -> None:
    text = resource_page("tug", {"Sail tug": "tug-sail"}).replace("Do it.", " ")
    page = {"tug-sail": DESCRIBED.replace("/ships", "/tugs")}
    (found,) = plans({}, page, name="tug", tug=text)
    assert found.description == "Leave the harbour."


FORM = """## Examples

### Request

```http
POST {url}
Content-Type: application/x-www-form-urlencoded

speed=1
```
"""


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/ships/1/sail", "sail(ship_id, *, content=None) -> None"),
        ("https://b.example/form", "sail(ship_id) -> None"),
    ],
)
def test_content_is_what_examples_send_to_a_url_of_the_operation(
    plans: Plans, url: str, expected: str
) -> None:
    page = api_page(["POST /ships/{id}/sail"], more=FORM.format(url=url))
    (found,) = plans({"Sail ship": "ship-sail"}, {"ship-sail": page})
    assert shown(found) == expected
