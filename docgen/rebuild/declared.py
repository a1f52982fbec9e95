"""What each page declares: from the store where it is known there, else from the page."""

from collections.abc import Sequence
from typing import TypeAlias

import msgspec

from docgen.diagnostics import Code, Result, diagnostic
from docgen.extract.declarations import Declarations
from docgen.pages.page_set import PageFile
from docgen.pipeline import declarations_of
from docgen.rebuild.blobs import Blobs
from docgen.rebuild.identity import Identity
from docgen.rebuild.means import Means
from docgen.rebuild.now import PageNow, opened
from docgen.source import START
from docgen.workers.crew import Died
from docgen.workers.number import number_of_workers
from docgen.workers.share import shared_out

Declared: TypeAlias = tuple[PageNow, Result[Declarations]]
"""A page as it was when it was read, and what it declares."""

_DECODER = msgspec.msgpack.Decoder(Result[Declarations])


def page_key(page: PageNow, identity: Identity) -> bytes:
    """Give the key of what a page declares; all but its path is of one length."""
    return b"page" + identity.code + f"{page.seen.digest}{page.path}".encode()


def declared(pages: Sequence[PageNow], means: Means) -> list[Declared]:
    """Give what each page declares, sorted by path; pages that are not known are shared out.

    While others read what is new, this process takes from the store what is known.
    """
    facts, identity, hands = means.facts, means.identity, means.hands
    keys = {page.path: page_key(page, identity) for page in pages}
    new = [opened(page) for page in pages if not facts.has(keys[page.path])]
    number = number_of_workers(len(new), hands.asked)
    if number:  # what is imported now, no worker imports
        declarations_of(PageFile(path="", shown="", content=b""))
    is_new = {page.path for page in new}
    with shared_out(new, _read, _DECODER, number, hands.aside) as found:
        known = [
            (page, facts.value(keys[page.path], _DECODER))
            for page in pages
            if page.path not in is_new
        ]
        shown = means.progress(new, "reading pages")
        read = [
            _kept(page, one, identity, facts)
            for page, one in zip(shown, found, strict=True)
        ]
    damaged = [opened(page) for page, one in known if one is None]
    read += [_kept(page, _read(page), identity, facts) for page in damaged]
    read += [(page, one) for page, one in known if one]
    return sorted(read, key=lambda one: one[0].path)


def _read(page: PageNow) -> Result[Declarations]:
    file = PageFile(path=page.path, shown="", content=page.content or b"")
    return declarations_of(file)


def _kept(
    page: PageNow,
    found: Result[Declarations] | Died,
    identity: Identity,
    blobs: Blobs,
) -> Declared:
    if isinstance(found, Died):
        return page, _lost(page.path, found)
    bug = Code.UNREADABLE_PAGE.value.name
    if not any(one.code == bug for one in found.diagnostics):
        blobs.put(page_key(page, identity), found)
    return page, found


def _lost(path: str, died: Died) -> Result[Declarations]:
    message = f"the page could not be read: the process that read it {died.how}"
    advice = "run again; if the memory is short, with `-j 1`"
    told = diagnostic(Code.UNREADABLE_PAGE, message, path, START, advice)
    return Result(Declarations(path=path, types=(), links=()), (told,))
