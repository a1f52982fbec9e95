"""The clients of `microsoft.graph.vessel`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from graph._base_client import UNDOCUMENTED, AsyncResource, Resource
from graph.operations.vessel import AsyncVesselOperations, VesselOperations

if TYPE_CHECKING:
    from graph._call import CallOptions
    from graph._results import AsyncPages, Pages
    from graph.models.vessel import Vessel


class VesselClient(Resource, VesselOperations):
    """Sends the operations of `vessel`."""

    def list_boats(self, **call: Unpack[CallOptions]) -> Pages[Vessel]:
        raise NotImplementedError(UNDOCUMENTED)

    def get_boat(self, **call: Unpack[CallOptions]) -> Vessel:
        raise NotImplementedError(UNDOCUMENTED)


class AsyncVesselClient(AsyncResource, AsyncVesselOperations):
    """Sends the operations of `vessel` in coroutines."""

    def list_boats(self, **call: Unpack[CallOptions]) -> AsyncPages[Vessel]:
        raise NotImplementedError(UNDOCUMENTED)

    async def get_boat(self, **call: Unpack[CallOptions]) -> Vessel:
        raise NotImplementedError(UNDOCUMENTED)
