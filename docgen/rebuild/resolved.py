"""The schema of a page set that was read: only pages that no cache knows are gone through."""

from docgen.diagnostics import Checked
from docgen.pipeline import schema_from
from docgen.rebuild.declared import declared_in
from docgen.rebuild.hands import Hands
from docgen.rebuild.identity import Identity, identity
from docgen.rebuild.work import Work
from docgen.schema.model import Schema


def resolved(work: Work, known: Identity | None = None) -> Checked[Schema]:
    """Give the schema, and keep what its pages declare; `known` is the identity, if it is."""
    hands = Hands(asked=work.workers)
    own, facts = known or identity(work.target, None), work.cache.facts
    declared = declared_in(work.page_set, own, facts, work.progress, hands)
    schema = schema_from(declared, work.target.entity_base, is_whole=work.is_whole)
    if facts.keep():
        work.cache.tidy()
    return schema
