"""The model of `microsoft.graph.keyValuePair`."""

from __future__ import annotations

from dataclasses import dataclass

from graph._codec import Model


@dataclass(kw_only=True, repr=False)
class KeyValuePair(Model):
    """A setting whose name is not known beforehand, together with its value.

    Used wherever a list of loosely typed settings is kept, such as those of a
    synchronization job.

    See `resources/keyvaluepair.md`.
    """

    name: str | None = None
    """Name of the setting.

    Names are compared without regard to case. Required. Not nullable.
    """

    value: str | None = None
    """Value of the setting, always as text. Nullable."""
