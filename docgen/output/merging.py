"""Merging, imported where there is something to be merged."""

from typing import TYPE_CHECKING

from docgen.diagnostics import Result

if TYPE_CHECKING:
    from docgen.edits.merge import MergeResult


def merged(
    path: str, last: tuple[str, ...], theirs: str, todays: str | None
) -> "Result[MergeResult]":
    """Give what a file is to hold, as `docgen.edits.merge.merge` does."""
    from docgen.edits.merge import merge

    return merge(path, last, theirs, todays)
