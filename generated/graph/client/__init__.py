"""The clients in `graph.client`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph._base_client import AsyncBaseClient, BaseClient

if TYPE_CHECKING:
    from graph.client.bulk_upload import AsyncBulkUploadClient, BulkUploadClient
    from graph.client.directory_definition import (
        AsyncDirectoryDefinitionClient,
        DirectoryDefinitionClient,
    )
    from graph.client.provisioning import AsyncClients as AsyncProvisioningClients
    from graph.client.provisioning import Clients as ProvisioningClients
    from graph.client.provisioning_connector import (
        AsyncProvisioningConnectorClient,
        ProvisioningConnectorClient,
    )
    from graph.client.synchronization import (
        AsyncSynchronizationClient,
        SynchronizationClient,
    )
    from graph.client.synchronization_job import (
        AsyncSynchronizationJobClient,
        SynchronizationJobClient,
    )
    from graph.client.synchronization_schema import (
        AsyncSynchronizationSchemaClient,
        SynchronizationSchemaClient,
    )
    from graph.client.synchronization_template import (
        AsyncSynchronizationTemplateClient,
        SynchronizationTemplateClient,
    )


class Client(BaseClient):
    """Sends the operations of `microsoft.graph`."""

    BASE_URL = "https://graph.microsoft.com/v1.0"

    if TYPE_CHECKING:
        bulk_upload: BulkUploadClient
        directory_definition: DirectoryDefinitionClient
        provisioning: ProvisioningClients
        provisioning_connector: ProvisioningConnectorClient
        synchronization: SynchronizationClient
        synchronization_job: SynchronizationJobClient
        synchronization_schema: SynchronizationSchemaClient
        synchronization_template: SynchronizationTemplateClient


class AsyncClient(AsyncBaseClient):
    """Sends the operations of `microsoft.graph` in coroutines."""

    BASE_URL = "https://graph.microsoft.com/v1.0"

    if TYPE_CHECKING:
        bulk_upload: AsyncBulkUploadClient
        directory_definition: AsyncDirectoryDefinitionClient
        provisioning: AsyncProvisioningClients
        provisioning_connector: AsyncProvisioningConnectorClient
        synchronization: AsyncSynchronizationClient
        synchronization_job: AsyncSynchronizationJobClient
        synchronization_schema: AsyncSynchronizationSchemaClient
        synchronization_template: AsyncSynchronizationTemplateClient
