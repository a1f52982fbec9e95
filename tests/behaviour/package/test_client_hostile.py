"""Arguments stay in their places: no value changes host, path, query, headers or body."""

import re
from types import ModuleType
from urllib.parse import unquote

import httpx2
from hypothesis import given
from hypothesis import strategies as st
from service import Caller, Service, json_response, sent_json

HOSTILE = st.sampled_from(
    [
        *("..", ".", "../..", "a/../b", "%2e%2e", "%2F", "..%2f..", "/", "//x", "\\"),
        *("a?b=c", "a#b", "a&b=c", "a;b", "a=b", "+", "%", "%00", "\x00", "\r\nX: 1"),
        *("'", "''", "')", "',x='", "$select", "@x", "a b", "\u2028", "\ud800", "é"),
        *("https://other.example/", "//other.example", "@other.example", ":80", "*"),
        *("{id}", "{harbour_id}", "${x}", "%7Bid%7D", "\uff0f", "\u2024\u2024", "\t"),
    ]
)
TEXT = st.text() | HOSTILE | st.lists(HOSTILE | st.text(max_size=3)).map("".join)
TARGET = re.compile(r"[!-~]+")


def request_of(
    odd: ModuleType, call: str, *args: object, **options: object
) -> httpx2.Request | None:
    """Return the request of a call, or None if it is refused."""
    service = Service(json_response({"value": []}))
    caller = Caller(odd, "Client", service)
    try:
        found = getattr(caller.harbour, call)(*args, **options)
        if hasattr(found, "pages"):
            caller.all_of(found)
    except (ValueError, TypeError):
        assert service.requests == []
        return None
    (request,) = service.requests
    assert request.url.host == "api.example"
    assert request.url.scheme == "https"
    assert TARGET.fullmatch(request.url.raw_path.decode("ascii"))
    assert request.url.fragment == ""
    return request


def segments_of(request: httpx2.Request) -> list[str]:
    """Return the segments of the path as a server reads them."""
    path = request.url.raw_path.decode("ascii").partition("?")[0]
    return [unquote(one, errors="strict") for one in path.split("/")]


def query_of(request: httpx2.Request) -> list[tuple[str, str]]:
    """Return the query options as a server reads them."""
    query = request.url.raw_path.decode("ascii").partition("?")[2]
    pairs = [one.partition("=") for one in re.split("[&;]", query) if one]
    return [
        (unquote(name), unquote(value.replace("+", " "))) for name, _, value in pairs
    ]


HEADERS = {
    "accept",
    "accept-encoding",
    "authorization",
    "connection",
    "content-length",
} | {
    "content-type",
    "host",
    "if-match",
    "prefer",
    "user-agent",
    "x-own",
}


@given(TEXT, TEXT)
def test_values_in_a_path(odd: ModuleType, harbour: str, coast: str) -> None:
    request = request_of(odd, "get", harbour, coast_id=coast)
    if request is None:
        assert not _is_possible(harbour) or not _is_possible(coast)
        return
    expected = ["", "v1.0", "coasts", coast, "harbours", harbour]
    assert segments_of(request) == expected
    assert query_of(request) == []


def _is_possible(value: str) -> bool:
    is_text = value.encode("utf-8", "replace").decode() == value
    return is_text and value.strip() not in {"", ".", ".."}


@given(TEXT)
def test_path_in_a_path(odd: ModuleType, path: str) -> None:
    request = request_of(odd, "get_chart", "1", path)
    if request is not None:
        inner = path.split("/")
        assert not {"", ".", ".."} & {*inner}
        inner[-1] += ":"
        expected = ["", "v1.0", "harbours", "1", "root:", *inner, "chart"]
        assert segments_of(request) == expected


@given(TEXT)
def test_value_in_a_function(odd: ModuleType, period: str) -> None:
    request = request_of(odd, "get_ships", "1", period=period)
    if request is not None:
        quoted = period.replace("'", "''")
        *first, last = segments_of(request)
        assert first == ["", "v1.0", "harbours", "1"]
        assert last == f"getShips(period='{quoted}')"


@given(TEXT, st.lists(TEXT, min_size=1), TEXT, TEXT)
def test_values_in_a_query(
    odd: ModuleType, filter_: str, select: list[str], search: str, own: str
) -> None:
    options = {"filter": filter_, "select": select, "search": search}
    request = request_of(odd, "list", **options, query={"own": own})
    if request is not None:
        assert segments_of(request) == ["", "v1.0", "harbours"]
        assert query_of(request) == [
            *([("$select", ",".join(select))] if ",".join(select) else []),
            ("$filter", filter_),
            ("$search", search),
            ("own", own),
        ]


@given(TEXT, TEXT)
def test_names_in_a_query(odd: ModuleType, name: str, value: str) -> None:
    request = request_of(odd, "get", "1", query={name: value})
    if request is not None:
        assert segments_of(request) == ["", "v1.0", "harbours", "1"]
        assert query_of(request) == [(name, value)]


@given(TEXT, TEXT, TEXT)
def test_values_in_headers(odd: ModuleType, match: str, own: str, name: str) -> None:
    headers = {"X-Own": own, name: "1"}
    request = request_of(odd, "delete", "1", if_match=match, headers=headers)
    if request is not None:
        assert {*request.headers} <= HEADERS | {name.lower()}
        assert request.headers["if-match"] == match
        assert request.headers["x-own"] == own
        assert request.headers["host"] == "api.example"
        assert request.headers["authorization"] == "Bearer secret-token"


@given(TEXT, st.recursive(TEXT | st.none(), st.lists))
def test_values_in_a_body(odd: ModuleType, ship: str, anything: object) -> None:
    request = request_of(odd, "moor", "1", ship=ship, any_thing=anything)
    if request is not None:
        given_ = {"ship": ship, "any-thing": anything}
        expected = {name: one for name, one in given_.items() if one is not None}
        assert sent_json(request) == expected
        assert segments_of(request) == ["", "v1.0", "harbours", "1", "moor"]


@given(TEXT)
def test_value_of_a_reference(odd: ModuleType, reference: str) -> None:
    request = request_of(odd, "add_pier", "1", reference)
    if request is not None:
        assert sent_json(request) == {"@odata.id": reference}


@given(TEXT)
def test_path_of_a_request(odd: ModuleType, path: str) -> None:
    service = Service(json_response({}))
    caller = Caller(odd, "Client", service)
    try:
        caller.client.request("GET", f"/{path}")
    except (ValueError, odd.CallError):
        return
    for one in service.requests:
        assert (one.url.scheme, one.url.host) == ("https", "api.example")
