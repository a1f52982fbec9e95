"""The model of `microsoft.graph.synchronizationRule`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph._codec import Model

if TYPE_CHECKING:
    from graph.models.container_filter import ContainerFilter
    from graph.models.group_filter import GroupFilter
    from graph.models.object_mapping import ObjectMapping
    from graph.models.string_key_string_value_pair import StringKeyStringValuePair


@dataclass(kw_only=True, repr=False)
class SynchronizationRule(Model):
    """Describes what is synchronized from one directory to another.

    A synchronizationSchema has one rule for each direction and pair of directories.

    See `resources/synchronization-synchronizationrule.md`.
    """

    container_filter: ContainerFilter | None = None
    """Narrows the rule to certain containers of the source. Nullable."""

    editable: bool | None = None
    """Whether an administrator can change the rule.

    Rules that the template keeps for itself can only be looked at. Not nullable. The
    default value is true.
    """

    group_filter: GroupFilter | None = None
    """Narrows the rule to members of certain groups. Nullable."""

    id: str | None = None
    """Identifies the rule within its schema.

    Must look like a GUID, and stays the same for as long as the rule exists.
    """

    metadata: list[StringKeyStringValuePair] | None = None
    """Further settings of the rule, under names that the template chooses."""

    name: str | None = None
    """A name for people. Nullable."""

    object_mappings: list[ObjectMapping] | None = None
    """Which kinds of objects are synchronized, and how."""

    priority: int | None = None
    """Where two rules write to the same object, the one with the smaller number wins.

    Not nullable. The default value is 1.
    """

    source_directory_name: str | None = None
    """Name of the directory that objects are read from."""

    target_directory_name: str | None = None
    """Name of the directory that objects are written to."""
