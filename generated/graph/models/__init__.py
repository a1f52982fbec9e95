"""The models in `graph.models`, each loaded when it is first asked for."""

from graph._lazy import attach, lookup, lookup_enum

__getattr__, __dir__, __all__ = attach(__name__, lookup, lookup_enum)
