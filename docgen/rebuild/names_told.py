"""What is told of the names of Python: types that are as they were are not lowered for it again."""

from collections.abc import Iterator

from msgspec import Struct

from docgen.config import Target
from docgen.diagnostics import Diagnostic
from docgen.rebuild.cache import LOWERED, SourcesCache
from docgen.rebuild.identity import Identity
from docgen.rebuild.lowered import Lowered, lowered
from docgen.schema.model import Schema


class LoweredBefore(Struct, frozen=True, kw_only=True):
    """What came of all types, and a digest of what this depends on beside the schema."""

    around: bytes
    lowered: Lowered


def names_told(
    schema: Schema,
    target: Target,
    identity: Identity,
    around: bytes,
    cache: SourcesCache,
) -> Iterator[Diagnostic]:
    """Give what is told of names, and keep what came of each type."""
    last = cache.known(LOWERED, LoweredBefore)
    before = last.lowered if last and last.around == around else None
    done, _ = lowered(schema, target, identity, before)
    cache.keep(LOWERED, LoweredBefore(around=around, lowered=done))
    return done.notes
