"""Clients with and without coroutines are alike, and implement the protocols of operations."""

import asyncio
import importlib
import inspect
import os
import pkgutil
import subprocess
import sys
from collections.abc import AsyncGenerator, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from calls import EVERY_FLAVOUR
from service import Caller, Service

import graph
from graph import AsyncClient, Client
from graph._transport import HttpRequest
from graph.client.provisioning.run import AsyncRunClient, RunClient


def pairs_in(package: ModuleType) -> Iterator[tuple[type, type]]:
    """Yield each class of a client with the class whose methods are coroutines."""
    clients = importlib.import_module(f"{package.__name__}.client")
    prefix = f"{clients.__name__}."
    names = [one.name for one in pkgutil.walk_packages(clients.__path__, prefix)]
    for name in (clients.__name__, *names):
        module = importlib.import_module(name)
        for key, value in vars(module).items():
            is_own = isinstance(value, type) and value.__module__ == name
            if is_own and hasattr(module, f"Async{key}"):
                yield value, getattr(module, f"Async{key}")


def methods_of(cls: type) -> dict[str, inspect.Signature]:
    """Return the signatures of the public methods of a class, without what they return."""
    return {
        name: inspect.signature(value).replace(return_annotation=None)
        for name, value in inspect.getmembers(cls, inspect.isfunction)
        if not name.startswith("_")
    }


@EVERY_FLAVOUR
def test_clients_are_alike(odd: ModuleType) -> None:
    found = 0
    for package in (odd, graph):
        for cls, async_cls in pairs_in(package):
            methods, async_methods = methods_of(cls), methods_of(async_cls)
            async_methods.pop("aclose", None)
            methods.pop("close", None)
            assert methods == async_methods
            for name in methods:
                found += 1
                text = inspect.getdoc(getattr(cls, name))
                assert text
                assert text == inspect.getdoc(getattr(async_cls, name))
    assert found > 30


@EVERY_FLAVOUR
def test_every_operation_has_a_client(odd: ModuleType) -> None:
    operations = importlib.import_module(f"{odd.__name__}._catalogue").OPERATIONS
    caller = Caller(odd, "Client", Service())
    for path in operations.values():
        *folders, module, name = path.split(".")
        found = caller.client
        for folder in folders:
            found = getattr(found, folder)
        found = getattr(found, f"{module}_" if module == "request" else module)
        assert type(found).__name__ == f"{name.removesuffix('Operations')}Client"


def test_attributes_of_a_client() -> None:
    client = Caller(graph, "Client", Service()).client
    assert {"synchronization_job", "provisioning", "request", "close"} <= {*dir(client)}
    assert dir(client.provisioning)[-1] == "run"
    assert client.synchronization_job is client.synchronization_job
    with pytest.raises(AttributeError, match="no attribute 'jobs'"):
        client.jobs  # noqa: B018


def test_coroutines_are_what_sends_something() -> None:
    for name in methods_of(RunClient):
        is_coroutine = inspect.iscoroutinefunction(getattr(AsyncRunClient, name))
        assert is_coroutine == (name not in {"list", "steps_between"})


PROGRAM = """
from graph import AsyncClient, CallOptions, Client, NotFound, Pages, operations
from graph.models import SynchronizationJob
from graph.models.provisioning import Run

client = Client("token")
jobs: operations.SynchronizationJobOperations = client.synchronization_job
runs: operations.provisioning.RunOperations = client.provisioning.run
job: SynchronizationJob = client.synchronization_job.get("1", "2", select=["id"])
pages: Pages[Run] = client.provisioning.run.list("1", timeout=5, headers={"a": "b"})
names: list[str | None] = [run.id for run in pages]
client.provisioning.run.repeat("1", "2", reason="x").wait(timeout=10)
with client.provisioning.run.get_log("1", "2") as log:
    content: bytes = log.read()
with client.batch() as batch:
    got = batch.add(client.synchronization_job.get, "1", "2", select=["id"])
    listed = batch.add(client.provisioning.run.list, "1", timeout=5)
job = got.result()
names = [run.id for run in listed.result()]
try:
    client.synchronization_job.delete("1", "2")
except NotFound as error:
    status: int = error.status


async def main() -> None:
    async with AsyncClient(lambda: "token") as client:
        jobs: operations.AsyncSynchronizationJobOperations = client.synchronization_job
        job: SynchronizationJob = await client.synchronization_job.get("1", "2")
        async for run in client.provisioning.run.list("1"):
            name: str | None = run.id
        async with await client.provisioning.run.get_log("1", "2") as log:
            content: bytes = await log.read()
        async with client.batch() as batch:
            got = batch.add(client.synchronization_job.get, "1", "2")
            listed = batch.add(client.provisioning.run.list, "1")
        job = got.result()
        names = [run.id async for run in listed.result()]


"""
WRONG = {
    "a missing ID": "client.synchronization_job.get('1')",
    "an unknown argument": "client.synchronization_job.get('1', '2', selct=['id'])",
    "a wrong body": "client.synchronization_job.create('1', 5)",
    "a wrong option": "client.synchronization_job.delete('1', '2', timeout='5')",
    "an unknown resource": "client.synchronisation_job",
    "a result that is used as another": "x: int = client.provisioning.run.get('1', '2')",
    "a result that does not exist": "y: str = client.provisioning.run.cancel('1', '2')",
    "a missing ID in a batch": "batch.add(client.synchronization_job.get, '1')",
    "an unknown argument in a batch": "batch.add(client.provisioning.run.list, a=1)",
    "a batched result that is used as another": "z: int = got.result()",
    "an asynchronous library": "import httpx2; Client('', http=httpx2.AsyncClient())",
}
CHECKERS = {
    "mypy": [sys.executable, "-m", "mypy", "--strict", "--show-error-codes"],
    "pyright": [sys.executable, "-m", "pyright", "--pythonpath", sys.executable],
}


@pytest.mark.parametrize("checker", CHECKERS)
def test_type_checkers_see_mistakes_and_nothing_else(
    checker: str, tmp_path: Path
) -> None:
    source = PROGRAM + "\n".join(f"{line}  # {name}" for name, line in WRONG.items())
    (tmp_path / "program.py").write_text(f"{source}\n", "utf-8")
    first = PROGRAM.count("\n") + 1
    folder = Path(graph.__file__).parents[1]
    completed = subprocess.run(
        [*CHECKERS[checker], "program.py"],
        cwd=tmp_path,
        env={
            **os.environ,
            "MYPYPATH": str(folder),
            "PYTHONPATH": str(folder),
            "MYPY_CACHE_DIR": str(tmp_path / ".mypy_cache"),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    reported = {
        int(line.split(":")[1])
        for line in completed.stdout.splitlines()
        if "program.py:" in line and "error" in line
    }
    assert reported == {*range(first, first + len(WRONG))}, completed.stdout


class Received:
    """A response of another HTTP library."""

    status_code = 200
    headers = {"Content-Type": "application/json"}  # noqa: RUF012

    def iter_bytes(self) -> Iterator[bytes]:
        yield b'{"id": '
        yield b'"1"}'

    async def aiter_bytes(self) -> AsyncGenerator[bytes, None]:
        for part in self.iter_bytes():
            yield part

    def close(self) -> None:
        pass

    async def aclose(self) -> None:
        pass


class OtherTransport:
    """Sends requests with another HTTP library."""

    def send_request(self, request: HttpRequest) -> Received:
        assert request.headers["Authorization"] == "Bearer token"
        assert repr(request).endswith("/synchronization/jobs/2>")
        return Received()

    def sleep(self, seconds: float) -> None:
        raise AssertionError(seconds)

    def close(self) -> None:
        pass


class AsyncOtherTransport:
    """`OtherTransport` for coroutines."""

    async def send_request(self, request: HttpRequest) -> Received:
        return OtherTransport().send_request(request)

    async def sleep(self, seconds: float) -> None:
        raise AssertionError(seconds)

    async def aclose(self) -> None:
        pass


def test_another_http_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx2", None)
    client = Client("token", http=OtherTransport())
    assert client.synchronization_job.get("1", "2").id == "1"
    async_client = AsyncClient("token", http=AsyncOtherTransport())
    found = asyncio.run(async_client.synchronization_job.get("1", "2"))
    assert found.id == "1"


def test_client_is_closed() -> None:
    client = Client("token")
    with client as entered:
        assert entered is client
    with pytest.raises(RuntimeError):
        client.request("GET", "/x")
    assert repr(client) == "<Client of https://graph.microsoft.com/v1.0>"
    assert repr(AsyncClient("token", base_url="https://a.example/")) == (
        "<AsyncClient of https://a.example>"
    )
