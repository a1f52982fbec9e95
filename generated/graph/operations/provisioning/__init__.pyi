from graph.operations.provisioning.run import RunOperations as RunOperations

__all__ = [
    "RunOperations",
]
