"""Damaged pages: nothing raises, and every row is in the schema or in a diagnostic.

The pages are those of docs_src, and those of the corpus if it is next to the checkout. For a long
run: `pytest tests/properties/test_damage.py --hypothesis-profile=long`.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from random import Random

from damage import body_rows, damaged
from hypothesis import given
from hypothesis import strategies as st

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

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "docs_src", ROOT.parent / "shared" / "corpus" / "v1.0")
CLAIM = re.compile(
    r'"blockType"\s*:\s*"resource"'
    r'|\A---\n(?:(?!---|\.\.\.)[\w-].*\n)*?doc_type:\s*"?(?:resource|enum)'
)


@cache
def contents() -> tuple[str, ...]:
    """Return the contents of the pages to damage."""
    files = (file for folder in FOLDERS for file in folder.glob("resources/*.md"))
    return tuple(file.read_text("utf-8-sig") for file in sorted(files))


def page_set(number: int) -> dict[str, str]:
    """Return three damaged pages, the last made of two; they depend on `number` only."""
    chance = Random(number)  # noqa: S311 - reproducible
    first, second, third, fourth = chance.choices(contents(), k=4)
    pages = (first, second, f"{third}\n{fourth}")
    return {f"{n}.md": damaged(page, number + n) for n, page in enumerate(pages)}


@given(st.integers(0, 2**40))
def test_every_row_of_damaged_pages_is_in_the_schema_or_in_a_diagnostic(
    number: int,
) -> None:
    pages = page_set(number)
    schema, diagnostics = read(pages)
    known = {(each.path, each.span.line) for each in diagnostics}
    known.update((source.path, source.line) for source in row_sources(schema))
    types = {source.path for one in schema.types for source in one.sources}
    of_types = [path for path, page in pages.items() if CLAIM.search(page)]
    for path in {*types, *of_types} & pages.keys():
        rows = body_rows(pages[path])
        assert [row for row in rows if (path, row[0]) not in known] == []


def read(pages: dict[str, str]) -> tuple[Schema, Sequence[Diagnostic]]:
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
    for one in schema.types:
        for row in rows_of(one):
            yield from (row.source, *row.sources)


def rows_of(one: Type) -> Iterator[Property | Operation | Member]:
    if isinstance(one, EnumType):
        yield from one.members
    else:
        yield from (*one.properties, *one.navigation_properties, *one.operations)
