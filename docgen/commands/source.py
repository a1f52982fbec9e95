"""What a source must be for anything to be written from it, or removed."""

import os

from docgen.config import ConfigError, Target


def refuse_missing_source(target: Target) -> None:
    """Refuse what would make half of the output stale: a source that is not checked out."""
    for source in target.source:
        if not os.path.lexists(source):
            raise ConfigError(f"`source` names `{source}`, which does not exist")


def refuse_empty(target: Target, pages: int) -> None:
    """Refuse a source without a page that can be read: all that was written would go."""
    if not pages:
        sources = ", ".join(f"`{source}`" for source in target.source)
        raise ConfigError(
            f"no page that can be read lies in {sources}; nothing was written or removed"
        )
