"""`docgen mock` as users run it: the examples of the pages over HTTP."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest
from checkout import Docgen

import graph

ROOT = Path(graph.__file__).parents[2]
JOBS = "/servicePrincipals/60443998-8cf7-4e61-b05c-a53b658cb5e1/synchronization/jobs"
PRINCIPAL = JOBS.split("/")[2]
Serves = Callable[..., str]


@contextmanager
def served(*arguments: str) -> Iterator[str]:
    """Run the command for docs_src, and yield the URL of the service."""
    process = subprocess.Popen(
        [sys.executable, "-m", "docgen", "mock", "--port", "0", *arguments],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr
    try:
        line = process.stderr.readline()
        found = re.search(r"serving \d+ examples? at (http://127.0.0.1:\d+);", line)
        assert found, line + process.stderr.read()
        yield found[1]
    finally:
        process.terminate()
        process.wait(10)
        process.stderr.close()


def test_client_of_the_service() -> None:
    with (
        served("--page-size", "1", "--failure", "throttled") as url,
        graph.Client("token", base_url=f"{url}/v1.0") as client,
    ):
        jobs = [*client.synchronization_job.list(PRINCIPAL)]
        with pytest.raises(graph.ServerError, match="no example has the request"):
            client.synchronization_job.get("other", "1")
    assert [job.template_id for job in jobs] == ["scim"]


def test_batch_of_requests() -> None:
    with served() as url, graph.Client("token", base_url=f"{url}/v1.0") as client:
        with client.batch() as batch:
            jobs = batch.add(client.synchronization_job.list, PRINCIPAL)
        assert [job.template_id for job in jobs.result()] == ["scim"]


def test_examples_of_a_page() -> None:
    with served("api/synchronization-synchronizationjob-list.md") as url:
        found = httpx2.get(f"{url}/v1.0{JOBS}")
        assert found.status_code == 200
        assert found.json()["value"][0]["templateId"] == "scim"
        refused = httpx2.delete(f"{url}/v1.0{JOBS}/1")
        assert refused.status_code == 501
        assert "the nearest is" in refused.json()["error"]["message"]


def test_program_in_a_browser() -> None:
    page = {"Origin": "http://localhost:3000"}
    asks = {"Access-Control-Request-Method": "GET"}
    with served("--cors", "http://localhost:3000/") as url:
        asked = httpx2.request("OPTIONS", f"{url}/v1.0{JOBS}", headers=page | asks)
        found = httpx2.get(f"{url}/v1.0{JOBS}", headers=page)
        undocumented = httpx2.get(f"{url}/v1.0/other", headers=page)
    assert asked.status_code == 204
    assert (found.status_code, undocumented.status_code) == (200, 501)
    for response in (asked, found, undocumented):
        origin = response.headers["access-control-allow-origin"]
        assert origin == "http://localhost:3000"
    assert "content-type" in found.headers["access-control-expose-headers"]


def test_without_a_generated_package(docgen: Docgen) -> None:
    ran = docgen("mock")
    assert ran.status == 2
    assert "run `docgen generate`" in ran.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nothing.md",), "no example 'nothing.md'"),
        (("--package", "other"), "no package `other` is configured"),
        (("--cors", "localhost"), "`localhost` is not an origin"),
        (
            ("--host", "192.0.2.1"),
            "can't listen on http://192.0.2.1:0: Cannot assign requested address\n",
        ),
    ],
)
def test_wrong_arguments(arguments: tuple[str, ...], message: str) -> None:
    completed = subprocess.run(
        [sys.executable, "-m", "docgen", "mock", "--port", "0", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert completed.returncode == 2
    assert message in completed.stderr
