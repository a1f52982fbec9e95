"""Generated files, and the folder of docgen's own templates."""

import os
from functools import cache

from msgspec import Struct


class GeneratedFile(Struct, frozen=True, kw_only=True):
    """One text file.

    `path` is relative to the output folder, with `/` between its parts; `pages` are the paths of
    the pages that the text was made from, sorted.
    """

    path: str
    text: str
    pages: tuple[str, ...]


@cache
def own_templates() -> str:
    """Find the folder of templates: inside the package when installed, beside it in a checkout."""
    package = os.path.dirname(os.path.dirname(__file__))
    inside = os.path.join(package, "templates")
    return (
        inside
        if os.path.isdir(inside)
        else os.path.join(os.path.dirname(package), "templates")
    )
