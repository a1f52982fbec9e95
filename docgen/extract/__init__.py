"""Extract: a `Page` in, the `Declarations` of that page out; no other page is looked at."""

from docgen.extract.stage import extract

__all__ = ["extract"]
