"""Typed Python for `microsoft.graph`."""

from graph._lazy import attach_package

__getattr__, __dir__, __all__ = attach_package()
