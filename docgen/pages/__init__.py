"""Read: from the paths that a user names to the bytes of each page."""

from docgen.pages.page_set import (
    STANDARD_INPUT,
    PageFile,
    PageSet,
    is_within,
    named_paths,
    shown_folder,
)
from docgen.pages.read import named_twice, read

__all__ = [
    "STANDARD_INPUT",
    "PageFile",
    "PageSet",
    "is_within",
    "named_paths",
    "named_twice",
    "read",
    "shown_folder",
]
