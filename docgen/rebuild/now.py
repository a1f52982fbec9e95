"""The pages as they are now; those that are as they were last time are not opened."""

import time
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from docgen.cache.status import Status, is_sure, status_of
from docgen.config import Target
from docgen.diagnostics import Diagnostic
from docgen.digests import digest
from docgen.overlay import NOTHING_ELSE, Overlay
from docgen.pages.find import Trouble
from docgen.pages.page_set import PageFile
from docgen.pages.read import Sight, alike, content_of, sighted, unreadable


class Seen(Struct, frozen=True, array_like=True):
    """What was seen of a file: its status, taken before a look inside, and what was in it."""

    status: Status
    digest: str


class PageNow(Struct, frozen=True, kw_only=True):
    """A page that can be read; `content` is `None` where it is known without opening it."""

    path: str
    location: str
    seen: Seen
    content: bytes | None = None


class Now(Struct, frozen=True, kw_only=True):
    """The pages of a target, sorted by path, and when the look at them began."""

    begun: int
    sight: Sight
    pages: tuple[PageNow, ...]
    diagnostics: tuple[Diagnostic, ...]


def looked_at(
    target: Target, last: Mapping[str, Seen], overlay: Overlay = NOTHING_ELSE
) -> Now:
    """Look at the pages of a target; `last` is what was seen before, and is sure."""
    begun = time.time_ns()
    sight = sighted(target.source, target.exclude, target.folder, overlay)
    pages: list[PageNow] = []
    diagnostics = [*sight.diagnostics]
    for one in sight.pages:
        content = overlay.get(one.location)
        page = (
            _page(one.path, one.location, last.get(one.location))
            if content is None
            else _read(one.path, one.location, _GONE, content)
        )
        if isinstance(page, Trouble):
            diagnostics.append(unreadable(one.path, page))
        else:
            pages.append(page)
    pages.sort(key=lambda page: page.path)
    diagnostics += alike(page.path for page in pages)
    return Now(
        begun=begun, sight=sight, pages=tuple(pages), diagnostics=tuple(diagnostics)
    )


def _page(path: str, location: str, last: Seen | None) -> PageNow | Trouble:
    status = status_of(location, is_followed=True)
    if last and status == last.status:
        return PageNow(path=path, location=location, seen=last)
    content = content_of(location)
    if isinstance(content, Trouble):
        return content
    return _read(path, location, status or _GONE, content)


_GONE: Status = (0, 0, 0, 0, 0)
"""The status of what was read and could not be looked at; no file has it."""


def _read(path: str, location: str, status: Status, content: bytes) -> PageNow:
    seen = Seen(status, digest(content))
    return PageNow(path=path, location=location, seen=seen, content=content)


def as_read(page: PageFile) -> PageNow:
    """Give a page that was read already; nothing is seen of where it lies."""
    return _read(page.path, "", _GONE, page.content)


def opened(page: PageNow) -> PageNow:
    """Give a page with its content; raises `OSError` where it went away meanwhile."""
    if page.content is not None:
        return page
    content = content_of(page.location)
    if isinstance(content, Trouble):
        raise OSError(0, content.reason, page.location)
    return replace(page, content=content, seen=Seen(_GONE, digest(content)))


def sure(seen: Mapping[str, Seen], begun: int) -> dict[str, Seen]:
    """Give what can be told from anything else by its status alone."""
    return {name: one for name, one in seen.items() if is_sure(one.status, begun)}
