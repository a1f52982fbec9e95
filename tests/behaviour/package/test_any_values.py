"""`replay(any_values=True)`: examples answer requests with other IDs, options and bodies."""

import asyncio
from io import BytesIO

import pytest

from graph import AsyncClient, Client, NotFound, models
from graph.testing import (
    Example,
    Message,
    Replay,
    UndocumentedRequest,
    async_replay,
    replay,
)

HOST = "https://graph.microsoft.com/v1.0"


def documented(
    url: str,
    body: object = None,
    *,
    urls: tuple[str, ...] = (),
    method: str = "GET",
    sent: object = None,
    status: int = 200,
    key: str = "test.md#1",
) -> Example:
    """Return an example."""
    return Example(
        key=key,
        method=method,
        url=url,
        request=Message(body=sent, is_json=not isinstance(sent, str)),
        status=status,
        response=Message(body=body),
        urls=urls,
    )


def answered(method: str, url: str, *examples: Example, sent: object = None) -> object:
    """Return the body that examples answer a request with."""
    client = Client(http=Replay(examples, any_values=True))
    return client.request(method, url, json=sent).json()


def test_other_ids_options_and_bodies_are_answered() -> None:
    client = Client(http=replay(any_values=True))
    run = client.provisioning.run.get("other", "run-1", query={"$expand": "steps"})
    assert run.id == "run-20240311-080004"
    assert client.provisioning_connector.list(top=5, filter="id eq '1'").first()
    made = client.provisioning_connector.create(models.ScimConnector(display_name="A"))
    assert made.id


def test_coroutines_are_answered() -> None:
    async def found() -> str | None:
        client = AsyncClient(http=async_replay(any_values=True))
        return (await client.provisioning.run.get("other", "run-1")).id

    assert asyncio.run(found()) == "run-20240311-080004"


def test_a_request_of_no_operation_is_refused() -> None:
    client = Client(http=replay(any_values=True))
    with pytest.raises(UndocumentedRequest) as caught:
        client.request("GET", "/provisioning/unknown/1/2/3")
    assert "any_values" not in str(caught.value)


def test_the_message_of_a_refusal_names_the_example_that_would_answer() -> None:
    with pytest.raises(UndocumentedRequest, match=r"--any-values.*, api/provisioning"):
        Client(http=replay()).provisioning.run.get("other", "run-1")


ITEM = documented(
    "/me/drive/items/{parent}:/{name}:/createUploadSession",
    {"uploadUrl": "https://upload.example/1"},
    method="POST",
    urls=(
        "/drives/{drive-id}/items/{item-id}/createUploadSession",
        "/me/drive/items/{item-id}/createUploadSession",
        "/me/drive/root:/{item-path}:/createUploadSession",
    ),
)


@pytest.mark.parametrize(
    "url",
    [
        "/me/drive/items/7/createUploadSession",
        "/drives/1/items/7/createUploadSession",
        "/drives('1')/items('7')/createUploadSession",
        "/users/a@b.example/drive/items/7/microsoft.graph.createUploadSession",
        "/me/drive/root:/folder/more/scan.pdf:/createUploadSession",
    ],
)
def test_an_example_answers_all_urls_of_its_operation(url: str) -> None:
    assert answered("POST", url, ITEM) == {"uploadUrl": "https://upload.example/1"}


@pytest.mark.parametrize(
    "url",
    [
        "/me/drive/items/7/children/createUploadSession",
        "/groups/1/items/7/createUploadSession",
        "/me/drive/items/7/createLink",
    ],
)
def test_another_url_is_not_of_the_operation(url: str) -> None:
    with pytest.raises(UndocumentedRequest):
        answered("POST", url, ITEM)


def test_the_url_with_more_words_decides() -> None:
    one = documented("/me", {"id": "one"}, urls=("/me", "/users/{id}"))
    changes = documented("/users/delta", {"id": "delta"}, urls=("/users/delta",))
    for examples in ((one, changes), (changes, one)):
        assert answered("GET", "/users/delta?$top=1", *examples) == {"id": "delta"}
        assert answered("GET", "/users/7?$top=1", *examples) == {"id": "one"}
        assert answered("GET", "/me?$top=1", *examples) == {"id": "one"}


def test_an_equal_request_precedes_a_similar_one() -> None:
    other = documented("/users/7?$select=id", {"id": "other"}, urls=("/users/{id}",))
    same = documented("/users/8", {"id": "same"}, urls=("/users/{id}",))
    assert answered("GET", "/users/8", other, same) == {"id": "same"}


def test_a_response_without_an_error_is_preferred() -> None:
    refused = documented("/orders/7", {}, urls=("/orders/{id}",), status=404)
    found = documented("/orders/8", {"id": "8"}, urls=("/orders/{id}",))
    assert answered("GET", "/orders/9", refused, found) == {"id": "8"}
    with pytest.raises(NotFound):
        answered("GET", "/orders/7", refused, found)


def test_the_most_similar_options_and_bodies_decide() -> None:
    urls = ("/orders",)
    plain = documented("/orders", {"value": "plain"}, urls=urls)
    counted = documented("/orders?$count=true", {"value": "counted"}, urls=urls)
    for examples in ((plain, counted), (counted, plain)):
        assert answered("GET", "/orders?$top=1", *examples) == {"value": "plain"}
        found = answered("GET", "/orders?$count=true&$top=1", *examples)
        assert found == {"value": "counted"}
    gift, rush, mail = (
        documented("/orders", {"value": name}, urls=urls, method="POST", sent=sent)
        for name, sent in (
            ("gift", {"card": "Hi"}),
            ("rush", {"until": "today", "price": 2}),
            ("mail", "VG86IGE="),
        )
    )
    for examples in ((gift, rush, mail), (mail, rush, gift)):
        found = answered("POST", "/orders", *examples, sent={"until": "noon"})
        assert found == {"value": "rush"}
        found = answered("POST", "/orders", *examples, sent={"card": "Bye"})
        assert found == {"value": "gift"}


def test_examples_of_a_page_that_describes_a_method_are_preferred() -> None:
    other = documented("/users", {"value": "other"}, key="api/a-user-list.md#1")
    own = documented("/users", {"value": "own"}, urls=("/users",), key="api/list.md#1")
    assert answered("GET", "/users?$top=1", other, own) == {"value": "own"}


def test_values_of_functions_are_any() -> None:
    one = documented(
        "/orders/7/between(start='1',end='2')",
        {"id": "found"},
        urls=("/orders/{id}/between(start='{start}',end='{end}')",),
    )
    url = "/orders/8/between(end='a''b',start='x%20y')"
    assert answered("GET", url, one) == {"id": "found"}


def test_links_to_pages_end() -> None:
    link = f"{HOST}/orders/delta?$skiptoken=x"
    first = documented(
        "/orders/delta",
        {"value": [{"id": "1"}], "@odata.nextLink": link},
        urls=("/orders/delta",),
    )
    client = Client(http=Replay([first], any_values=True))
    found = client.provisioning_connector.list().resume(f"{HOST}/orders/delta?$top=1")
    assert [one.id for one in found] == ["1"]
    assert found.delta_link
    assert [*found.resume(found.delta_link)] == []


@pytest.mark.parametrize("url", ["https://upload.example/1", f"{HOST}/upload/1"])
def test_parts_of_an_upload_are_accepted(url: str) -> None:
    size = 5 * 320 * 1024 + 7
    session = documented("/session", {"uploadUrl": url}, method="POST")
    transport = Replay([session])
    client = Client(http=transport)
    seen: list[tuple[int, int]] = []
    response = client.upload(
        url,
        BytesIO(b"x" * size),
        part_size=2 * 320 * 1024,
        on_progress=lambda *progress: seen.append(progress),
    )
    assert response.status == 201
    assert response.json() == {"id": "uploaded", "size": size}
    assert [done for done, _ in seen] == [655360, 1310720, size]
    assert len(transport.requests) == 3
