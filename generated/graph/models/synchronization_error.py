"""The model of `microsoft.graph.synchronizationError`."""

from __future__ import annotations

from dataclasses import dataclass

from graph._codec import Model


@dataclass(kw_only=True, repr=False)
class SynchronizationError(Model):
    """Says what went wrong while a job ran, and whether the administrator of the tenant
    can do something about it.

    See `resources/synchronization-synchronizationerror.md`.
    """

    code: str | None = None
    """Short, stable name of the error, for programs."""

    message: str | None = None
    """The error in words, for people.

    Can change from one release to the next. Nullable.
    """

    tenant_actionable: bool | None = None
    """Whether the administrator of the tenant can fix the cause, for example by
    entering a new password. Otherwise only the developer of the application or support
    can. Not nullable.
    """
