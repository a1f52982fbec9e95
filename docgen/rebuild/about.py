"""All that there is to tell of a page set: as it was told before, where no page is another.

It goes by what is on the pages, so it does not matter where they lie: on the disk, or in an index.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from docgen.cache.store import key
from docgen.diagnostics import Code, Diagnostic, apply_suppressions, sort_diagnostics
from docgen.digests import digest
from docgen.rebuild.cache import ABOUT
from docgen.rebuild.identity import Identity, identity
from docgen.rebuild.work import Work


class About(Struct, frozen=True, kw_only=True):
    """What was told of a page set; `key` is a digest of all that this depends on."""

    identity: Identity
    key: bytes
    told: tuple[Diagnostic, ...]


def about(work: Work, troubles: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Give what is told of pages by all stages up to the names of Python.

    `troubles` were told of pages when they were read. What pages suppress is not told.
    """
    last = work.cache.known(ABOUT, About)
    own = identity(work.target, last.identity if last else None)
    around = _around(work, own)
    wanted = key(around, *_about_pages(work, troubles))
    if last and last.key == wanted:
        return last.told
    found = _found(work, own, around, troubles)
    if not any(map(_is_lost, found)):
        work.cache.keep(ABOUT, About(identity=own, key=wanted, told=found))
    return found


def _around(work: Work, own: Identity) -> bytes:
    target = work.target
    about = (target.package, target.flavour, target.entity_base, str(work.is_whole))
    return key(b"about", own.code, *(text.encode() for text in about))


def _about_pages(work: Work, troubles: Sequence[Diagnostic]) -> Iterator[bytes]:
    for page in work.page_set.pages:
        yield from (page.path.encode(), digest(page.content).encode())
    yield from (repr(one).encode() for one in troubles)


def _found(
    work: Work, own: Identity, around: bytes, troubles: Sequence[Diagnostic]
) -> tuple[Diagnostic, ...]:
    """Go through the stages; who finds nothing new needs none of them."""
    from docgen.rebuild.names_told import names_told
    from docgen.rebuild.resolved import resolved

    schema = resolved(work, own)
    names = names_told(schema.value, work.target, own, around, work.cache)
    found = (*troubles, *schema.diagnostics, *names)
    return sort_diagnostics(
        apply_suppressions(found, schema.suppressions, report_unused=work.is_whole)
    )


def _is_lost(one: Diagnostic) -> bool:
    """Tell whether there may be more to tell of a page the next time."""
    return one.code == Code.UNREADABLE_PAGE.value.name
