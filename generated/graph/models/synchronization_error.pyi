from dataclasses import dataclass

from graph._codec import Model

@dataclass(kw_only=True)
class SynchronizationError(Model):
    code: str | None = None
    message: str | None = None
    tenant_actionable: bool | None = None
