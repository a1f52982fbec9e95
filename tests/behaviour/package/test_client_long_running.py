"""Long-running operations, as `provisioning.run.repeat` of `docs_src`."""

from typing import Any

import httpx2
import pytest
from service import EVERY_KIND, URL, Caller, Service, json_response

import graph
from graph._answers import AsyncMonitoredOperation, MonitoredOperation
from graph._call import Prepared
from graph._transport import HttpRequest, Response


def started(location: str, header: str = "Operation-Location") -> httpx2.Response:
    return httpx2.Response(202, headers={header: location})


def repeated(kind: str, service: Service) -> tuple[Caller, Any]:
    """Return a caller and the operation that it started."""
    caller = Caller(graph, kind, service)
    return caller, caller.result(caller.client.provisioning.run.repeat("1", "2"))


STATES = [
    json_response({"status": "notStarted"}),
    json_response({"status": "running"}, 202, Retry_After="5"),
    json_response({"status": "succeeded", "id": "3"}),
]


@EVERY_KIND
def test_waiting_for_the_end(kind: str) -> None:
    service = Service(started(f"{URL}/operations/1"), *STATES)
    caller, operation = repeated(kind, service)
    assert operation.monitor_url == f"{URL}/operations/1"
    run = caller.result(operation.wait())
    assert type(run) is graph.models.provisioning.Run
    assert (run.id, run.extra) == ("3", {"status": "succeeded"})
    assert caller.result(operation.is_done())
    assert caller.result(operation.wait()) == run
    assert service.lines[1:] == ["GET /operations/1"] * 3
    assert service.slept[1] == 5


@EVERY_KIND
@pytest.mark.parametrize("header", ["Location", "Operation-Location"])
def test_location_below_the_base_url(header: str, kind: str) -> None:
    service = Service(started("/runs('2')/operations('1')", header))
    _, operation = repeated(kind, service)
    assert operation.monitor_url == f"{URL}/runs('2')/operations('1')"


@EVERY_KIND
def test_monitor_on_another_host_gets_no_token(kind: str) -> None:
    location = "https://monitor.example/1?key=2"
    service = Service(started(location), httpx2.Response(202), *STATES)
    caller, operation = repeated(kind, service)
    caller.result(operation.wait())
    assert str(service.requests[1].url) == location
    for one in service.requests[1:]:
        assert "authorization" not in one.headers
        assert "cookie" not in one.headers


@EVERY_KIND
@pytest.mark.parametrize(
    "location", ["http://monitor.example/1", "https://a@b/", "https://[/", "ftp://a/b"]
)
def test_monitor_that_is_not_asked(location: str, kind: str) -> None:
    service = Service(started(location), *STATES)

    def wait() -> None:
        caller, operation = repeated(kind, service)
        caller.result(operation.wait())

    with pytest.raises(graph.UnexpectedResponse):
        wait()
    assert len(service.requests) == 1


@EVERY_KIND
def test_operation_that_fails(kind: str) -> None:
    state = json_response({"status": "Failed", "error": {"code": "x"}})
    caller, operation = repeated(kind, Service(started("/operations/1"), state))
    with pytest.raises(graph.OperationFailed) as caught:
        caller.result(operation.wait())
    assert caught.value.status == "failed"


@EVERY_KIND
def test_operation_that_does_not_end(kind: str) -> None:
    service = Service(started("/operations/1"), json_response({"status": "running"}))
    caller, operation = repeated(kind, service)
    with pytest.raises(TimeoutError):
        caller.result(operation.wait(timeout=0))
    assert not caller.result(operation.is_done())


@EVERY_KIND
@pytest.mark.parametrize("status", [200, 204])
def test_operation_that_has_ended(status: int, kind: str) -> None:
    service = Service(httpx2.Response(status))
    caller, operation = repeated(kind, service)
    assert caller.result(operation.is_done())
    assert len(service.requests) == 1
    with pytest.raises(graph.UnexpectedResponse, match="without a body"):
        caller.result(operation.wait())


@EVERY_KIND
def test_state_of_another_type_is_reported(kind: str) -> None:
    state = json_response({"status": "succeeded", "id": 3})
    caller, operation = repeated(kind, Service(started("/operations/1"), state))
    with pytest.raises(graph.UnexpectedResponse) as caught:
        caller.result(operation.wait())
    assert caught.value.path == ".id"


@EVERY_KIND
def test_status_may_be_an_object_with_a_state(kind: str) -> None:
    states = [
        json_response({"status": {"state": one}}) for one in ("running", "Failed")
    ]
    caller, operation = repeated(kind, Service(started("/operations/1"), *states))
    assert not caller.result(operation.is_done())
    with pytest.raises(graph.OperationFailed):
        caller.result(operation.is_done())


@EVERY_KIND
def test_operation_without_a_type_has_no_result(kind: str) -> None:
    service = Service(started("/operations/1"), json_response({"status": "completed"}))
    caller = Caller(graph, kind, service)
    driver = caller.client._driver
    prepared = Prepared(request=HttpRequest(method="POST", url=URL, timeout=1))
    made = AsyncMonitoredOperation if caller.is_async else MonitoredOperation
    head = Response(status=202, headers={"location": "/operations/1"})
    assert caller.result(made(driver, prepared, "", head).wait()) is None
