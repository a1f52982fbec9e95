"""Resolve: the `Declarations` of a whole page set in, one `Schema` out, in which names resolve."""

from docgen.schema.resolve.stage import resolve

__all__ = ["resolve"]
