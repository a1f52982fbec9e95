"""Merging, imported where there is something to be merged."""

from typing import TYPE_CHECKING

from docgen.diagnostics import Checked

if TYPE_CHECKING:
    from docgen.edits import Merged


def merged(
    path: str, last: tuple[str, ...], theirs: str, todays: str | None
) -> "Checked[Merged]":
    """Give what a file is to hold, as `docgen.edits.merged` does."""
    from docgen.edits import merged

    return merged(path, last, theirs, todays)
