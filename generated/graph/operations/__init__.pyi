from graph.operations.bulk_upload import BulkUploadOperations as BulkUploadOperations
from graph.operations.directory_definition import (
    DirectoryDefinitionOperations as DirectoryDefinitionOperations,
)
from graph.operations.synchronization import (
    SynchronizationOperations as SynchronizationOperations,
)
from graph.operations.synchronization_job import (
    SynchronizationJobOperations as SynchronizationJobOperations,
)
from graph.operations.synchronization_schema import (
    SynchronizationSchemaOperations as SynchronizationSchemaOperations,
)
from graph.operations.synchronization_template import (
    SynchronizationTemplateOperations as SynchronizationTemplateOperations,
)

from . import provisioning as provisioning

__all__ = [
    "BulkUploadOperations",
    "DirectoryDefinitionOperations",
    "SynchronizationJobOperations",
    "SynchronizationOperations",
    "SynchronizationSchemaOperations",
    "SynchronizationTemplateOperations",
    "provisioning",
]
