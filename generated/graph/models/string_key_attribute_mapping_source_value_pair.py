"""The model of `microsoft.graph.stringKeyAttributeMappingSourceValuePair`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph._codec import Model

if TYPE_CHECKING:
    from graph.models.attribute_mapping_source import AttributeMappingSource


@dataclass(kw_only=True, repr=False)
class StringKeyAttributeMappingSourceValuePair(Model):
    """A parameter of a function in an attribute mapping, with the name that the
    function's signature gives it.

    See `resources/synchronization-stringkeyattributemappingsourcevaluepair.md`.
    """

    key: str | None = None
    """Name of the parameter."""

    value: AttributeMappingSource | None = None
    """Where the parameter's value comes from.

    This can be another function, so calls can be nested. Nullable.
    """
