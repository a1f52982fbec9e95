"""The model of `microsoft.graph.attributeMappingSource`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph._codec import Model

if TYPE_CHECKING:
    from graph.models.attribute_mapping_source_type import AttributeMappingSourceType
    from graph.models.string_key_attribute_mapping_source_value_pair import (
        StringKeyAttributeMappingSourceValuePair,
    )


@dataclass(kw_only=True, repr=False)
class AttributeMappingSource(Model):
    """Describes where the value of a mapped attribute comes from.

    A source can be nested: each parameter of a function is a source again.

    See `resources/synchronization-attributemappingsource.md`.
    """

    expression: str | None = None
    """The whole source as one line of text, for example Append([alias],
    "@contoso.com"). Where several parameters are possible, the pattern shows them as
    [a]|[b]. Nullable.
    """

    name: str | None = None
    """Depending on type: name of the source attribute, the constant itself, or name of
    the function.
    """

    parameters: list[StringKeyAttributeMappingSourceValuePair] | None = None
    """What the function is called with, in the order of its signature.

    Empty unless type is Function.
    """

    type: AttributeMappingSourceType | None = None
    """Describes how the other properties are read. Required. Not nullable."""
