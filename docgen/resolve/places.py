"""Places in words: where a page speaks of another place in, the words of a message out."""

from docgen.schema.model import Source


def elsewhere(page: str, source: Source) -> str:
    """Return the words for a place that differs from the one where a message on `page` points."""
    line = f"on line {source.line}"
    return line if source.path == page else f"{line} of `{source.path}`"
