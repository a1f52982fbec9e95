"""The pages of the last complete run: what a page declared then is used while it can't be read.

A record has the digest of each page that an output folder was generated from. The declarations of
that content are in the store of the memo, unless the cache was deleted or docgen changed; then
`docgen.output.dependents` determines which files are left unchanged.
"""

from collections.abc import Iterable, Iterator, Mapping

from docgen.build.memo import record_name
from docgen.build.store import Store
from docgen.pages.page_set import PageFile, is_within

Digests = Mapping[str, str]
"""The digests of pages, by path."""


def last_digests(output: str, store: Store) -> Digests:
    """Return the digests of the pages that an output folder was generated from."""
    return store.record(record_name("pages", output), dict[str, str]) or {}


def remember_digests(output: str, digests: Digests, store: Store) -> None:
    """Record the pages that an output folder was generated from."""
    store.write_record(record_name("pages", output), digests)


def last_versions(
    digests: Digests, unreadable: Iterable[str], read: Iterable[PageFile]
) -> Iterator[PageFile]:
    """Yield the last version of each page that can't be read, without its content.

    `unreadable` are pages and folders; `read` are pages that could be read.
    """
    folders = [*unreadable]
    known = {page.path for page in read}
    for path, digest in digests.items():
        if path not in known and is_within(path, folders):
            yield PageFile(path=path, location="", digest=digest)
