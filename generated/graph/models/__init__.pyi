from graph._codec import Model
from graph._enums import OpenEnum
from graph.models.attribute_definition import AttributeDefinition as AttributeDefinition
from graph.models.attribute_definition_metadata import (
    AttributeDefinitionMetadata as AttributeDefinitionMetadata,
)
from graph.models.attribute_definition_metadata_entry import (
    AttributeDefinitionMetadataEntry as AttributeDefinitionMetadataEntry,
)
from graph.models.attribute_flow_behavior import (
    AttributeFlowBehavior as AttributeFlowBehavior,
)
from graph.models.attribute_flow_type import AttributeFlowType as AttributeFlowType
from graph.models.attribute_mapping import AttributeMapping as AttributeMapping
from graph.models.attribute_mapping_source import (
    AttributeMappingSource as AttributeMappingSource,
)
from graph.models.attribute_mapping_source_type import (
    AttributeMappingSourceType as AttributeMappingSourceType,
)
from graph.models.attribute_type import AttributeType as AttributeType
from graph.models.bulk_upload import BulkUpload as BulkUpload
from graph.models.container_filter import ContainerFilter as ContainerFilter
from graph.models.directory_definition import DirectoryDefinition as DirectoryDefinition
from graph.models.directory_definition_discoverabilities import (
    DirectoryDefinitionDiscoverabilities as DirectoryDefinitionDiscoverabilities,
)
from graph.models.entity import Entity as Entity
from graph.models.filter import Filter as Filter
from graph.models.filter_clause import FilterClause as FilterClause
from graph.models.filter_group import FilterGroup as FilterGroup
from graph.models.filter_operand import FilterOperand as FilterOperand
from graph.models.group_filter import GroupFilter as GroupFilter
from graph.models.key_value_pair import KeyValuePair as KeyValuePair
from graph.models.mutability import Mutability as Mutability
from graph.models.object_definition import ObjectDefinition as ObjectDefinition
from graph.models.object_definition_metadata import (
    ObjectDefinitionMetadata as ObjectDefinitionMetadata,
)
from graph.models.object_definition_metadata_entry import (
    ObjectDefinitionMetadataEntry as ObjectDefinitionMetadataEntry,
)
from graph.models.object_flow_types import ObjectFlowTypes as ObjectFlowTypes
from graph.models.object_mapping import ObjectMapping as ObjectMapping
from graph.models.object_mapping_metadata import (
    ObjectMappingMetadata as ObjectMappingMetadata,
)
from graph.models.object_mapping_metadata_entry import (
    ObjectMappingMetadataEntry as ObjectMappingMetadataEntry,
)
from graph.models.provisioning_connector import (
    ProvisioningConnector as ProvisioningConnector,
)
from graph.models.quarantine_reason import QuarantineReason as QuarantineReason
from graph.models.referenced_object import ReferencedObject as ReferencedObject
from graph.models.scim_connector import ScimConnector as ScimConnector
from graph.models.string_key_attribute_mapping_source_value_pair import (
    StringKeyAttributeMappingSourceValuePair as StringKeyAttributeMappingSourceValuePair,
)
from graph.models.string_key_long_value_pair import (
    StringKeyLongValuePair as StringKeyLongValuePair,
)
from graph.models.string_key_string_value_pair import (
    StringKeyStringValuePair as StringKeyStringValuePair,
)
from graph.models.synchronization import Synchronization as Synchronization
from graph.models.synchronization_custom_data import (
    SynchronizationCustomData as SynchronizationCustomData,
)
from graph.models.synchronization_error import (
    SynchronizationError as SynchronizationError,
)
from graph.models.synchronization_job import SynchronizationJob as SynchronizationJob
from graph.models.synchronization_metadata import (
    SynchronizationMetadata as SynchronizationMetadata,
)
from graph.models.synchronization_metadata_entry import (
    SynchronizationMetadataEntry as SynchronizationMetadataEntry,
)
from graph.models.synchronization_progress import (
    SynchronizationProgress as SynchronizationProgress,
)
from graph.models.synchronization_quarantine import (
    SynchronizationQuarantine as SynchronizationQuarantine,
)
from graph.models.synchronization_rule import SynchronizationRule as SynchronizationRule
from graph.models.synchronization_schedule import (
    SynchronizationSchedule as SynchronizationSchedule,
)
from graph.models.synchronization_schedule_state import (
    SynchronizationScheduleState as SynchronizationScheduleState,
)
from graph.models.synchronization_schema import (
    SynchronizationSchema as SynchronizationSchema,
)
from graph.models.synchronization_secret import (
    SynchronizationSecret as SynchronizationSecret,
)
from graph.models.synchronization_secret_key_string_value_pair import (
    SynchronizationSecretKeyStringValuePair as SynchronizationSecretKeyStringValuePair,
)
from graph.models.synchronization_status import (
    SynchronizationStatus as SynchronizationStatus,
)
from graph.models.synchronization_status_code import (
    SynchronizationStatusCode as SynchronizationStatusCode,
)
from graph.models.synchronization_task_execution import (
    SynchronizationTaskExecution as SynchronizationTaskExecution,
)
from graph.models.synchronization_task_execution_result import (
    SynchronizationTaskExecutionResult as SynchronizationTaskExecutionResult,
)
from graph.models.synchronization_template import (
    SynchronizationTemplate as SynchronizationTemplate,
)

from . import provisioning as provisioning

__all__ = [
    "AttributeDefinition",
    "AttributeDefinitionMetadata",
    "AttributeDefinitionMetadataEntry",
    "AttributeFlowBehavior",
    "AttributeFlowType",
    "AttributeMapping",
    "AttributeMappingSource",
    "AttributeMappingSourceType",
    "AttributeType",
    "BulkUpload",
    "ContainerFilter",
    "DirectoryDefinition",
    "DirectoryDefinitionDiscoverabilities",
    "Entity",
    "Filter",
    "FilterClause",
    "FilterGroup",
    "FilterOperand",
    "GroupFilter",
    "KeyValuePair",
    "Mutability",
    "ObjectDefinition",
    "ObjectDefinitionMetadata",
    "ObjectDefinitionMetadataEntry",
    "ObjectFlowTypes",
    "ObjectMapping",
    "ObjectMappingMetadata",
    "ObjectMappingMetadataEntry",
    "ProvisioningConnector",
    "QuarantineReason",
    "ReferencedObject",
    "ScimConnector",
    "StringKeyAttributeMappingSourceValuePair",
    "StringKeyLongValuePair",
    "StringKeyStringValuePair",
    "Synchronization",
    "SynchronizationCustomData",
    "SynchronizationError",
    "SynchronizationJob",
    "SynchronizationMetadata",
    "SynchronizationMetadataEntry",
    "SynchronizationProgress",
    "SynchronizationQuarantine",
    "SynchronizationRule",
    "SynchronizationSchedule",
    "SynchronizationScheduleState",
    "SynchronizationSchema",
    "SynchronizationSecret",
    "SynchronizationSecretKeyStringValuePair",
    "SynchronizationStatus",
    "SynchronizationStatusCode",
    "SynchronizationTaskExecution",
    "SynchronizationTaskExecutionResult",
    "SynchronizationTemplate",
    "lookup",
    "lookup_enum",
    "provisioning",
]

def lookup(name: str) -> type[Model]: ...
def lookup_enum(name: str) -> type[OpenEnum]: ...
