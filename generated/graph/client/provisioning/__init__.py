"""The clients in `graph.client.provisioning`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph._base_client import AsyncFolder, Folder

if TYPE_CHECKING:
    from graph.client.provisioning.run import AsyncRunClient, RunClient


class Clients(Folder):
    """Sends the operations of `microsoft.graph.provisioning`."""

    FOLDER = "provisioning."

    if TYPE_CHECKING:
        run: RunClient


class AsyncClients(AsyncFolder):
    """Sends the operations of `microsoft.graph.provisioning` in coroutines."""

    FOLDER = "provisioning."

    if TYPE_CHECKING:
        run: AsyncRunClient
