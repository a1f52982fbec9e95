"""The operations of `microsoft.graph.provisioning.run`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from graph._requests import Request

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from graph._results import (
        AsyncDownload,
        AsyncLongRunning,
        AsyncPages,
        Download,
        LongRunning,
        Pages,
    )
    from graph.models.provisioning.run import Run
    from graph.models.provisioning.run_step import RunStep


class RunOperations(Protocol):
    """Operations of `run`.

    See `resources/provisioning-run.md`.
    """

    def list(self, connector_id: str) -> Pages[Run]:
        """List the runs of a connector, the latest first.

        `GET /provisioning/connectors/{connectorId}/runs`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/provisioning-run-list.md`.
        """
        ...

    def get(self, connector_id: str, run_id: str) -> Run:
        """Read one run and its steps.

        `GET /provisioning/connectors/{connectorId}/runs/{runId}`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/provisioning-run-get.md`.
        """
        ...

    def cancel(
        self, connector_id: str, run_id: str, *, if_match: str | None = None
    ) -> None:
        """Cancel a run that has not ended.

        `POST /provisioning/connectors/{connectorId}/runs/{runId}/cancel`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/provisioning-run-cancel.md`.
        """
        ...

    def repeat(
        self,
        connector_id: str,
        run_id: str,
        *,
        reason: str | None = None,
        step_names: Sequence[str] | None = None,
    ) -> LongRunning[Run]:
        """Repeat a run with the same steps.

        `POST /provisioning/connectors/{connectorId}/runs/{runId}/repeat`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/provisioning-run-repeat.md`.
        """
        ...

    def steps_between(
        self,
        connector_id: str,
        run_id: str,
        *,
        from_: dt.datetime | str,
        to: dt.datetime | str,
        top: int | None = None,
        skip: int | None = None,
    ) -> Pages[RunStep]:
        """List the steps that began between two times.

        `GET /provisioning/connectors/{connectorId}/runs/{runId}/stepsBetween(from={from},to={to})`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/provisioning-run-stepsbetween.md`.
        """
        ...

    def get_log(
        self, connector_id: str, run_id: str, *, range: str | None = None
    ) -> Download:
        """Download the log of a run, a line for each call.

        `GET /provisioning/connectors/{connectorId}/runs/{runId}/log/$value`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/provisioning-run-log.md`.
        """
        ...

    def set_job(self, connector_id: str, run_id: str, reference: str) -> None:
        """Set the job that a run belongs to.

        `PUT /provisioning/connectors/{connectorId}/runs/{runId}/job/$ref`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/provisioning-run-setjob.md`.
        """
        ...


class AsyncRunOperations(Protocol):
    """Operations of `run` as coroutines.

    See `resources/provisioning-run.md`.
    """

    def list(self, connector_id: str) -> AsyncPages[Run]:
        """List the runs of a connector, the latest first.

        `GET /provisioning/connectors/{connectorId}/runs`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/provisioning-run-list.md`.
        """
        ...

    async def get(self, connector_id: str, run_id: str) -> Run:
        """Read one run and its steps.

        `GET /provisioning/connectors/{connectorId}/runs/{runId}`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/provisioning-run-get.md`.
        """
        ...

    async def cancel(
        self, connector_id: str, run_id: str, *, if_match: str | None = None
    ) -> None:
        """Cancel a run that has not ended.

        `POST /provisioning/connectors/{connectorId}/runs/{runId}/cancel`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/provisioning-run-cancel.md`.
        """
        ...

    async def repeat(
        self,
        connector_id: str,
        run_id: str,
        *,
        reason: str | None = None,
        step_names: Sequence[str] | None = None,
    ) -> AsyncLongRunning[Run]:
        """Repeat a run with the same steps.

        `POST /provisioning/connectors/{connectorId}/runs/{runId}/repeat`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/provisioning-run-repeat.md`.
        """
        ...

    def steps_between(
        self,
        connector_id: str,
        run_id: str,
        *,
        from_: dt.datetime | str,
        to: dt.datetime | str,
        top: int | None = None,
        skip: int | None = None,
    ) -> AsyncPages[RunStep]:
        """List the steps that began between two times.

        `GET /provisioning/connectors/{connectorId}/runs/{runId}/stepsBetween(from={from},to={to})`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/provisioning-run-stepsbetween.md`.
        """
        ...

    async def get_log(
        self, connector_id: str, run_id: str, *, range: str | None = None
    ) -> AsyncDownload:
        """Download the log of a run, a line for each call.

        `GET /provisioning/connectors/{connectorId}/runs/{runId}/log/$value`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/provisioning-run-log.md`.
        """
        ...

    async def set_job(self, connector_id: str, run_id: str, reference: str) -> None:
        """Set the job that a run belongs to.

        `PUT /provisioning/connectors/{connectorId}/runs/{runId}/job/$ref`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/provisioning-run-setjob.md`.
        """
        ...


REQUESTS = {
    "list": [
        Request("GET", "/provisioning/connectors/{connector_id}/runs"),
    ],
    "get": [
        Request("GET", "/provisioning/connectors/{connector_id}/runs/{run_id}"),
    ],
    "cancel": [
        Request("POST", "/provisioning/connectors/{connector_id}/runs/{run_id}/cancel"),
    ],
    "repeat": [
        Request("POST", "/provisioning/connectors/{connector_id}/runs/{run_id}/repeat"),
    ],
    "steps_between": [
        Request(
            "GET",
            "/provisioning/connectors/{connector_id}/runs/{run_id}/stepsBetween(from={from_},to={to})",
        ),
    ],
    "get_log": [
        Request(
            "GET",
            "/provisioning/connectors/{connector_id}/runs/{run_id}/log/$value",
        ),
    ],
    "set_job": [
        Request(
            "PUT",
            "/provisioning/connectors/{connector_id}/runs/{run_id}/job/$ref",
        ),
    ],
}
PERMISSIONS: dict[str, dict[str, list[str]]] = {
    "list": {
        "delegated_work": ["Synchronization.Read.All", "Synchronization.ReadWrite.All"],
        "application": ["Synchronization.Read.All", "Synchronization.ReadWrite.All"],
    },
    "get": {
        "delegated_work": ["Synchronization.Read.All", "Synchronization.ReadWrite.All"],
        "application": ["Synchronization.Read.All", "Synchronization.ReadWrite.All"],
    },
    "cancel": {
        "delegated_work": ["Synchronization.ReadWrite.All"],
        "application": [
            "Synchronization.ReadWrite.All",
            "Application.ReadWrite.OwnedBy",
        ],
    },
    "repeat": {
        "delegated_work": ["Synchronization.ReadWrite.All"],
        "application": [
            "Synchronization.ReadWrite.All",
            "Application.ReadWrite.OwnedBy",
        ],
    },
    "steps_between": {
        "delegated_work": ["Synchronization.Read.All", "Synchronization.ReadWrite.All"],
        "application": ["Synchronization.Read.All", "Synchronization.ReadWrite.All"],
    },
    "get_log": {
        "delegated_work": ["Synchronization.Read.All", "Synchronization.ReadWrite.All"],
        "application": ["Synchronization.Read.All", "Synchronization.ReadWrite.All"],
    },
    "set_job": {
        "delegated_work": ["Synchronization.ReadWrite.All"],
        "application": [
            "Synchronization.ReadWrite.All",
            "Application.ReadWrite.OwnedBy",
        ],
    },
}
