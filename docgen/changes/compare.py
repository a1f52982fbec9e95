"""Compare two versions of a schema.

What enters are two schemas, what leaves are their differences as sorted changes. A page that was
moved, a row in another place, and prose that was wrapped anew are not changes.
"""

from docgen.changes.model import Category, Change
from docgen.changes.operations import operation_changes
from docgen.changes.types import type_changes
from docgen.changes.versions import versions_of
from docgen.schema.model import Schema

_RANKS = {category: rank for rank, category in enumerate(Category)}


def compare_schemas(old: Schema, new: Schema) -> tuple[Change, ...]:
    """Return the changes between two versions, sorted by type, the breaking ones first."""
    versions = versions_of(old, new)
    found = [*type_changes(versions), *operation_changes(versions)]
    return tuple(sorted(dict.fromkeys(found), key=_order))


def _order(one: Change) -> tuple[str, bool, int, str, str]:
    rank = _RANKS[one.category]
    return one.type or "", not one.breaking, rank, one.member or "", one.message
