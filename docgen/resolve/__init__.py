"""Resolve: the `Declarations` of a whole page set in, one `Schema` out, in which names resolve."""

from docgen.resolve.stage import resolve
from docgen.resolve.structured import Unite, united_type

__all__ = ["Unite", "resolve", "united_type"]
