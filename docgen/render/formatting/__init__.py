"""The form of Python: black's, proven line by line where that can be done, by black elsewhere."""

from docgen.render.formatting.by_black import NotPythonError, formatted
from docgen.render.formatting.proof import in_form

__all__ = ["NotPythonError", "formatted", "in_form"]
