"""Resolve the declarations of a page set to one schema, in which all names resolve."""

from docgen.resolve.stage import resolve

__all__ = ["resolve"]
