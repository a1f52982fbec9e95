"""Link targets: resolve the addresses on a page to the paths of pages in the page set."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from docgen.regex import Regex
from docgen.schema.url_paths import unquoted

_OUTSIDE = Regex(r"(?:[a-z][a-z0-9+.-]*:|/|~)", re.IGNORECASE)
_NOT_IN_ANCHOR = Regex(r"[^\w-]")
_HYPHENS = Regex(r"-{2,}")
_END_OF_PATH = Regex(r"[?#\s]")


def page_path(page: str, target: str) -> str | None:
    """Return the path that a relative link on `page` refers to.

    The result is `None` for addresses outside a page set (`https://…`, `/graph/…`) and for files
    that are not pages, and `page` itself for a bare `#anchor`.
    """
    path = _path(_folder(page), target)
    return path or (page if target and path == "" else None)


_folder = lru_cache(maxsize=16_384)(posixpath.dirname)


@lru_cache(maxsize=16_384)
def _path(folder: str, target: str) -> str | None:
    """Return the path that a link in a folder refers to, empty for the page with the link.

    Formatters write a backslash as `%5C`.
    """
    if _OUTSIDE.match(target) or len(target) > 1_000:
        return None
    relative = _END_OF_PATH.split(target, maxsplit=1)[0]
    relative = unquoted(relative).replace("\\", "/")
    if not relative:
        return ""
    if not relative.lower().endswith(".md"):
        return None
    return posixpath.normpath(posixpath.join(folder, relative))


def without_anchor(target: str) -> str:
    """Return the part of a target before its `#`; empty for a place on the same page."""
    return target.partition("#")[0]


def anchor(target: str) -> str:
    """Return the part of a target after its `#`, in lower case; empty without one."""
    return target.partition("#")[2].lower()


def heading_anchor(title: str) -> str:
    """Return the anchor of a heading on the web: `risklevel-values` of `riskLevel values`."""
    words = (_NOT_IN_ANCHOR.sub("", word) for word in title.lower().split())
    return "-".join(word for word in words if word)


def plain_anchor(anchor: str) -> str:
    """Return an anchor without repeated hyphens and those at the ends."""
    return _HYPHENS.sub("-", anchor).strip("-")


def heading_anchors(titles: Iterable[str]) -> tuple[str, ...]:
    """Return the anchor of each heading of a page; those of repeated titles are numbered."""
    counts: Counter[str] = Counter()
    found: list[str] = []
    for plain in map(heading_anchor, titles):
        number = counts[plain]
        counts[plain] += 1
        found.append(f"{plain}-{number}" if plain and number else plain)
    return tuple(found)


def stem(path: str) -> str:
    """Return the name of a file without its folder and suffix."""
    name = path.rpartition("/")[2]
    return name[:-3] if name.endswith(".md") else posixpath.splitext(name)[0]
