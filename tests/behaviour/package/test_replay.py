"""Tests without a network, with the documented examples of the package from `docs_src`."""

import asyncio
import subprocess
import sys
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest

import graph
from graph import AsyncClient, Client, UnexpectedResponse, models
from graph._examples import with_key
from graph.testing import (
    AsyncReplay,
    Example,
    Failure,
    Message,
    Replay,
    UndocumentedRequest,
    async_replay,
    examples,
    replay,
)

LIST = "api/synchronization-provisioningconnector-list.md"
ONE = f"{LIST}#synchronization_provisioningconnector_list"
PRINCIPAL = "60443998-8cf7-4e61-b05c-a53b658cb5e1"


def documented(body: object, *, url: str = "/provisioning/connectors") -> Example:
    """Return an example of a list of connectors."""
    return Example(
        key="test.md#1",
        method="GET",
        url=url,
        request=Message(),
        status=200,
        response=Message(body=body),
    )


def test_documented_request_has_the_documented_response() -> None:
    run = Client(http=replay()).provisioning.run.get("c7d01b1e", "run-20240311-080004")
    assert run.id == "run-20240311-080004"


def test_coroutines_have_the_documented_response() -> None:
    async def ids() -> list[str | None]:
        client = AsyncClient(http=async_replay())
        return [one.id async for one in client.provisioning_connector.list()]

    assert asyncio.run(ids()) == ["c7d01b1e"]


def test_requests_are_remembered() -> None:
    transport = replay()
    job = Client(http=transport).synchronization_job
    job.start(PRINCIPAL, "scim.8b1f0c4e2d.6a70")
    (request,) = transport.requests
    assert request.method == "POST"
    assert request.url.endswith("/synchronization/jobs/scim.8b1f0c4e2d.6a70/start")


def test_another_host_and_version_make_no_difference() -> None:
    client = Client(base_url="https://other.example/beta", http=replay())
    assert client.provisioning_connector.list().first() is not None


def test_request_without_an_example_is_refused_and_the_nearest_is_shown() -> None:
    with pytest.raises(UndocumentedRequest) as caught:
        Client(http=replay()).provisioning.run.get("c7d01b1e", "run-1")
    assert str(caught.value).splitlines() == [
        "no example has the request GET /provisioning/connectors/c7d01b1e/runs/run-1",
        "the nearest is api/provisioning-run-get.md#provisioning_run_get: "
        "GET /provisioning/connectors/c7d01b1e/runs/run-20240311-080004",
        "  the path is 'provisioning/connectors/c7d01b1e/runs/run-1', "
        "not 'provisioning/connectors/c7d01b1e/runs/run-20240311-080004'",
        "with any_values=True (docgen mock --any-values), "
        "api/provisioning-run-get.md#provisioning_run_get answers this request",
    ]
    assert caught.value.nearest is not None
    assert caught.value.nearest.key.startswith("api/provisioning-run-get.md#")


def test_difference_of_options_is_shown() -> None:
    pages = Client(http=replay(ONE)).provisioning_connector.list(select=["id"], top=2)
    with pytest.raises(UndocumentedRequest) as caught:
        pages.first()
    assert str(caught.value).splitlines()[2:-1] == [
        "  the option $select=id is added",
        "  the option $top=2 is added",
    ]


def test_difference_of_bodies_is_shown() -> None:
    client = Client(http=replay())
    with pytest.raises(UndocumentedRequest) as caught:
        client.provisioning_connector.create(
            models.ScimConnector(display_name="Other", is_enabled=True)
        )
    assert "in the body, .displayName is 'Other', not " in str(caught.value)
    with pytest.raises(UndocumentedRequest, match="in the body, nothing was sent"):
        client.synchronization_job.validate_credentials(
            PRINCIPAL, "scim.8b1f0c4e2d.6a70"
        )


def test_without_examples_each_request_is_refused() -> None:
    with pytest.raises(UndocumentedRequest) as caught:
        Client(http=Replay([])).provisioning_connector.list().first()
    assert caught.value.nearest is None


def test_only_chosen_examples_answer() -> None:
    client = Client(http=replay("api/provisioning-run-get.md", ONE))
    assert client.provisioning_connector.list().first() is not None
    with pytest.raises(UndocumentedRequest):
        client.provisioning_connector.delete("c7d01b1e")


def test_the_first_of_several_examples_answers() -> None:
    first, second = documented({"value": []}), documented({"value": [{"id": "1"}]})
    for chosen, ids in (([first, second], []), ([second, first], ["1"])):
        found = Client(http=Replay(chosen)).provisioning_connector.list()
        assert [one.id for one in found] == ids


def test_an_exact_url_precedes_one_that_differs_in_case() -> None:
    other = documented({"value": []}, url="/PROVISIONING/connectors")
    exact = documented({"value": [{"id": "1"}]})
    found = Client(http=Replay([other, exact])).provisioning_connector.list()
    assert [one.id for one in found] == ["1"]


def test_unknown_example_has_a_suggestion() -> None:
    with pytest.raises(LookupError, match="did you mean 'api/provisioning-run-get"):
        replay("api/provisioning-run-get.md#provisioning_run_ge")


def test_path_below_another_folder_has_the_page_as_a_suggestion() -> None:
    with pytest.raises(LookupError, match=f"did you mean '{LIST}'"):
        replay(f"docs_src/{LIST}")
    with pytest.raises(LookupError, match=f"did you mean '{LIST}'"):
        replay(f"/home/reader/a/folder/with/many/other/folders/in/it/docs_src/{LIST}")


def test_the_page_with_the_longest_path_is_the_suggestion() -> None:
    known = {f"{page}#1": documented(None) for page in ("api/get.md", "get.md")}
    with pytest.raises(LookupError, match=r"did you mean 'api/get\.md'"):
        with_key("docs/api/get.md", known)


def test_examples_are_found_by_page_and_key() -> None:
    assert [one.key for one in examples(LIST)] == [ONE, f"{LIST}#2"]
    assert [one.status for one in examples(ONE)] == [200]
    assert len(examples()) > 40


def test_throttled_request_is_repeated_after_the_delay_without_waiting() -> None:
    transport = replay(failures=[Failure.throttled(7), Failure.unavailable(3), None])
    assert Client(http=transport).provisioning_connector.list().first() is not None
    assert transport.delays == [7.0, 3.0]
    assert len(transport.requests) == 3


FAILURES = {
    "throttled": (Failure.throttled(9), graph.TooManyRequests),
    "unavailable": (Failure.unavailable(), graph.ServerError),
    "not found": (Failure.not_found(), graph.NotFound),
    "unauthenticated": (Failure.unauthenticated(), graph.Unauthenticated),
    "dropped": (Failure.dropped(), graph.ConnectionFailed),
}


@pytest.mark.parametrize(("failure", "raised"), FAILURES.values(), ids=FAILURES)
def test_failure_is_raised(failure: Failure, raised: type[Exception]) -> None:
    transport = replay(failures=[failure])
    client = Client(http=transport, retries=0)
    with pytest.raises(raised):
        client.provisioning_connector.delete("c7d01b1e")
    client.provisioning_connector.delete("c7d01b1e")
    assert len(transport.requests) == 2


def test_dropped_connection_is_repeated_if_the_request_was_not_sent() -> None:
    transport = replay(failures=[Failure.dropped(was_sent=False)])
    job = Client(http=transport).synchronization_job
    job.start(PRINCIPAL, "scim.8b1f0c4e2d.6a70")
    assert len(transport.requests) == 2


def test_dropped_connection_is_not_repeated_if_the_request_was_perhaps_sent() -> None:
    transport = replay(failures=[Failure.dropped()])
    job = Client(http=transport).synchronization_job
    with pytest.raises(graph.ConnectionFailed):
        job.start(PRINCIPAL, "scim.8b1f0c4e2d.6a70")
    assert len(transport.requests) == 1


def test_failures_of_coroutines() -> None:
    async def count() -> int:
        transport = async_replay(failures=[Failure.throttled(1)])
        client = AsyncClient(http=transport)
        await client.provisioning_connector.delete("c7d01b1e")
        assert transport.delays == [1.0]
        return len(transport.requests)

    assert asyncio.run(count()) == 2


@pytest.mark.parametrize(("size", "pages"), [(1, 3), (2, 2), (3, 1), (100, 1)])
def test_collection_is_answered_in_pages(size: int, pages: int) -> None:
    body = {"@odata.count": 3, "value": [{"id": "1"}, {"id": "2"}, {"id": "3"}]}
    transport = Replay([documented(body, url="/provisioning/connectors?$count=true")])
    transport.answers.page_size = size
    found = Client(http=transport).provisioning_connector.list(count=True)
    assert [one.id for one in found] == ["1", "2", "3"]
    assert found.count == 3
    assert len(transport.requests) == pages


def test_page_size_of_replay() -> None:
    transport = replay(page_size=2)
    client = Client(http=transport)
    found = client.provisioning_connector.list()
    assert [len(page) for page in found.pages()] == [1]
    assert transport.answers.page_size == 2


def test_link_of_a_documented_page_leads_to_an_empty_page() -> None:
    link = "https://graph.microsoft.com/v1.0/provisioning/connectors?$skiptoken=x"
    body = {"@odata.nextLink": link, "value": [{"id": "1"}]}
    transport = Replay([documented(body)])
    found = Client(http=transport).provisioning_connector.list()
    assert [one.id for one in found] == ["1"]
    assert [one.url for one in transport.requests][1:] == [link]


@pytest.mark.parametrize("size", [1, 2, 3])
def test_link_of_a_documented_page_is_on_the_last_page(size: int) -> None:
    link = "https://graph.microsoft.com/v1.0/provisioning/connectors?$deltatoken=x"
    body = {"@odata.deltaLink": link, "value": [{"id": "1"}, {"id": "2"}]}
    transport = Replay([documented(body)], page_size=size)
    pages = Client(http=transport).provisioning_connector.list()
    found = [(one.id, pages.delta_link) for page in pages.pages() for one in page]
    assert found == [("1", link if size > 1 else None), ("2", link)]
    assert [*pages.resume(link)] == []


@pytest.mark.parametrize("size", [1, 2, 3])
def test_link_of_a_documented_page_is_followed_after_the_last_page(size: int) -> None:
    link = "https://graph.microsoft.com/v1.0/provisioning/connectors?$skiptoken=x"
    body = {"@odata.nextLink": link, "value": [{"id": "1"}, {"id": "2"}]}
    transport = Replay([documented(body)], page_size=size)
    found = Client(http=transport).provisioning_connector.list()
    assert [one.id for one in found] == ["1", "2"]


def pages_of(*documented_pages: Example, size: int | None = None) -> list[str | None]:
    """Return the IDs of the items that a client gets, page by page."""
    transport = Replay(documented_pages, page_size=size)
    found = Client(http=transport).provisioning_connector.list()
    return [one.id for one in found]


NEXT = "https://graph.microsoft.com/v1.0/provisioning/connectors?$skiptoken=2"
FIRST_PAGE = {"@odata.nextLink": NEXT, "value": [{"id": "1"}, {"id": "2"}]}


def test_a_documented_second_page_answers() -> None:
    first, second = documented(FIRST_PAGE), documented(
        {"value": [{"id": "3"}]}, url=NEXT
    )
    assert pages_of(first, second) == ["1", "2", "3"]


def test_documented_links_that_lead_back_end_at_the_first_of_them() -> None:
    first, second = documented(FIRST_PAGE), documented(FIRST_PAGE, url=NEXT)
    assert pages_of(first, second) == ["1", "2"]


@pytest.mark.parametrize(
    "url",
    [
        "/provisioning/connectors?$skiptoken=2",
        "https://other.example/beta/Provisioning/connectors?%24skiptoken=2",
    ],
)
def test_documented_links_that_lead_back_may_be_written_differently(url: str) -> None:
    first, second = documented(FIRST_PAGE), documented(FIRST_PAGE, url=url)
    assert pages_of(first, second) == ["1", "2"]


def test_pages_before_documented_links_that_lead_back_answer() -> None:
    def page(number: int, following: int) -> Example:
        link = NEXT.replace("2", str(following))
        body = {"@odata.nextLink": link, "value": [{"id": str(number)}]}
        url = "/provisioning/connectors"
        return documented(body, url=f"{url}?$skiptoken={number}" if number else url)

    assert pages_of(page(0, 1), page(1, 2), page(2, 2)) == ["0", "1"]
    assert pages_of(page(0, 1), page(1, 2), page(2, 3), page(3, 2)) == ["0", "1"]
    assert pages_of(page(0, 1), page(1, 2), page(2, 3)) == ["0", "1", "2"]


@pytest.mark.parametrize("url", [NEXT, "/provisioning/connectors?$skiptoken=2"])
def test_a_documented_page_with_a_link_to_itself_answers(url: str) -> None:
    client = Client(http=Replay([documented(FIRST_PAGE, url=url)]))
    found = client.provisioning_connector.list().resume(NEXT)
    assert [one.id for one in next(iter(found.pages()))] == ["1", "2"]
    with pytest.raises(UnexpectedResponse, match="the pages don't end"):
        list(found)


def test_the_first_of_several_examples_decides_where_links_lead() -> None:
    first, last = documented(FIRST_PAGE), documented({"value": [{"id": "3"}]}, url=NEXT)
    loop = documented(FIRST_PAGE, url=NEXT)
    other = documented({**FIRST_PAGE, "@odata.nextLink": f"{NEXT}3"})
    assert pages_of(first, loop, other) == ["1", "2"]
    assert pages_of(first, last) == ["1", "2", "3"]


@pytest.mark.parametrize("size", [1, 2, 3])
def test_link_of_a_documented_page_is_followed_after_its_parts(size: int) -> None:
    first, second = documented(FIRST_PAGE), documented(
        {"value": [{"id": "3"}]}, url=NEXT
    )
    assert pages_of(first, size=size) == ["1", "2"]
    assert pages_of(first, second, size=size) == ["1", "2", "3"]


@pytest.mark.parametrize("path", ["delta", "delta()", "microsoft.graph.delta", "Delta"])
def test_documented_links_of_a_delta_query_lead_to_a_delta_link(path: str) -> None:
    link = (
        f"https://graph.microsoft.com/v1.0/provisioning/connectors/{path}?$skiptoken=2"
    )
    first = documented({"@odata.nextLink": link, "value": [{"id": "1"}]})
    transport = Replay([first])
    found = Client(http=transport).provisioning_connector.list()
    assert [one.id for one in found] == ["1"]
    assert found.delta_link is not None
    assert found.delta_link.startswith(link.partition("?")[0])


@pytest.mark.parametrize("key", ["@odata.nextLink", "@odata.deltaLink"])
@pytest.mark.parametrize(
    "path", ["delta", "delta()", "microsoft.graph.delta", "delta(token='1')"]
)
def test_links_of_delta_queries_are_followed_again_and_again(
    path: str, key: str
) -> None:
    link = f"https://graph.microsoft.com/v1.0/provisioning/connectors/{path}?$token=2"
    first = documented({key: link, "value": [{"id": "1"}]})
    for _ in range(3):
        found = Client(http=Replay([first])).provisioning_connector.list().resume(link)
        assert [*found] == []
        assert found.delta_link is not None
        link = found.delta_link


def test_documented_delta_link_with_any_path_leads_to_a_delta_link() -> None:
    link = "https://graph.microsoft.com/v1.0/provisioning/connectors?$deltatoken=x"
    first = documented({"@odata.deltaLink": link, "value": [{"id": "1"}]})
    client = Client(http=Replay([first]))
    found = client.provisioning_connector.list().resume(link)
    assert [*found] == []
    assert found.delta_link is not None
    assert [*found.resume(found.delta_link)] == []


def test_documented_page_of_a_delta_link_answers() -> None:
    link = "https://graph.microsoft.com/v1.0/provisioning/connectors/delta?$token=2"
    first = documented({"@odata.deltaLink": link, "value": [{"id": "1"}]})
    changed = documented({"value": [{"id": "2"}]}, url=link)
    found = Client(http=Replay([first, changed])).provisioning_connector.list()
    assert [one.id for one in found.resume(link)] == ["2"]


def test_a_kept_link_of_a_page_is_known_from_the_start() -> None:
    transport = Replay([documented(FIRST_PAGE)])
    found = Client(http=transport).provisioning_connector.list()
    assert [*found.resume(NEXT)] == []
    assert len(transport.requests) == 1


def one_connector(url: str, id_: str) -> Example:
    return documented({"id": id_}, url=url)


@pytest.mark.parametrize("name", ["{id}", "{connector-id}", "<id>"])
def test_a_placeholder_in_a_documented_path_is_any_value(name: str) -> None:
    any_one = one_connector(f"/provisioning/connectors/{name}", "any")
    seven = one_connector("/provisioning/connectors/7", "seven")
    get = Client(http=Replay([any_one, seven])).provisioning_connector.get
    assert [get(one).id for one in ("7", "8", name)] == ["seven", "any", "any"]


def test_a_value_in_another_case_precedes_a_placeholder() -> None:
    any_one = one_connector("/provisioning/connectors/{id}", "any")
    bay = one_connector("/provisioning/connectors/Bay", "bay")
    get = Client(http=Replay([any_one, bay])).provisioning_connector.get
    assert get("BAY").id == "bay"


def test_a_part_of_a_value_is_no_placeholder() -> None:
    part = one_connector("/provisioning/connectors/a{id}", "part")
    with pytest.raises(UndocumentedRequest):
        Client(http=Replay([part])).provisioning_connector.get("a7")


def test_location_of_a_created_entity_is_not_a_state() -> None:
    url = "https://graph.microsoft.com/v1.0/provisioning/connectors/7"
    response = Message(headers={"Location": url}, body={"id": "7"})
    created = replace(documented(None), method="POST", status=201, response=response)
    client = Client(http=Replay([created]), retries=0)
    client.request("POST", "/provisioning/connectors")
    with pytest.raises(UndocumentedRequest):
        client.request("GET", url)


@pytest.mark.parametrize("path", ["/provisioning/{x}/8", "/provisioning/connectors/{x"])
def test_no_other_path_is_that_of_a_placeholder(path: str) -> None:
    other = one_connector(path.replace("{x}", "others"), "other")
    with pytest.raises(UndocumentedRequest):
        Client(http=Replay([other])).provisioning_connector.get("8")


@pytest.mark.parametrize(
    ("sent", "shown", "is_same"),
    [
        (False, "false", True),
        (True, "True", True),
        (False, "true", False),
        (True, "1", False),
        (10, "10", True),
        (10, "1", False),
        ("false", False, False),
        ("10", 10, False),
        (0, False, False),
    ],
)
def test_numbers_and_booleans_of_examples_may_be_in_quotes(
    sent: object, shown: object, is_same: bool
) -> None:
    example = Example(
        key="test.md#1",
        method="POST",
        url="/provisioning/connectors",
        request=Message(body={"a": [shown]}),
        status=204,
        response=Message(),
    )
    client = Client(http=Replay([example]), retries=0)
    if is_same:
        client.request("POST", "/provisioning/connectors", json={"a": [sent]})
    else:
        with pytest.raises(UndocumentedRequest, match=r"in the body, \.a\[0\] is "):
            client.request("POST", "/provisioning/connectors", json={"a": [sent]})


def body_with(sent: object, shown: object, *enums: str) -> tuple[object, Example]:
    """Return a body, and an example of a body with members of enums at some paths."""
    request = Message(body=shown, enums=frozenset(enums))
    example = documented(None)
    return sent, replace(example, method="POST", request=request)


@pytest.mark.parametrize(
    ("sent", "example"),
    [
        body_with({"a": "text"}, {"a": "Text"}, ".a"),
        body_with({"a": [{"b": "HTML"}]}, {"a": [{"b": "html"}]}, ".a[0].b"),
        body_with({"a": ["x", "yZ"]}, {"a": ["X", "Yz"]}, ".a[0]", ".a[1]"),
        body_with({"a": "one,Two"}, {"a": "One,two"}, ".a"),
    ],
)
def test_members_of_enums_are_compared_without_case(
    sent: object, example: Example
) -> None:
    client = Client(http=Replay([example]), retries=0)
    client.request("POST", "/provisioning/connectors", json=sent)


@pytest.mark.parametrize(
    ("sent", "example"),
    [
        body_with({"a": "text"}, {"a": "Text"}),
        body_with({"a": "text", "b": "c"}, {"a": "Text", "b": "C"}, ".a"),
        body_with({"a": "texts"}, {"a": "Text"}, ".a"),
        body_with({"a": 1}, {"a": "Text"}, ".a"),
        body_with({"a": None}, {"a": "none"}, ".a"),
    ],
)
def test_other_strings_are_compared_with_case(sent: object, example: Example) -> None:
    client = Client(http=Replay([example]), retries=0)
    with pytest.raises(UndocumentedRequest, match="in the body, "):
        client.request("POST", "/provisioning/connectors", json=sent)


SCHEMA_UPDATE = "api/synchronization-synchronizationschema-update.md"


@pytest.mark.parametrize(
    ("key", "path"),
    [
        ("directories", ("directories", 0, "discoverabilities")),
        ("type", ("directories", 0, "objects", 0, "attributes", 1, "type")),
        ("rules", ("synchronizationRules", 0, "objectMappings", 0, "flowTypes")),
    ],
)
def test_package_knows_which_values_of_examples_are_members(
    key: str, path: tuple[str | int, ...]
) -> None:
    del key
    (example,) = examples(SCHEMA_UPDATE)
    body = deepcopy(example.request.body)
    *parents, last = path
    parent = body
    for one in parents:
        parent = parent[one]
    parent[last] = parent[last].swapcase()
    client = Client(http=replay(SCHEMA_UPDATE), retries=0)
    client.request(example.method, example.url, json=body)


def test_package_compares_strings_that_are_no_members_with_case() -> None:
    (example,) = examples(SCHEMA_UPDATE)
    body = deepcopy(example.request.body)
    rule = body["synchronizationRules"][0]
    rule["name"] = rule["name"].swapcase()
    client = Client(http=replay(SCHEMA_UPDATE), retries=0)
    with pytest.raises(UndocumentedRequest, match=r"synchronizationRules\[0\].name"):
        client.request(example.method, example.url, json=body)


def test_redirect_leads_to_the_documented_content() -> None:
    client = Client(http=replay())
    assert isinstance(
        client.provisioning_connector.activity("c7d01b1e", period="D7").read(), bytes
    )


def test_operation_that_goes_on_ends_at_once() -> None:
    transport = replay()
    client = Client(http=transport)
    started = client.provisioning.run.repeat(
        "c7d01b1e",
        "run-20240311-080004",
        reason="The target was closed.",
        step_names=["Import"],
    )
    started.wait()
    assert transport.delays == []


def test_lenient_call_keeps_values_of_another_type() -> None:
    body = {"value": [{"id": "1", "isEnabled": "is-enabled-value"}]}
    client = Client(http=Replay([documented(body)]))
    with pytest.raises(UnexpectedResponse, match=r"\.value\[0\]\.isEnabled: expected"):
        client.provisioning_connector.list().first()
    wrong: list[UnexpectedResponse] = []
    found = client.provisioning_connector.list(lenient=wrong).first()
    assert found is not None
    assert found.is_enabled is None
    assert found.to_dict() == body["value"][0]
    assert [one.path for one in wrong] == [".value[0].isEnabled"]


def test_number_of_items_is_asked_for() -> None:
    example = Example(
        key="test.md#1",
        method="GET",
        url="/provisioning/connectors/$count?$search=a",
        request=Message(),
        status=200,
        response=Message(body="\ufeff12", is_json=False),
    )
    found = Client(http=Replay([example])).provisioning_connector.list(search="a")
    assert found.get_count() == 12

    async def count() -> int:
        client = AsyncClient(http=AsyncReplay([example]))
        return await client.provisioning_connector.list(search="a").get_count()

    assert asyncio.run(count()) == 12


@pytest.mark.parametrize("text", ["", "many", "-1", "1" * 30])
def test_anything_else_is_no_number_of_items(text: str) -> None:
    example = Example(
        key="test.md#1",
        method="GET",
        url="/provisioning/connectors/$count",
        request=Message(),
        status=200,
        response=Message(body=text, is_json=False),
    )
    found = Client(http=Replay([example])).provisioning_connector.list()
    with pytest.raises(UnexpectedResponse, match="the number of items"):
        found.get_count()


def test_client_loads_no_example() -> None:
    code = (
        "import sys, graph; graph.Client; from graph.client import Client; "
        "print([one for one in sys.modules if 'example' in one or 'testing' in one "
        "or 'replay' in one or 'documented' in one])"
    )
    folder = Path(graph.__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
