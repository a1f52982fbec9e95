"""Reading pages as strings, without files, and the sources of the rows in a schema."""

import re
from collections.abc import Iterator, Sequence

from docgen.diagnostics import Diagnostic
from docgen.extract.declarations import Declarations
from docgen.extract.stage import extract
from docgen.markdown.parse import parse
from docgen.resolve import resolve
from docgen.schema.model import (
    EnumType,
    Member,
    Operation,
    Property,
    Schema,
    Source,
    Type,
)

CLAIM = re.compile(
    r'"blockType"\s*:\s*"resource"'
    r'|\A---\n(?:(?!---|\.\.\.)[\w-].*\n)*?doc_type:\s*"?(?:resource|enum)'
)
"""What pages have that say that they declare a type."""


def read(pages: dict[str, str]) -> tuple[Schema, Sequence[Diagnostic]]:
    """Return the schema and the diagnostics of pages by path."""
    diagnostics: list[Diagnostic] = []
    declared: list[Declarations] = []
    for path, text in pages.items():
        parsed = parse(path, text.encode("utf-8", "surrogatepass"))
        found = extract(parsed.value)
        declared.append(found.value)
        diagnostics += (*parsed.diagnostics, *found.diagnostics)
    resolved = resolve(declared, "microsoft.graph.entity", is_whole=True)
    return resolved.value, (*diagnostics, *resolved.diagnostics)


def row_sources(schema: Schema) -> Iterator[Source]:
    """Return the places of the rows of all types."""
    for one in schema.types:
        for row in rows_of(one):
            yield from (row.source, *row.sources)


def rows_of(one: Type) -> Iterator[Property | Operation | Member]:
    if isinstance(one, EnumType):
        yield from one.members
    else:
        yield from (*one.properties, *one.navigation_properties, *one.operations)
