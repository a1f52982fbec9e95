from graph.models.provisioning.run import Run as Run
from graph.models.provisioning.run_outcome import RunOutcome as RunOutcome
from graph.models.provisioning.run_step import RunStep as RunStep

__all__ = [
    "Run",
    "RunOutcome",
    "RunStep",
]
