"""The order of rows and of sections."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise

from docgen.diagnostics import Code, Diagnostic, diagnostic, quote
from docgen.extract.cells import is_tail
from docgen.extract.tables import TableKind, table_kind
from docgen.extract.titles import normalized_title
from docgen.house_rules.page_kind import PageKind, page_kind, title_of_type
from docgen.markdown.page import Heading, Page, Row, Table
from docgen.natural_order import natural_key
from docgen.regex import Regex

_SORTED = frozenset({TableKind.PROPERTIES, TableKind.RELATIONSHIPS})
_BASIC_OPERATIONS = ("list", "create", "get", "update", "delete")
_ARTICLE = Regex(r"\s*(?:an?|the)\s+", re.IGNORECASE)
_PLURALS = (("ies", "y"), ("ses", "s"), ("s", ""))
_FIRST_WORD = Regex(r"[\W\d_]*([A-Za-z]+)")

_SECTIONS: Mapping[PageKind, tuple[tuple[str, ...], ...]] = {
    PageKind.RESOURCE: (
        ("methods",),
        ("properties",),
        ("relationships",),
        ("json representation",),
        ("see also", "related content"),
    ),
    PageKind.API: (
        ("permissions",),
        ("http request", "http requests"),
        ("function parameters", "path parameters"),
        ("optional query parameters", "query parameters"),
        ("request headers",),
        ("request body",),
        ("response",),
        ("example", "examples"),
        ("see also", "related content"),
    ),
}
"""The titles of sections, in the order of the guide."""


def unsorted_rows(page: Page) -> Iterator[Diagnostic]:
    """Report the first row of a group of properties that is not in alphabetical order."""
    for group in _groups(page, _SORTED):
        for before, row in pairwise(group):
            first, second = _name(before), _name(row)
            if first and second and _is_below(second, first):
                yield diagnostic(
                    Code.UNSORTED_ROWS,
                    f"{quote(second)} is below {quote(first)}, but rows are sorted by name",
                    page.path,
                    row.cells[0].span,
                    "sort the rows of the table by name",
                )
                break


def _is_below(name: str, other: str) -> bool:
    """Return whether a name precedes another, if its numbers count as such and if not."""
    first, second = name.casefold(), other.casefold()
    return first < second and natural_key(first) < natural_key(second)


def unsorted_methods(page: Page) -> Iterator[Diagnostic]:
    """Report the first basic operation of the type that is not in its place.

    Operations of other types, such as "List members" on the page of a team, have no place.
    """
    type_name = _letters(title_of_type(page))
    for group in _groups(page, frozenset({TableKind.METHODS})):
        basic = [
            (_BASIC_OPERATIONS.index(word), row)
            for row in group
            if (word := _first_word(_name(row))) in _BASIC_OPERATIONS
            and _is_about(_name(row), type_name)
        ]
        for (before, _), (place, row) in pairwise(basic):
            if place < before:
                first, second = _BASIC_OPERATIONS[before], _BASIC_OPERATIONS[place]
                yield diagnostic(
                    Code.UNSORTED_METHODS,
                    f"{second} is below {first}",
                    page.path,
                    row.cells[0].span,
                    f"sort these rows: {', '.join(_BASIC_OPERATIONS)}",
                )
                break


def section_order(page: Page) -> Iterator[Diagnostic]:
    """Report sections that are not in the order of the guide."""
    order = {
        title: place
        for place, titles in enumerate(_SECTIONS.get(page_kind(page), ()))
        for title in titles
    }
    found = [
        (order[title], heading) for title, heading in _titles(page) if title in order
    ]
    for (before, above), (place, heading) in pairwise(found):
        if place < before:
            first, second = above.content.plain, heading.content.plain
            yield diagnostic(
                Code.SECTION_ORDER,
                f"the section {quote(second)} is below {quote(first)}",
                page.path,
                heading.content.span,
                f"move the section above {quote(first)}",
            )


def _titles(page: Page) -> Iterator[tuple[str, Heading]]:
    """Yield the headings with their titles, without the responses of examples."""
    is_below_examples = False
    for heading in _main_headings(page):
        title = normalized_title(heading.content.plain)
        is_below_examples |= title in {"example", "examples"}
        if not (is_below_examples and title == "response"):
            yield title, heading


def _main_headings(page: Page) -> Iterator[Heading]:
    """Yield the headings of level 2 up to a second heading of level 1."""
    level_1 = 0
    for section in page.sections:
        if section.heading is None:
            continue
        level_1 += section.heading.level == 1
        if level_1 > 1:
            return
        if section.heading.level == 2:
            yield section.heading


def _groups(page: Page, kinds: frozenset[TableKind]) -> Iterator[Sequence[Row]]:
    """Yield the groups of rows of the first table of each section of a kind."""
    if page_kind(page) is not PageKind.RESOURCE:
        return
    for section in page.sections:
        if section.heading and table_kind(section.title) in kinds:
            tables = (one for one in section.blocks if isinstance(one, Table))
            for table in islice(tables, 1):
                yield from _groups_of(table)


def _groups_of(table: Table) -> Iterator[Sequence[Row]]:
    """Yield the rows between those in which only the first cell has content.

    Such a row is the title of a group, or else the end of the row above it. In the second case the
    rows above it have no order, because it would not be moved with its row.
    """
    group: list[Row] = []
    for row in table.rows:
        if any(cell.plain.strip() for cell in row.cells[1:]):
            group.append(row)
            continue
        if not (group and row.cells and is_tail(group[-1], row.cells[0])):
            yield group
        group = []
    yield group


def _name(row: Row) -> str:
    return row.cells[0].plain.strip() if row.cells else ""


def _first_word(text: str) -> str:
    found = _FIRST_WORD.match(text)
    return found[1].lower() if found else ""


def _is_about(name: str, type_name: str) -> bool:
    """Return whether the name of an operation has no object, or that of a type.

    The object may be in the plural, and may be only the last words of the name of the type.
    """
    found = _FIRST_WORD.match(name)
    words = _ARTICLE.sub("", name[found.end() :]) if found else ""
    singular = _letters(words)
    for plural, ending in _PLURALS:
        if singular.endswith(plural) and not type_name.endswith(singular):
            singular = singular.removesuffix(plural) + ending
    return type_name.endswith(singular)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
