"""The results, exceptions and repeated requests of calls."""

import base64
import json
import time
from collections.abc import Callable
from types import ModuleType
from typing import Any

import httpx2
import pytest
from calls import EVERY_FLAVOUR
from service import EVERY_KIND, URL, Caller, Service, json_response


def id_of(harbour: Any) -> object:  # noqa: ANN401
    """Return the ID of a harbour of any flavour."""
    return harbour["id"] if isinstance(harbour, dict) else harbour.id


def page(*ids: str, **links: str) -> httpx2.Response:
    """Return a page of harbours; `next` and `delta` are links."""
    names = {"next": "@odata.nextLink", "delta": "@odata.deltaLink"}
    found = {names[name]: link for name, link in links.items()}
    return json_response({"value": [{"id": one} for one in ids], **found})


@EVERY_FLAVOUR
@EVERY_KIND
def test_value_has_its_type(kind: str, flavour: str, odd: ModuleType) -> None:
    caller = Caller(odd, kind, Service(json_response({"id": "1", "open": True})))
    found = caller.result(caller.harbour.get("1"))
    assert id_of(found) == "1"
    if flavour != "typeddict":
        assert type(found) is odd.models.microsoft.graph.Harbour


MISSING: dict[str, tuple[httpx2.Response, str | None]] = {
    "204": (httpx2.Response(204), None),
    "202 without a body": (httpx2.Response(202), None),
    "202 with a body": (json_response({"id": "1"}, 202), "1"),
    "200 with a body": (json_response({"id": "1"}), "1"),
}


@EVERY_FLAVOUR
@EVERY_KIND
@pytest.mark.parametrize(("response", "expected"), MISSING.values(), ids=MISSING)
def test_value_that_is_not_in_each_response(
    response: httpx2.Response, expected: str | None, kind: str, odd: ModuleType
) -> None:
    caller = Caller(odd, kind, Service(response))
    found = caller.result(caller.harbour.inspect("1"))
    assert (found if found is None else id_of(found)) == expected


@EVERY_KIND
def test_value_is_missing_only_with_its_status(kind: str, odd: ModuleType) -> None:
    caller = Caller(odd, kind, Service(httpx2.Response(200)))
    with pytest.raises(odd.UnexpectedResponse, match="the status 200 without a body"):
        caller.result(caller.harbour.inspect("1"))


@EVERY_FLAVOUR
@EVERY_KIND
def test_numbers_that_are_read_and_sent_keep_their_digits(
    kind: str, odd: ModuleType
) -> None:
    text = b'{"x":[12345678901234567.89,1.10,1e400,-0,-0E5,5]}'
    service = Service(httpx2.Response(200, content=text))
    caller = Caller(odd, kind, service)
    found = caller.result(caller.harbour.get("1"))
    caller.result(caller.harbour.update("1", found))
    assert service.requests[-1].content == text


@EVERY_FLAVOUR
@EVERY_KIND
def test_list_that_an_action_returns(kind: str, odd: ModuleType) -> None:
    caller = Caller(odd, kind, Service(page("1", "2")))
    found = caller.result(caller.harbour.overload_("1"))
    assert [id_of(one) for one in found] == ["1", "2"]


@EVERY_FLAVOUR
@EVERY_KIND
def test_items_of_all_pages(kind: str, odd: ModuleType) -> None:
    service = Service(
        page("1", "2", next=f"{URL}/harbours?$skiptoken=a%2Fb"),
        page(next="/harbours?$skiptoken=c"),
        page("3", delta=f"{URL}/harbours?$deltatoken=d"),
    )
    caller = Caller(odd, kind, service)
    pages = caller.harbour.list(prefer="x")
    assert [id_of(one) for one in caller.all_of(pages)] == ["1", "2", "3"]
    assert service.lines == [
        "GET /harbours",
        "GET /harbours?$skiptoken=a%2Fb",
        "GET /harbours?$skiptoken=c",
    ]
    assert {one.headers["prefer"] for one in service.requests} == {"x"}
    assert pages.next_link is None
    assert pages.delta_link == f"{URL}/harbours?$deltatoken=d"


@EVERY_KIND
def test_each_page(kind: str, odd: ModuleType) -> None:
    first = json_response(
        {
            "@odata.count": 3,
            "value": [{"id": "1"}],
            "@odata.nextLink": f"{URL}/harbours?x=1",
        }
    )
    caller = Caller(odd, kind, Service(first, page("2", "3")))
    pages = caller.harbour.list()
    found = caller.all_of(pages.pages())
    assert [len(one) for one in found] == [1, 2]
    assert pages.count == 3


@EVERY_KIND
def test_first_item(kind: str, odd: ModuleType) -> None:
    service = Service(page(next="/harbours?x=1"), page("1"))
    caller = Caller(odd, kind, service)
    assert id_of(caller.result(caller.harbour.list().first())) == "1"
    empty = Caller(odd, kind, Service(page()))
    assert empty.result(empty.harbour.list().first()) is None


@EVERY_KIND
def test_pages_from_a_link_on(kind: str, odd: ModuleType) -> None:
    service = Service(page("1"))
    caller = Caller(odd, kind, service)
    pages = caller.harbour.list(top=1)
    link = f"{URL}/harbours?$deltatoken=d"
    assert len(caller.all_of(pages.resume(link))) == 1
    assert service.lines == ["GET /harbours?$deltatoken=d"]
    with pytest.raises(ValueError, match="another host"):
        pages.resume("https://other.example/harbours")


@EVERY_KIND
def test_each_loop_begins_with_the_first_page(kind: str, odd: ModuleType) -> None:
    service = Service(page("1"))
    caller = Caller(odd, kind, service)
    pages = caller.harbour.list()
    assert len(caller.all_of(pages)) == len(caller.all_of(pages)) == 1
    assert service.lines == ["GET /harbours"] * 2


LOOPS: dict[str, list[httpx2.Response]] = {
    "a link to itself": [page("1", next=f"{URL}/harbours")],
    "a circle": [page("1", next="/harbours?x=1"), page("1", next="/harbours?x=1")],
}


@EVERY_KIND
@pytest.mark.parametrize("responses", LOOPS.values(), ids=LOOPS)
def test_loop_of_pages_ends(
    responses: list[httpx2.Response], kind: str, odd: ModuleType
) -> None:
    caller = Caller(odd, kind, Service(*responses))
    with pytest.raises(odd.UnexpectedResponse, match="the pages don't end"):
        caller.all_of(caller.harbour.list())


@EVERY_KIND
def test_pages_without_items_end(kind: str, odd: ModuleType) -> None:
    numbers = iter(range(10_000))
    service = Service(lambda _: page(next=f"/harbours?x={next(numbers)}"))
    caller = Caller(odd, kind, service)
    with pytest.raises(odd.UnexpectedResponse, match="the pages don't end"):
        caller.all_of(caller.harbour.list())
    assert len(service.requests) < 1_100


BAD_LINKS = (
    "https://other.example/harbours",
    "http://api.example/v1.0/harbours",
    "https://api.example:8443/v1.0/harbours",
    "https://api.example@other.example/",
    "https://api.example\\.other.example/",
    "//other.example/harbours",
    "https://api.example/v1.0/a b",
    "javascript:alert(1)",
    "ftp://api.example/",
    5,
    {},
)


@EVERY_KIND
@pytest.mark.parametrize("link", BAD_LINKS, ids=str)
def test_link_to_another_host_is_not_followed(
    link: str, kind: str, odd: ModuleType
) -> None:
    service = Service(page("1", next=link))
    caller = Caller(odd, kind, service)
    with pytest.raises(odd.UnexpectedResponse) as caught:
        caller.all_of(caller.harbour.list())
    assert caught.value.path == "['@odata.nextLink']"
    assert [one.url.host for one in service.requests] == ["api.example"]


UNEXPECTED: dict[str, tuple[httpx2.Response, str]] = {
    "no JSON": (
        httpx2.Response(200, html="<p>Log in</p>"),
        "the body is not JSON, but text/html",
    ),
    "nothing": (httpx2.Response(200), "without a body"),
    "half a body": (httpx2.Response(200, content=b'{"id": "1'), "not JSON"),
    "a list": (json_response([1]), "expected an object"),
    "nesting": (httpx2.Response(200, content=b"[" * 100_000), "not JSON"),
    "a redirect without a location": (httpx2.Response(302), "status 302"),
}


@EVERY_FLAVOUR
@EVERY_KIND
@pytest.mark.parametrize(("response", "text"), UNEXPECTED.values(), ids=UNEXPECTED)
def test_unexpected_response(
    response: httpx2.Response, text: str, kind: str, odd: ModuleType
) -> None:
    caller = Caller(odd, kind, Service(response))
    with pytest.raises(odd.UnexpectedResponse, match=text) as caught:
        caller.result(caller.harbour.get("1"))
    assert caught.value.response.status == response.status_code


@EVERY_KIND
def test_wrong_value_is_reported_with_its_path(kind: str, odd: ModuleType) -> None:
    data = {"value": [{"id": "1"}, {"id": "2", "open": "a secret value"}]}
    caller = Caller(odd, kind, Service(json_response(data)))
    with pytest.raises(odd.UnexpectedResponse) as caught:
        caller.all_of(caller.harbour.list())
    assert caught.value.path == ".value[1].open"
    assert "secret" not in str(caught.value)


@EVERY_FLAVOUR
@EVERY_KIND
@pytest.mark.parametrize("data", [{}, {"value": None}, {"value": {}}, []], ids=str)
def test_page_without_a_list(data: object, kind: str, odd: ModuleType) -> None:
    caller = Caller(odd, kind, Service(json_response(data)))
    with pytest.raises(odd.UnexpectedResponse, match="expected"):
        caller.all_of(caller.harbour.list())


ERRORS = {
    400: "ApiError",
    401: "Unauthenticated",
    403: "PermissionDenied",
    404: "NotFound",
    409: "Conflict",
    412: "PreconditionFailed",
    429: "TooManyRequests",
    500: "ServerError",
    503: "ServerError",
}


@EVERY_KIND
@pytest.mark.parametrize(("status", "name"), ERRORS.items())
def test_exception_of_a_status(
    status: int, name: str, kind: str, odd: ModuleType
) -> None:
    error = {
        "code": "badHarbour",
        "message": "The harbour\nis closed.",
        "innerError": {"date": "2021-06-01"},
    }
    response = json_response({"error": error}, status, request_id="r-1")
    caller = Caller(odd, kind, Service(response), retries=0)
    with pytest.raises(odd.ApiError) as caught:
        caller.result(caller.harbour.get("1"))
    found = caught.value
    assert type(found) is getattr(odd, name)
    assert (found.status, found.code, found.request_id) == (status, "badHarbour", "r-1")
    assert found.message == error["message"]
    assert found.inner == error["innerError"]
    assert found.response.json()["error"] == error
    text = f"{status} badHarbour: The harbour is closed. (request r-1)"
    assert str(found).startswith(text)


@EVERY_KIND
@pytest.mark.parametrize("content", [b"", b"<html>", b"[]", b'{"error": "x"}', b"\xff"])
def test_error_with_another_body(content: bytes, kind: str, odd: ModuleType) -> None:
    caller = Caller(odd, kind, Service(httpx2.Response(404, content=content)))
    with pytest.raises(odd.NotFound) as caught:
        caller.result(caller.harbour.get("1"))
    assert str(caught.value) == "404"
    assert caught.value.response.content == content


def token_with(claims: dict[str, object]) -> str:
    """Return a JSON Web Token with an invalid signature."""
    parts = ({"alg": "none"}, claims)
    encoded = [base64.urlsafe_b64encode(json.dumps(one).encode()) for one in parts]
    return ".".join([*(one.decode().rstrip("=") for one in encoded), "signature"])


DENIED: dict[str, tuple[str, str]] = {
    "delegated permissions": (
        token_with({"scp": "User.Read Mail.Read", "name": "Eve"}),
        "403; needed is Harbours.Read or Harbours.All (delegated); "
        "the token has User.Read, Mail.Read",
    ),
    "application permissions": (
        token_with({"roles": ["User.Read.All"]}),
        "403; needed is Harbours.All (application); the token has User.Read.All",
    ),
    "a token that can't be read": (
        "opaque",
        "403; needed is Harbours.Read or Harbours.All (delegated); "
        "needed is Harbours.All (application)",
    ),
}


@EVERY_KIND
@pytest.mark.parametrize(("token", "text"), DENIED.values(), ids=DENIED)
def test_denied_call_names_permissions(
    token: str, text: str, kind: str, odd: ModuleType
) -> None:
    service = Service(httpx2.Response(403))
    caller = Caller(odd, kind, service, credential=token)
    with pytest.raises(odd.PermissionDenied) as caught:
        caller.result(caller.harbour.get("1"))
    assert str(caught.value) == text
    assert caught.value.permissions.application == (("Harbours.All",),)


SAFE: dict[str, tuple[Callable[[Any], Any], int, bool]] = {
    "reading when overloaded": (lambda h: h.get("1"), 503, True),
    "reading when throttled": (lambda h: h.get("1"), 429, True),
    "reading when a gateway waits": (lambda h: h.get("1"), 504, True),
    "an action when throttled": (lambda h: h.open("1"), 429, True),
    "an action when overloaded": (lambda h: h.open("1"), 503, False),
    "an update when overloaded": (lambda h: h.update("1", {}), 503, False),
    "reading after another error": (lambda h: h.get("1"), 500, False),
}


@EVERY_KIND
@pytest.mark.parametrize(("call", "status", "is_repeated"), SAFE.values(), ids=SAFE)
def test_request_is_repeated_if_this_is_safe(
    call: Callable[[Any], Any],
    status: int,
    is_repeated: bool,
    kind: str,
    odd: ModuleType,
) -> None:
    service = Service(httpx2.Response(status), json_response({"id": "1"}))
    caller = Caller(odd, kind, service)
    if is_repeated:
        assert id_of(caller.result(call(caller.harbour))) == "1"
    else:
        with pytest.raises(odd.ApiError):
            caller.result(call(caller.harbour))
    assert len(service.requests) == 1 + is_repeated


@EVERY_KIND
def test_delay_that_the_service_asks_for(kind: str, odd: ModuleType) -> None:
    moment = time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(time.time() + 60))
    service = Service(
        json_response({}, 429, Retry_After="7"),
        json_response({}, 503, Retry_After=moment),
        json_response({"id": "1"}),
    )
    caller = Caller(odd, kind, service)
    caller.result(caller.harbour.get("1"))
    assert service.slept[0] == 7
    assert 50 < service.slept[1] <= 60


@EVERY_KIND
def test_delays_grow_and_end(kind: str, odd: ModuleType) -> None:
    service = Service(httpx2.Response(429))
    caller = Caller(odd, kind, service)
    with pytest.raises(odd.TooManyRequests):
        caller.result(caller.harbour.get("1"))
    assert len(service.requests) == 4
    for number, delay in enumerate(service.slept):
        assert 2**number / 2 <= delay <= 2**number


@EVERY_KIND
@pytest.mark.parametrize("text", ["3600", "1e9", "-1", "soon", "9" * 400])
def test_delay_that_is_too_long_or_invalid(
    text: str, kind: str, odd: ModuleType
) -> None:
    service = Service(json_response({}, 429, Retry_After=text))
    caller = Caller(odd, kind, service)
    with pytest.raises(odd.TooManyRequests):
        caller.result(caller.harbour.get("1"))
    assert sum(service.slept) < 10


@EVERY_KIND
def test_connection_that_breaks(kind: str, odd: ModuleType) -> None:
    broken = httpx2.ReadError("secret-token")
    service = Service(broken, json_response({"id": "1"}))
    caller = Caller(odd, kind, service)
    assert id_of(caller.result(caller.harbour.get("1"))) == "1"
    service = Service(broken)
    caller = Caller(odd, kind, service)
    with pytest.raises(odd.ConnectionFailed) as caught:
        caller.result(caller.harbour.open("1"))
    assert len(service.requests) == 1
    assert str(caught.value) == "the connection failed: read error"


@EVERY_KIND
def test_connection_that_is_refused(kind: str, odd: ModuleType) -> None:
    service = Service(httpx2.ConnectError("x"), json_response({"id": "1"}))
    caller = Caller(odd, kind, service)
    assert id_of(caller.result(caller.harbour.open("1"))) == "1"


@EVERY_KIND
def test_time_that_runs_out(kind: str, odd: ModuleType) -> None:
    caller = Caller(odd, kind, Service(httpx2.ReadTimeout("x")))
    with pytest.raises(odd.CallTimedOut):
        caller.result(caller.harbour.open("1"))
    with pytest.raises(TimeoutError):
        caller.result(caller.harbour.get("1"))


@EVERY_KIND
def test_download_from_another_host(kind: str, odd: ModuleType) -> None:
    location = "https://files.example/x?signature=1"
    service = Service(
        httpx2.Response(302, headers={"Location": location}),
        httpx2.Response(200, content=b"abc", headers={"Content-Type": "text/csv"}),
    )
    caller = Caller(odd, kind, service)
    found = caller.result(
        caller.harbour.get_map("1", headers={"X-Secret": "1", "Range": "bytes=0-"})
    )
    assert (found.size, found.content_type) == (3, "text/csv")
    assert b"".join(caller.all_of(found)) == b"abc"
    _, redirected = service.requests
    assert str(redirected.url) == location
    assert {*redirected.headers} <= {"host", "accept", "range"}


REDIRECTS = {
    "without https": "http://files.example/x",
    "to a file": "file:///etc/passwd",
    "to an invalid URL": "https://a b/",
    "with a user": "https://user:password@files.example/",
}


@EVERY_KIND
@pytest.mark.parametrize("location", REDIRECTS.values(), ids=REDIRECTS)
def test_redirect_that_is_not_followed(
    location: str, kind: str, odd: ModuleType
) -> None:
    service = Service(httpx2.Response(302, headers={"Location": location}))
    caller = Caller(odd, kind, service)
    with pytest.raises(odd.UnexpectedResponse):
        caller.result(caller.harbour.get_map("1"))
    assert len(service.requests) == 1


@EVERY_KIND
def test_redirects_end(kind: str, odd: ModuleType) -> None:
    service = Service(httpx2.Response(302, headers={"Location": "/v1.0/x"}))
    caller = Caller(odd, kind, service)
    with pytest.raises(odd.UnexpectedResponse, match="redirect"):
        caller.result(caller.harbour.get("1"))
    assert len(service.requests) == 6


@EVERY_KIND
def test_redirect_of_an_action_is_not_followed(kind: str, odd: ModuleType) -> None:
    service = Service(httpx2.Response(307, headers={"Location": "/v1.0/x"}))
    caller = Caller(odd, kind, service)
    with pytest.raises(odd.UnexpectedResponse, match="redirect"):
        caller.result(caller.harbour.open("1"))
    assert len(service.requests) == 1


@EVERY_KIND
def test_responses_can_be_seen(kind: str, odd: ModuleType) -> None:
    response = json_response({"id": "1"}, ETag="2")
    caller = Caller(odd, kind, Service(response))
    seen: list[Any] = []
    caller.result(caller.harbour.get("1", on_response=seen.append))
    (found,) = seen
    assert (found.status, found.headers["etag"]) == (200, "2")
    assert found.json() == {"id": "1"}
    assert repr(found) == "<response 200>"


class Token:
    def __init__(self, token: str, expires_on: float) -> None:
        self.token = token
        self.expires_on = expires_on


class Credential:
    """Issues a new token whenever it is asked."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.asked: list[tuple[tuple[str, ...], dict[str, object]]] = []

    def get_token(self, *scopes: str, **options: object) -> Token:
        self.asked.append((scopes, options))
        return Token(f"token-{len(self.asked)}", time.time() + self.seconds)


class AsyncCredential(Credential):
    """`Credential` as a coroutine."""

    async def get_token(self, *scopes: str, **options: object) -> Token:  # type: ignore[override]
        return super().get_token(*scopes, **options)


@EVERY_KIND
@pytest.mark.parametrize(("seconds", "count"), [(3600, 1), (100, 2)])
def test_token_is_kept_until_it_expires(
    seconds: float, count: int, kind: str, odd: ModuleType
) -> None:
    service = Service(json_response({"id": "1"}))
    is_async = kind == "AsyncClient"
    credential = (AsyncCredential if is_async else Credential)(seconds)
    caller = Caller(odd, kind, service, credential=credential)
    for _ in range(2):
        caller.result(caller.harbour.get("1"))
    assert credential.asked == [(("https://api.example/.default",), {})] * count
    last = service.requests[-1].headers["authorization"]
    assert last == f"Bearer token-{count}"


@EVERY_KIND
def test_claims_challenge(kind: str, odd: ModuleType) -> None:
    claims = '{"access_token":{"nbf":{"essential":true}}}'
    encoded = base64.b64encode(claims.encode()).decode()
    challenge = f'Bearer realm="", error="insufficient_claims", claims="{encoded}"'
    service = Service(
        json_response({}, 401, WWW_Authenticate=challenge), json_response({"id": "1"})
    )
    credential = Credential(3600)
    caller = Caller(odd, kind, service, credential=credential)
    caller.result(caller.harbour.get("1"))
    assert [options for _, options in credential.asked] == [{}, {"claims": claims}]
    assert service.requests[-1].headers["authorization"] == "Bearer token-2"


@EVERY_KIND
def test_claims_challenge_that_is_repeated(kind: str, odd: ModuleType) -> None:
    challenge = 'Bearer claims="e30="'
    service = Service(json_response({}, 401, WWW_Authenticate=challenge))
    caller = Caller(odd, kind, service, credential=Credential(3600))
    with pytest.raises(odd.Unauthenticated):
        caller.result(caller.harbour.get("1"))
    assert len(service.requests) == 2


CREDENTIALS: dict[str, Callable[[], object]] = {
    "a token": lambda: "abc",
    "a function": lambda: lambda: "abc",
    "an authentication of httpx2": lambda: httpx2.FunctionAuth(bearer),
}


def bearer(request: httpx2.Request) -> httpx2.Request:
    request.headers["Authorization"] = "Bearer abc"
    return request


@EVERY_KIND
@pytest.mark.parametrize("credential", CREDENTIALS.values(), ids=CREDENTIALS)
def test_credential(
    credential: Callable[[], object], kind: str, odd: ModuleType
) -> None:
    service = Service(json_response({"id": "1"}))
    caller = Caller(odd, kind, service, credential=credential())
    caller.result(caller.harbour.get("1"))
    assert service.requests[0].headers["authorization"] == "Bearer abc"


@EVERY_KIND
def test_client_without_a_credential(kind: str, odd: ModuleType) -> None:
    service = Service(json_response({"id": "1"}))
    caller = Caller(odd, kind, service, credential=None)
    caller.result(caller.harbour.get("1"))
    assert "authorization" not in service.requests[0].headers


@EVERY_KIND
@pytest.mark.parametrize("token", ["a\nb", "a b", "", "\u00e9"])
def test_token_that_no_header_can_have(token: str, kind: str, odd: ModuleType) -> None:
    service = Service()
    caller = Caller(odd, kind, service, credential=token)
    with pytest.raises(ValueError, match="the token has characters") as caught:
        caller.result(caller.harbour.delete("1"))
    assert service.requests == []
    assert token.strip() == "" or token not in str(caught.value)


@EVERY_KIND
def test_token_is_not_sent_without_https(kind: str, odd: ModuleType) -> None:
    with pytest.raises(ValueError, match="needs a base_url with https"):
        Caller(odd, kind, Service(), base_url="http://api.example")
    Caller(odd, kind, Service(), base_url="http://127.0.0.1:8000")
    Caller(odd, kind, Service(), base_url="http://api.example", credential=None)


@EVERY_KIND
def test_base_url_is_needed(kind: str, odd: ModuleType) -> None:
    with pytest.raises(ValueError, match="base_url is needed"):
        Caller(odd, kind, Service(), base_url=None)


@EVERY_KIND
def test_representations_have_no_secrets(kind: str, odd: ModuleType) -> None:
    caller = Caller(odd, kind, Service(httpx2.Response(404, content=b"secret-body")))
    with pytest.raises(odd.NotFound) as caught:
        caller.result(caller.harbour.update("1", {"id": "secret-id"}))
    shown = [repr(caller.client), repr(caught.value), repr(caught.value.response)]
    assert "secret" not in " ".join(shown)
