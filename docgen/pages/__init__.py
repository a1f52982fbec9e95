"""Read: from the paths that a user names to the bytes of each page."""

from docgen.pages.find import Trouble
from docgen.pages.page_set import (
    STANDARD_INPUT,
    PageFile,
    PageSet,
    is_within,
    named_paths,
    shown_folder,
)
from docgen.pages.read import (
    Sight,
    alike,
    content_of,
    named_twice,
    page_file,
    read,
    set_of,
    sighted,
    unreadable,
)

__all__ = [
    "STANDARD_INPUT",
    "PageFile",
    "PageSet",
    "Sight",
    "Trouble",
    "alike",
    "content_of",
    "is_within",
    "named_paths",
    "named_twice",
    "page_file",
    "read",
    "set_of",
    "shown_folder",
    "sighted",
    "unreadable",
]
