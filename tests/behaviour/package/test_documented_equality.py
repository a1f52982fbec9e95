"""What counts as the same URL, body or result as the documented one, and what does not."""

from typing import Any

import pytest

from graph import ApiError, Client, models
from graph._documented import are_same_paths, check_result
from graph._errors import api_error
from graph._examples import address_of, differences
from graph._replay import body_differences
from graph._transport import Response
from graph.testing import Example, Message, Replay

SAME_PATHS = {
    "a user in place of me": ("/users/1/ships", "/me/ships"),
    "no user": ("/ships", "/users/1/ships"),
    "no user but me": ("/ships", "/me/ships"),
    "a calendar": ("/me/calendar/events/1", "/me/events/1"),
    "a type at the end": ("/ships", "/ships/microsoft.graph.tug"),
    "a type before the number": ("/ships/$count", "/ships/microsoft.graph.tug/$count"),
    "the root": (
        "/items/root/holds",
        "/items/{item-id}/holds".replace("{item-id}", "root"),
    ),
    "a key in parentheses": ("/ships('a''b')", "/Ships/a'b"),
    "arguments in another order": ("/near(a='1',b=2)", "/near(b=2,a=1)"),
    "another host and version": ("https://a.example/beta/ships", "/v1.0/ships"),
}
OTHER_PATHS = {
    "another user": ("/users/1/ships/2", "/users/1/ships/3"),
    "a calendar at the end": ("/me/calendar", "/me"),
    "a word more": ("/fleets/ships", "/ships"),
    "a type in the middle": ("/ships/1", "/ships/microsoft.graph.tug/1"),
    "other arguments": ("/near(a=1)", "/near(a=2)"),
    "no number": ("/ships", "/ships/$count"),
}


@pytest.mark.parametrize("pair", SAME_PATHS.values(), ids=SAME_PATHS)
def test_paths_are_the_same(pair: tuple[str, str]) -> None:
    assert are_same_paths(*map(address_of, pair))


@pytest.mark.parametrize("pair", OTHER_PATHS.values(), ids=OTHER_PATHS)
def test_paths_differ(pair: tuple[str, str]) -> None:
    assert not are_same_paths(*map(address_of, pair))


SAME_VALUES: dict[str, tuple[object, object]] = {
    "numbers": (1, 1.0),
    "a time without fraction": ("2026-01-02T03:04:05Z", "2026-01-02T03:04:05.000Z"),
    "seven digits": ("2026-01-02T03:04:05.1234567Z", "2026-01-02T03:04:05.123456Z"),
    "an offset of zero": ("2026-01-02T03:04:05+00:00", "2026-01-02T03:04:05Z"),
    "no seconds": ("03:04", "03:04:00"),
    "keys in another order": ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
}
OTHER_VALUES: dict[str, tuple[object, object]] = {
    "true and a number": (True, 1),
    "a number and false": (0, False),
    "null and nothing": ({"a": None}, {}),
    "a string and a number": ("1", 1),
    "another offset": ("2026-01-02T03:04:05+01:00", "2026-01-02T03:04:05Z"),
    "a time and a date-time": ("03:04:05", "2026-01-02T03:04:05Z"),
    "items in another order": ([1, 2], [2, 1]),
    "fewer items": ([1], [1, 1]),
}


@pytest.mark.parametrize("pair", SAME_VALUES.values(), ids=SAME_VALUES)
def test_values_are_the_same(pair: tuple[object, object]) -> None:
    assert not [*differences(*pair)]


@pytest.mark.parametrize("pair", OTHER_VALUES.values(), ids=OTHER_VALUES)
def test_values_differ(pair: tuple[object, object]) -> None:
    assert [*differences(*pair)]


BODIES: dict[str, tuple[bytes, Message, list[str]]] = {
    "none": (b"", Message(), []),
    "an empty object and none": (b"{}", Message(), []),
    "none and an empty object": (b"", Message(body={}), []),
    "one and none": (b'{"a": 1}', Message(), ["nothing is documented"]),
    "none and one": (b"", Message(body={"a": 1}), ["nothing was sent"]),
    "an empty object and one": (b"{}", Message(body={"a": 1}), [".a is missing"]),
    "text": (b"a  b\n", Message(body="a b", is_json=False), []),
    "another text": (
        b"a c",
        Message(body="a b", is_json=False),
        ["the content is another one"],
    ),
    "no JSON": (b"a", Message(body={"a": 1}), ["there is no JSON"]),
}


@pytest.mark.parametrize(
    ("content", "documented", "wanted"), BODIES.values(), ids=BODIES
)
def test_differences_of_bodies(
    content: bytes, documented: Message, wanted: list[str]
) -> None:
    assert [*body_differences(content, documented)] == wanted


def example(url: str, status: int = 200, **response: Any) -> Example:  # noqa: ANN401
    message = Message(**response)
    return Example(
        key="a.md#1",
        method="GET",
        url=url,
        request=Message(),
        status=status,
        response=message,
    )


def test_names_of_options_are_the_same_in_any_case() -> None:
    one = example("/provisioning/connectors?$Search=a", body={"value": []})
    found = Client(http=Replay([one])).provisioning_connector.list(search="a")
    assert [*found] == []


def test_content_of_another_status_is_not_a_download() -> None:
    url = "/provisioning/connectors/1/activity(period='D7')"
    content = {"body": "content", "is_json": False}
    moved = example(url, 302, headers={"Location": "https://files.example/1"})
    failed, found = example(url, 404, **content), example(url, 200, **content)
    for examples, wanted in (
        ([moved, failed], b""),
        ([moved, failed, found], b"content"),
    ):
        client = Client(http=Replay(examples))
        with client.provisioning_connector.activity("1", period="D7") as download:
            assert download.read() == wanted


def error(status: int) -> ApiError:
    return api_error(Response(status=status, headers={}))


CONNECTOR = models.ProvisioningConnector(id="1")
WRONG: dict[str, tuple[Example, object]] = {
    "another status": (example("/a", 404), error(403)),
    "no error": (example("/a", 404), None),
    "an error": (example("/a", body={"id": "1"}), error(404)),
    "another value": (example("/a", body={"id": "2"}), CONNECTOR),
    "another value of an object with one value": (
        example("/a", body={"value": {"id": "2"}}),
        CONNECTOR,
    ),
    "another number": (example("/a/$count", body="3", is_json=False), 4),
    "other content": (example("/a", body="content", is_json=False), b"other"),
}
RIGHT: dict[str, tuple[Example, object]] = {
    "the status": (example("/a", 404), error(404)),
    "the value": (example("/a", body={"id": "1"}), CONNECTOR),
    "an object with one value": (example("/a", body={"value": {"id": "1"}}), CONNECTOR),
    "the number": (example("/a/$count", body="\ufeff3", is_json=False), 3),
    "the content": (example("/a", body="content", is_json=False), b"content"),
    "content after a redirect": (example("/a", 302, body="moved", is_json=False), b""),
    "nothing": (example("/a", 204), None),
}


@pytest.mark.parametrize("pair", WRONG.values(), ids=WRONG)
def test_another_result_fails(pair: tuple[Example, object]) -> None:
    with pytest.raises(AssertionError):
        check_result(*pair)


@pytest.mark.parametrize("pair", RIGHT.values(), ids=RIGHT)
def test_documented_result_passes(pair: tuple[Example, object]) -> None:
    check_result(*pair)
