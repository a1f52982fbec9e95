"""Generated files, and the folder of docgen's own templates."""

import os
from functools import cache

from msgspec import Struct


class GeneratedFile(Struct, frozen=True, kw_only=True):
    """A generated file.

    `path` is relative to the output folder, with `/` between its parts; `pages` are the paths of
    the pages that declare its type, sorted.
    """

    path: str
    content: str
    pages: tuple[str, ...]


@cache
def own_templates() -> str:
    """Return the folder of templates: in the installed package, or next to it in a checkout."""
    package = os.path.dirname(os.path.dirname(__file__))
    inside = os.path.join(package, "templates")
    return (
        inside
        if os.path.isdir(inside)
        else os.path.join(os.path.dirname(package), "templates")
    )
