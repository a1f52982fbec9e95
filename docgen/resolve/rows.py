"""Rows of one name: all that a page set says of one property in, one `Property` out."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from msgspec import Struct

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic
from docgen.extract.declarations import RowDeclaration
from docgen.resolve.naming import Named
from docgen.resolve.places import elsewhere
from docgen.schema.model import Property, Source, WireName, source_of
from docgen.schema.written import written

T = TypeVar("T")


class PlacedRow(Struct, frozen=True, kw_only=True):
    """A row, the page that it stands on, and what its type cell refers to."""

    path: str
    row: RowDeclaration
    named: Named

    @property
    def source(self) -> Source:
        """The place of the name."""
        return source_of(self.path, self.row.name_span)


def united_rows(rows: Iterable[PlacedRow]) -> Result[tuple[Property, ...]]:
    """Unite the rows by name, in the order in which the names come."""
    groups: dict[WireName, list[PlacedRow]] = {}
    for row in rows:
        groups.setdefault(row.row.name, []).append(row)
    diagnostics = (
        reported for group in groups.values() for reported in _reported(group)
    )
    properties = tuple(map(_property, groups.values()))
    return Result(properties, tuple(diagnostics))


def _property(group: Sequence[PlacedRow]) -> Property:
    facts = [placed.row.facts for placed in group]
    sources = tuple(dict.fromkeys(placed.source for placed in group))
    return Property(
        name=group[0].row.name,
        type=_taken(group).named.type,
        source=sources[0],
        sources=sources if len(sources) > 1 else (),
        description=_first(placed.row.description for placed in group),
        nullable=_first(f.nullable for f in facts),
        read_only=_first(f.read_only for f in facts),
        required=_first(f.required for f in facts),
        is_key=_first(f.is_key for f in facts),
        values=next((f.values for f in facts if f.values), ()),
        default=_first(f.default for f in facts),
        deprecated=_first(f.deprecated for f in facts),
        returned_on_select=_first(f.returned_on_select for f in facts),
        filter=next((f.filter for f in facts if f.filter), ()),
    )


def _first(values: Iterable[T | None]) -> T | None:
    return next((value for value in values if value is not None), None)


def _taken(group: Sequence[PlacedRow]) -> PlacedRow:
    """Return the first row that names a type; one that names a declared type before others."""
    typed = [placed for placed in group if placed.row.type]
    declared = (placed for placed in typed if placed.named.type.is_declared)
    return next(declared, typed[0] if typed else group[0])


def _reported(group: Sequence[PlacedRow]) -> Iterator[Diagnostic]:
    """Report types, duplicate rows of the name, and rows that contradict the first."""
    taken = _taken(group)
    seen: set[str] = set()
    for placed in group:
        row, path = placed.row, placed.path
        yield from placed.named.reported
        if path in seen:
            message = f"`{row.name}` is declared twice on this page"
            advice = "combine the rows"
            yield diagnostic(Code.DUPLICATE_ROW, message, path, row.name_span, advice)
        seen.add(path)
        if row.type and placed.named.type != taken.named.type:
            yield _other_type(placed, taken)


def _other_type(placed: PlacedRow, taken: PlacedRow) -> Diagnostic:
    other = written(taken.named.type)
    message = (
        f"`{placed.row.name}` is `{written(placed.named.type)}` here, but `{other}` "
        f"{elsewhere(placed.path, taken.source)}; used `{other}`"
    )
    advice = "use the same type in both rows"
    return diagnostic(
        Code.CONTRADICTION, message, placed.path, placed.row.type_span, advice
    )
