"""Operations: merge the rows of all methods tables of a type, and name each operation uniquely.

Rows with the same label that link to the same API page are one operation; so are rows of several
pages with the same label and return type. If two operations would have the same name, the one with
the shorter path of its API page keeps it. The other one is named after its API page, with a number
if that name is used as well.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic, quote
from docgen.extract.type_tables import OperationDeclaration
from docgen.resolve.references import NameContext, resolve_type
from docgen.resolve.type_parts import StructuredPart, duplicate_rows, elsewhere
from docgen.schema.links import stem
from docgen.schema.model import (
    Operation,
    Source,
    TypeReference,
    page_type,
    source_of,
)
from docgen.schema.names import operation_name


class _Row(Struct, frozen=True, kw_only=True):
    """A row, its page, and what its return cell refers to."""

    path: str
    row: OperationDeclaration
    returns: TypeReference | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def source(self) -> Source:
        """The position of the label."""
        return source_of(self.path, self.row.label_span)


def merged_operations(
    context: NameContext, parts: Sequence[StructuredPart], paths: Mapping[str, str]
) -> Result[tuple[Operation, ...]]:
    """Return the operations of a type; `paths` are those of pages by their lower-case form."""
    groups = _groups(_rows(context, parts))
    names = _unique_names([group[0].row for group in groups])
    operations = tuple(
        _operation(group, name, paths)
        for group, name in zip(groups, names, strict=True)
    )
    diagnostics = (one for group in groups for one in _diagnostics(group))
    return Result(operations, tuple(diagnostics))


def _rows(context: NameContext, parts: Sequence[StructuredPart]) -> Iterator[_Row]:
    for part in parts:
        for row in part.declaration.operations:
            namespace = part.declaration.namespace
            found = resolve_type(context, part.path, namespace, row.returns)
            yield _Row(
                path=part.path,
                row=row,
                returns=None if row.returns_nothing else found.value,
                diagnostics=found.diagnostics,
            )


def _groups(rows: Iterable[_Row]) -> list[list[_Row]]:
    """Group the rows by operation, in the order of their first rows."""
    groups: list[list[_Row]] = []
    by_page: dict[tuple[str, str | None], list[_Row]] = {}
    by_return: dict[tuple[str, TypeReference | None], list[_Row]] = {}
    for one in rows:
        label, page = one.row.label.lower(), one.row.api_page
        key = (label, page.lower() if page else None)
        same_return = by_return.setdefault((label, one.returns), [])
        may_join = not same_return or same_return[-1].path != one.path
        group = by_page.setdefault(key, same_return if may_join else [])
        if not group:
            groups.append(group)
        group.append(one)
    return groups


def _unique_names(rows: Sequence[OperationDeclaration]) -> list[str]:
    names: dict[str, int] = {}
    numbers: dict[str, int] = {}
    for index in sorted(range(len(rows)), key=lambda index: _rank(rows[index])):
        row = rows[index]
        name = row.name
        if name in names and row.api_page:
            name = operation_name(stem(row.api_page)) or name
        unique, number = name, numbers.get(name, 1)
        while unique in names:
            number += 1
            unique = f"{name}_{number}"
        numbers[name] = number
        names[unique] = index
    return sorted(names, key=names.__getitem__)


def _rank(row: OperationDeclaration) -> tuple[bool, int, str, str]:
    page = row.api_page or ""
    return not page, len(page), page, row.label


def _operation(group: Sequence[_Row], name: str, paths: Mapping[str, str]) -> Operation:
    row, page = group[0].row, group[0].row.api_page
    sources = tuple(dict.fromkeys(one.source for one in group))
    return Operation(
        name=name,
        label=row.label,
        returns=group[0].returns,
        returns_text=row.returns_text,
        description=row.description,
        api_page=paths.get(page.lower(), page) if page else None,
        source=sources[0],
        sources=sources if len(sources) > 1 else (),
        anchor=row.anchor,
        deprecation=row.deprecation,
    )


def _diagnostics(group: Sequence[_Row]) -> Iterator[Diagnostic]:
    """Report types, duplicate rows of the operation, and rows that contradict the first."""
    yield from duplicate_rows(
        (quote(one.row.label), one.source, one.row.zone) for one in group
    )
    for one in group:
        yield from one.diagnostics
        if one.returns != group[0].returns:
            yield _conflicting_return(one, group[0])


def _conflicting_return(one: _Row, first: _Row) -> Diagnostic:
    used = _return_type(first.returns)
    message = (
        f"{quote(one.row.label)} returns `{_return_type(one.returns)}` here, but "
        f"`{used}` {elsewhere(one.path, first.source)}; using `{used}`"
    )
    advice = "use the same type in both rows"
    span = one.row.returns_span
    return diagnostic(Code.CONTRADICTION, message, one.path, span, advice)


def _return_type(returns: TypeReference | None) -> str:
    return page_type(returns) if returns else "None"
