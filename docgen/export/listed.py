"""The rows of methods tables for the operations of API pages."""

from collections.abc import Mapping
from typing import TypeAlias

from docgen.schema.model import Operation, QualifiedName, Schema, StructuredType

ListedRows: TypeAlias = Mapping[tuple[QualifiedName, str], Operation]
"""The rows of methods tables by their type and API page."""


def listed_rows(schema: Schema) -> ListedRows:
    """Return the rows of methods tables that link to an API page."""
    return {
        (one.name, row.api_page): row
        for one in schema.types
        if isinstance(one, StructuredType)
        for row in one.operations
        if row.api_page
    }
