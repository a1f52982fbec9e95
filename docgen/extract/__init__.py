"""Extract what one page declares: a `Page` in, `Declarations` out."""

from docgen.extract.stage import extract

__all__ = ["extract"]
