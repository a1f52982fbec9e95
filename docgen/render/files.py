"""The files that a run wants to see in the output folder."""

from msgspec import Struct


class GeneratedFile(Struct, frozen=True, kw_only=True):
    """One text file.

    `path` is relative to the output folder, with `/` between its parts; `pages` are the paths of
    the pages that the text was made from, sorted.
    """

    path: str
    text: str
    pages: tuple[str, ...]
