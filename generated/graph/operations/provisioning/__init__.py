"""The operations in `graph.operations.provisioning`, each loaded when it is first asked
for.
"""

from graph._lazy import attach

__getattr__, __dir__, __all__ = attach(__name__)
