"""Fixes: what corrects a diagnostic, as edits of its page, and their application.

A fix is made of a diagnostic and the text of its page, so stages and caches don't know of fixes.
"""

from docgen.fixes.engine import AppliedFix, Fixed, fix_pages
from docgen.fixes.fix import Edit, Fix, Position
from docgen.fixes.make import fix_of
from docgen.fixes.page_text import PageText
from docgen.fixes.trial import Linted

__all__ = [
    "AppliedFix",
    "Edit",
    "Fix",
    "Fixed",
    "Linted",
    "PageText",
    "Position",
    "fix_of",
    "fix_pages",
]
