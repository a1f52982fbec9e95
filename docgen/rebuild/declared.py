"""What each page declares: from the store where it is known there, else from the page."""

from collections.abc import Iterator
from typing import TypeAlias

import msgspec

from docgen.cache.store import key
from docgen.diagnostics import Checked, Code
from docgen.pages.page_set import PageSet
from docgen.pages.read import page_file
from docgen.pipeline import declarations_of
from docgen.rebuild.blobs import Blobs
from docgen.rebuild.identity import Identity
from docgen.rebuild.now import Now, PageNow, opened
from docgen.rebuild.result import Progress
from docgen.schema.declarations import Declarations

Declared: TypeAlias = tuple[PageNow, Checked[Declarations]]
"""A page as it was when it was read, and what it declares."""

_DECODER = msgspec.msgpack.Decoder(Checked[Declarations])


def page_key(page: PageNow, identity: Identity) -> bytes:
    """Give the key of what a page declares."""
    return key(b"page", identity.code, page.path.encode(), page.seen.digest.encode())


def declared(
    now: Now, identity: Identity, blobs: Blobs, progress: Progress
) -> Iterator[Declared]:
    """Give what each page declares, page by page."""
    for page in progress(now.pages, "reading pages"):
        known = blobs.value(page_key(page, identity), _DECODER)
        if known:
            yield page, known
        else:
            yield _read(page, now.sight.page_set, identity, blobs)


def _read(
    page: PageNow, page_set: PageSet, identity: Identity, blobs: Blobs
) -> Declared:
    read = opened(page)
    found = declarations_of(page_file(page_set, read.path, read.content or b""))
    bug = Code.UNREADABLE_PAGE.value.name
    if not any(one.code == bug for one in found.diagnostics):
        blobs.put(page_key(read, identity), found)
    return read, found
