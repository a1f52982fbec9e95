"""From pages to their schema: only what no cache knows is gone through."""

from collections.abc import Sequence

from docgen.diagnostics import Result
from docgen.pipeline import schema_from
from docgen.rebuild.declared import declared
from docgen.rebuild.identity import Identity, identity
from docgen.rebuild.leftovers import leave
from docgen.rebuild.means import Means
from docgen.rebuild.now import PageNow, as_read
from docgen.rebuild.united import Uniting
from docgen.rebuild.work import Work
from docgen.schema.model import Schema


def resolved(work: Work, known: Identity | None = None) -> Result[Schema]:
    """Give the schema, and keep what its pages declare; `known` is the identity, if it is."""
    means = Means(
        identity=known or identity(work.target, None),
        facts=work.cache.facts,
        progress=work.progress,
        hands=work.hands,
    )
    pages = [*map(as_read, work.page_set.pages)]
    base = work.target.entity_base
    _, schema = resolved_pages(pages, base, means, is_whole=work.is_whole)
    if means.facts.keep():
        work.cache.tidy()
    return schema


def resolved_pages(
    pages: Sequence[PageNow], entity_base: str, means: Means, *, is_whole: bool
) -> tuple[tuple[PageNow, ...], Result[Schema]]:
    """Give the pages as they were when they were read, and their schema."""
    found = declared(pages, means)
    digests = {page.path: page.seen.digest for page, _ in found}
    schema = schema_from(
        (one for _, one in found),
        entity_base,
        is_whole=is_whole,
        unite=Uniting(means.identity, digests, means.facts),
    )
    leave(found)
    return tuple(page for page, _ in found), schema
