from graph.operations.provisioning.run import AsyncRunOperations as AsyncRunOperations
from graph.operations.provisioning.run import RunOperations as RunOperations

__all__ = [
    "AsyncRunOperations",
    "RunOperations",
]
