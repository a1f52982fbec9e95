"""What each page declares: from the store where it is known there, else from the page."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

import msgspec

from docgen.diagnostics import Checked, Code, diagnostic
from docgen.pages.page_set import PageFile, PageSet
from docgen.pipeline import declarations_of
from docgen.rebuild.blobs import Blobs
from docgen.rebuild.hands import Hands
from docgen.rebuild.identity import Identity
from docgen.rebuild.now import Now, PageNow, as_read, opened
from docgen.rebuild.result import Progress
from docgen.schema.declarations import Declarations
from docgen.source import START
from docgen.workers.crew import Died
from docgen.workers.number import number_of_workers
from docgen.workers.share import shared_out

Declared: TypeAlias = tuple[PageNow, Checked[Declarations]]
"""A page as it was when it was read, and what it declares."""

_DECODER = msgspec.msgpack.Decoder(Checked[Declarations])


def page_key(page: PageNow, identity: Identity) -> bytes:
    """Give the key of what a page declares; all but its path is of one length."""
    return b"page" + identity.code + f"{page.seen.digest}{page.path}".encode()


def declared(
    now: Now,
    identity: Identity,
    blobs: Blobs,
    progress: Progress,
    hands: Hands,
) -> list[Declared]:
    """Give what each page declares, sorted by path; pages that are not known are shared out."""
    return _declared(now.pages, identity, blobs, progress, hands)


def declared_in(
    page_set: PageSet,
    identity: Identity,
    blobs: Blobs,
    progress: Progress,
    hands: Hands,
) -> Iterator[Checked[Declarations]]:
    """Give likewise what each page of a set declares that was read already."""
    pages = [*map(as_read, page_set.pages)]
    found = _declared(pages, identity, blobs, progress, hands)
    return (one for _, one in found)


def _declared(
    now: Sequence[PageNow],
    identity: Identity,
    blobs: Blobs,
    progress: Progress,
    hands: Hands,
) -> list[Declared]:
    """While others read what is new, this process takes from the store what is known."""
    keys = {page.path: page_key(page, identity) for page in now}
    new = [opened(page) for page in now if not blobs.has(keys[page.path])]
    number = number_of_workers(len(new), hands.asked)
    if number:  # what is imported now, no worker imports
        declarations_of(PageFile(path="", shown="", content=b""))
    is_new = {page.path for page in new}
    with shared_out(new, _read, _DECODER, number, hands.aside) as found:
        known = [
            (page, blobs.value(keys[page.path], _DECODER))
            for page in now
            if page.path not in is_new
        ]
        pages = zip(progress(new, "reading pages"), found, strict=True)
        read = [_kept(page, one, identity, blobs) for page, one in pages]
    damaged = [opened(page) for page, one in known if one is None]
    read += [_kept(page, _read(page), identity, blobs) for page in damaged]
    read += [(page, one) for page, one in known if one]
    return sorted(read, key=lambda one: one[0].path)


def _read(page: PageNow) -> Checked[Declarations]:
    file = PageFile(path=page.path, shown="", content=page.content or b"")
    return declarations_of(file)


def _kept(
    page: PageNow,
    found: Checked[Declarations] | Died,
    identity: Identity,
    blobs: Blobs,
) -> Declared:
    if isinstance(found, Died):
        return page, _lost(page.path, found)
    bug = Code.UNREADABLE_PAGE.value.name
    if not any(one.code == bug for one in found.diagnostics):
        blobs.put(page_key(page, identity), found)
    return page, found


def _lost(path: str, died: Died) -> Checked[Declarations]:
    message = f"the page could not be read: the process that read it {died.how}"
    advice = "run again; if the memory is short, with `-j 1`"
    told = diagnostic(Code.UNREADABLE_PAGE, message, path, START, advice)
    return Checked(Declarations(path=path, types=(), links=()), (told,))
