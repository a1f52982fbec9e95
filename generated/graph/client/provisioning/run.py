"""The clients of `microsoft.graph.provisioning.run`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from graph._base_client import AsyncResource, Resource
from graph._call import Operation
from graph.operations.provisioning.run import AsyncRunOperations, RunOperations

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from graph._call import CallOptions
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

LIST: Operation[Run] = Operation(
    name="provisioning.run.list", result="microsoft.graph.provisioning.run"
)
GET: Operation[Run] = Operation(
    name="provisioning.run.get", result="microsoft.graph.provisioning.run"
)
CANCEL: Operation[None] = Operation(name="provisioning.run.cancel")
REPEAT: Operation[Run] = Operation(
    name="provisioning.run.repeat", result="microsoft.graph.provisioning.run"
)
STEPS_BETWEEN: Operation[RunStep] = Operation(
    name="provisioning.run.steps_between", result="microsoft.graph.provisioning.runStep"
)
GET_LOG: Operation[None] = Operation(name="provisioning.run.get_log")
SET_JOB: Operation[None] = Operation(name="provisioning.run.set_job")


class RunClient(Resource, RunOperations):
    """Sends the operations of `run`."""

    def list(self, connector_id: str, **call: Unpack[CallOptions]) -> Pages[Run]:
        return self._pages(LIST, {"connector_id": connector_id}, call)

    def get(self, connector_id: str, run_id: str, **call: Unpack[CallOptions]) -> Run:
        return self._one(GET, {"connector_id": connector_id, "run_id": run_id}, call)

    def cancel(
        self,
        connector_id: str,
        run_id: str,
        *,
        if_match: str | None = None,
        **call: Unpack[CallOptions],
    ) -> None:
        self._one(
            CANCEL,
            {"connector_id": connector_id, "run_id": run_id},
            call,
            headers={"If-Match": if_match},
        )

    def repeat(
        self,
        connector_id: str,
        run_id: str,
        *,
        reason: str | None = None,
        step_names: Sequence[str] | None = None,
        **call: Unpack[CallOptions],
    ) -> LongRunning[Run]:
        return self._long_running(
            REPEAT,
            {"connector_id": connector_id, "run_id": run_id},
            call,
            members={"reason": reason, "stepNames": step_names},
        )

    def steps_between(
        self,
        connector_id: str,
        run_id: str,
        *,
        from_: dt.datetime | str,
        to: dt.datetime | str,
        top: int | None = None,
        skip: int | None = None,
        **call: Unpack[CallOptions],
    ) -> Pages[RunStep]:
        return self._pages(
            STEPS_BETWEEN,
            {"connector_id": connector_id, "run_id": run_id, "from_": from_, "to": to},
            call,
            query={"$top": top, "$skip": skip},
        )

    def get_log(
        self,
        connector_id: str,
        run_id: str,
        *,
        range: str | None = None,
        **call: Unpack[CallOptions],
    ) -> Download:
        return self._download(
            GET_LOG,
            {"connector_id": connector_id, "run_id": run_id},
            call,
            headers={"Range": range},
        )

    def set_job(
        self,
        connector_id: str,
        run_id: str,
        reference: str,
        **call: Unpack[CallOptions],
    ) -> None:
        self._one(
            SET_JOB,
            {"connector_id": connector_id, "run_id": run_id},
            call,
            reference=reference,
        )


class AsyncRunClient(AsyncResource, AsyncRunOperations):
    """Sends the operations of `run` in coroutines."""

    def list(self, connector_id: str, **call: Unpack[CallOptions]) -> AsyncPages[Run]:
        return self._pages(LIST, {"connector_id": connector_id}, call)

    async def get(
        self, connector_id: str, run_id: str, **call: Unpack[CallOptions]
    ) -> Run:
        return await self._one(
            GET, {"connector_id": connector_id, "run_id": run_id}, call
        )

    async def cancel(
        self,
        connector_id: str,
        run_id: str,
        *,
        if_match: str | None = None,
        **call: Unpack[CallOptions],
    ) -> None:
        await self._one(
            CANCEL,
            {"connector_id": connector_id, "run_id": run_id},
            call,
            headers={"If-Match": if_match},
        )

    async def repeat(
        self,
        connector_id: str,
        run_id: str,
        *,
        reason: str | None = None,
        step_names: Sequence[str] | None = None,
        **call: Unpack[CallOptions],
    ) -> AsyncLongRunning[Run]:
        return await self._long_running(
            REPEAT,
            {"connector_id": connector_id, "run_id": run_id},
            call,
            members={"reason": reason, "stepNames": step_names},
        )

    def steps_between(
        self,
        connector_id: str,
        run_id: str,
        *,
        from_: dt.datetime | str,
        to: dt.datetime | str,
        top: int | None = None,
        skip: int | None = None,
        **call: Unpack[CallOptions],
    ) -> AsyncPages[RunStep]:
        return self._pages(
            STEPS_BETWEEN,
            {"connector_id": connector_id, "run_id": run_id, "from_": from_, "to": to},
            call,
            query={"$top": top, "$skip": skip},
        )

    async def get_log(
        self,
        connector_id: str,
        run_id: str,
        *,
        range: str | None = None,
        **call: Unpack[CallOptions],
    ) -> AsyncDownload:
        return await self._download(
            GET_LOG,
            {"connector_id": connector_id, "run_id": run_id},
            call,
            headers={"Range": range},
        )

    async def set_job(
        self,
        connector_id: str,
        run_id: str,
        reference: str,
        **call: Unpack[CallOptions],
    ) -> None:
        await self._one(
            SET_JOB,
            {"connector_id": connector_id, "run_id": run_id},
            call,
            reference=reference,
        )
