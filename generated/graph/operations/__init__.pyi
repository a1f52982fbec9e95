from graph.operations.bulk_upload import (
    AsyncBulkUploadOperations as AsyncBulkUploadOperations,
)
from graph.operations.bulk_upload import BulkUploadOperations as BulkUploadOperations
from graph.operations.directory_definition import (
    AsyncDirectoryDefinitionOperations as AsyncDirectoryDefinitionOperations,
)
from graph.operations.directory_definition import (
    DirectoryDefinitionOperations as DirectoryDefinitionOperations,
)
from graph.operations.provisioning_connector import (
    AsyncProvisioningConnectorOperations as AsyncProvisioningConnectorOperations,
)
from graph.operations.provisioning_connector import (
    ProvisioningConnectorOperations as ProvisioningConnectorOperations,
)
from graph.operations.synchronization import (
    AsyncSynchronizationOperations as AsyncSynchronizationOperations,
)
from graph.operations.synchronization import (
    SynchronizationOperations as SynchronizationOperations,
)
from graph.operations.synchronization_job import (
    AsyncSynchronizationJobOperations as AsyncSynchronizationJobOperations,
)
from graph.operations.synchronization_job import (
    SynchronizationJobOperations as SynchronizationJobOperations,
)
from graph.operations.synchronization_schema import (
    AsyncSynchronizationSchemaOperations as AsyncSynchronizationSchemaOperations,
)
from graph.operations.synchronization_schema import (
    SynchronizationSchemaOperations as SynchronizationSchemaOperations,
)
from graph.operations.synchronization_template import (
    AsyncSynchronizationTemplateOperations as AsyncSynchronizationTemplateOperations,
)
from graph.operations.synchronization_template import (
    SynchronizationTemplateOperations as SynchronizationTemplateOperations,
)

from . import provisioning as provisioning

__all__ = [
    "AsyncBulkUploadOperations",
    "AsyncDirectoryDefinitionOperations",
    "AsyncProvisioningConnectorOperations",
    "AsyncSynchronizationJobOperations",
    "AsyncSynchronizationOperations",
    "AsyncSynchronizationSchemaOperations",
    "AsyncSynchronizationTemplateOperations",
    "BulkUploadOperations",
    "DirectoryDefinitionOperations",
    "ProvisioningConnectorOperations",
    "SynchronizationJobOperations",
    "SynchronizationOperations",
    "SynchronizationSchemaOperations",
    "SynchronizationTemplateOperations",
    "provisioning",
]
