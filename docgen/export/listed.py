"""The rows of methods tables for the operations of API pages."""

from collections.abc import Mapping
from typing import TypeAlias

from docgen.schema.model import Operation, QualifiedName, Schema, StructuredType

ListedRows: TypeAlias = Mapping[tuple[QualifiedName, str], Operation]
"""The rows of methods tables by their type and API page."""


def listed_rows(schema: Schema) -> ListedRows:
    """Return the rows of methods tables that link to an API page.

    Of several rows for one page, that is the first that does not link to one of its examples.
    """
    found: dict[tuple[QualifiedName, str], Operation] = {}
    for one in schema.types:
        for row in one.operations if isinstance(one, StructuredType) else ():
            if row.api_page:
                key = (one.name, row.api_page)
                is_better = key in found and found[key].anchor and not row.anchor
                if key not in found or is_better:
                    found[key] = row
    return found
