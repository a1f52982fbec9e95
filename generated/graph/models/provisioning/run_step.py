"""The model of `microsoft.graph.provisioning.runStep`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph._codec import Model

if TYPE_CHECKING:
    import datetime as dt

    from graph.models.provisioning.run_outcome import RunOutcome
    from graph.models.synchronization_error import SynchronizationError


@dataclass(kw_only=True, repr=False)
class RunStep(Model):
    """One step of a run, such as reading all groups.

    See `resources/provisioning-runstep.md`.
    """

    elapsed: dt.timedelta | None = None
    """How long the step took, in ISO 8601 format. Not nullable."""

    error: SynchronizationError | None = None
    """What made the step fail, if something did. Nullable."""

    name: str | None = None
    """What the step does, in a few words."""

    outcome: RunOutcome | None = None
    """How the step ended. Nullable."""
