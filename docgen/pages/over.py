"""What was found at a path, set right by an overlay."""

import os
import re
from collections.abc import Iterable, Iterator

from docgen.overlay import Overlay
from docgen.pages.find import Excluded, Found, below, candidate, is_page_name


def over(
    path: str,
    found: Iterable[Found],
    overlay: Overlay,
    left_out: re.Pattern[str],
    left_out_from: str,
) -> Iterator[Found]:
    """Give what was found but for what does not count, then the pages that only the overlay has."""
    if not overlay:
        yield from found
        return
    known = set()
    for one in found:
        known.add(one.location)
        if overlay.get(one.location, b"") is not None:
            yield one
    for location, content in overlay.items():
        if content is None or location in known or not _is_page_below(path, location):
            continue
        matched = below(location, left_out_from)
        if left_out.fullmatch(matched):
            yield Excluded(location, matched)
        else:
            yield candidate(location, location, is_link=False)


def _is_page_below(top: str, location: str) -> bool:
    """Tell whether a walk from the top would come to a page there."""
    parts = below(location, top).split("/")
    is_hidden = any(part.startswith(".") for part in parts)
    return (
        location.startswith(os.path.join(top, ""))
        and not is_hidden
        and is_page_name(location)
    )
