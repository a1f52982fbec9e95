"""Operations of one type: all rows of its methods tables in, operations with unique names out.

Rows of one label that link to one api page are one operation, and so are rows of several pages
that have one label and return the same. Where two operations would have one name, the one with the
shorter api page keeps it, wherever its row stands; the other takes the name of its api page, and
after that a number.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic, quote
from docgen.extract.declarations import OperationDeclaration
from docgen.resolve.references import Naming, named
from docgen.resolve.type_parts import StructuredPart, elsewhere
from docgen.schema.links import stem
from docgen.schema.model import Operation, Source, TypeReference, source_of, written
from docgen.schema.names import operation_name


class PlacedOperation(Struct, frozen=True, kw_only=True):
    """A row, the page that it stands on, and what its return cell refers to."""

    path: str
    row: OperationDeclaration
    returns: TypeReference | None
    reported: tuple[Diagnostic, ...]

    @property
    def source(self) -> Source:
        """The place of the label."""
        return source_of(self.path, self.row.label_span)


def united_operations(
    naming: Naming, parts: Sequence[StructuredPart], paths: Mapping[str, str]
) -> Result[tuple[Operation, ...]]:
    """Unite the operations of a type; `paths` gives the page set's spelling of a path."""
    groups = _groups(_placed(naming, parts))
    names = _unique_names([group[0].row for group in groups])
    operations = tuple(
        _operation(group, name, paths)
        for group, name in zip(groups, names, strict=True)
    )
    reported = (reported for group in groups for reported in _reported(group))
    return Result(operations, tuple(reported))


def _placed(
    naming: Naming, parts: Sequence[StructuredPart]
) -> Iterator[PlacedOperation]:
    for part in parts:
        for row in part.declaration.operations:
            found = named(naming, part.path, part.declaration.namespace, row.returns)
            returns = None if row.returns_nothing else found.type
            yield PlacedOperation(
                path=part.path, row=row, returns=returns, reported=found.reported
            )


def _groups(rows: Iterable[PlacedOperation]) -> list[list[PlacedOperation]]:
    """Put the rows together that state one operation, in the order of the first of them."""
    groups: list[list[PlacedOperation]] = []
    by_page: dict[tuple[str, str | None], list[PlacedOperation]] = {}
    by_return: dict[tuple[str, TypeReference | None], list[PlacedOperation]] = {}
    for placed in rows:
        label, page = placed.row.label.lower(), placed.row.api_page
        key = (label, page.lower() if page else None)
        alike = by_return.setdefault((label, placed.returns), [])
        is_elsewhere = bool(alike) and alike[-1].path != placed.path
        group = by_page.setdefault(key, alike if is_elsewhere or not alike else [])
        if not group:
            groups.append(group)
        group.append(placed)
    return groups


def _unique_names(rows: Sequence[OperationDeclaration]) -> list[str]:
    """Name each row uniquely."""
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


def _operation(
    group: Sequence[PlacedOperation], name: str, paths: Mapping[str, str]
) -> Operation:
    row, page = group[0].row, group[0].row.api_page
    sources = tuple(dict.fromkeys(placed.source for placed in group))
    return Operation(
        name=name,
        label=row.label,
        returns=group[0].returns,
        returns_text=row.returns_text,
        description=row.description,
        api_page=paths.get(page.lower(), page) if page else None,
        source=sources[0],
        sources=sources if len(sources) > 1 else (),
    )


def _reported(group: Sequence[PlacedOperation]) -> Iterator[Diagnostic]:
    """Report types, duplicate rows of the operation, and rows that contradict the first."""
    first, seen = group[0], set[str]()
    for placed in group:
        row, path = placed.row, placed.path
        yield from placed.reported
        if path in seen:
            message = f"{quote(row.label)} is declared twice on this page"
            advice = "combine the rows"
            yield diagnostic(Code.DUPLICATE_ROW, message, path, row.label_span, advice)
        seen.add(path)
        if placed.returns != first.returns:
            yield _other_return(placed, first)


def _other_return(placed: PlacedOperation, taken: PlacedOperation) -> Diagnostic:
    other = _written(taken.returns)
    message = (
        f"{quote(placed.row.label)} returns `{_written(placed.returns)}` here, but "
        f"`{other}` {elsewhere(placed.path, taken.source)}; used `{other}`"
    )
    advice = "use the same type in both rows"
    span = placed.row.returns_span
    return diagnostic(Code.CONTRADICTION, message, placed.path, span, advice)


def _written(returned: TypeReference | None) -> str:
    return written(returned) if returned else "None"
