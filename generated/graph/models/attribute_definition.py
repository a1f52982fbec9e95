"""The model of `microsoft.graph.attributeDefinition`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph._codec import Model

if TYPE_CHECKING:
    from graph.models.attribute_definition_metadata_entry import (
        AttributeDefinitionMetadataEntry,
    )
    from graph.models.attribute_type import AttributeType
    from graph.models.mutability import Mutability
    from graph.models.referenced_object import ReferencedObject
    from graph.models.string_key_string_value_pair import StringKeyStringValuePair


@dataclass(kw_only=True, repr=False)
class AttributeDefinition(Model):
    """Describes one attribute of an object, such as the mail address of a user: what it
    holds, whether it can be changed, and to which other objects it points. The
    attributes of an object are listed in its objectDefinition.

    See `resources/synchronization-attributedefinition.md`.
    """

    anchor: bool | None = None
    """Whether this attribute identifies objects.

    Exactly one attribute of an object is its anchor, and the value of an anchor never
    changes. Not nullable. The default value is false.
    """

    api_expressions: list[StringKeyStringValuePair] | None = None
    """Paths under which the APIs of the directory expose the attribute, one for each
    API that calls it by another name. Nullable.
    """

    case_exact: bool | None = None
    """Whether Smith and smith are different values of this attribute.

    Not nullable. The default value is false.
    """

    default_value: str | None = None
    """Value of the attribute for objects that have none."""

    flow_null_values: bool | None = None
    """Whether an empty source value is passed on, so that the target value is cleared.

    When this is false, the target keeps what it has. Not nullable.
    """

    metadata: list[AttributeDefinitionMetadataEntry] | None = None
    """Further settings of the attribute.

    They control the service and the user interface, and should keep the values of the
    template.
    """

    multivalued: bool | None = None
    """Whether an object can have several values of this attribute at the same time.

    Not nullable. The default value is false.
    """

    mutability: Mutability | None = None
    """What can be done to the attribute after the object exists.

    Not nullable. The default value is ReadWrite.
    """

    name: str | None = None
    """Name of the attribute, unique within its object. Required."""

    referenced_objects: list[ReferencedObject] | None = None
    """For an attribute of type Reference, the objects that it can point to.

    Empty for all others.
    """

    required: bool | None = None
    """Whether an object cannot be created without a value for this attribute.

    Not nullable. The default value is false.
    """

    type: AttributeType | None = None
    """Kind of value that the attribute holds. Not nullable."""
