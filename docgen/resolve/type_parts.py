"""Type parts: declarations with the pages they are on, grouped by the type that they declare."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeAlias, TypeVar

from msgspec import Struct

from docgen.diagnostics import Code, Diagnostic, Replacement, diagnostic
from docgen.extract.declarations import (
    DeclaredTypes,
    EnumDeclaration,
    StructuredDeclaration,
)
from docgen.extract.type_tables import RowDeclaration
from docgen.schema.links import stem
from docgen.schema.model import QualifiedName, Source, source_of
from docgen.schema.names import namespace, short_name
from docgen.source import Span

D = TypeVar("D", bound=StructuredDeclaration | EnumDeclaration)


class TypePart(Struct, Generic[D], frozen=True, kw_only=True):
    """What one page, or one section of it, declares of a type.

    `origin` identifies the declaration: a digest of all types of the page, and its number among
    them. It is `None` if the declaration is not as the page has it, or the digest is not known.
    """

    path: str
    declaration: D
    origin: tuple[bytes, int] | None = None

    @property
    def source(self) -> Source:
        """The position of the type's heading."""
        return source_of(self.path, self.declaration.span)

    @property
    def name(self) -> QualifiedName:
        """The qualified name that the part declares."""
        return QualifiedName(f"{self.declaration.namespace}.{self.declaration.name}")

    @property
    def memo_key(self) -> tuple[str, D | tuple[bytes, int]]:
        """What a result depends on; an origin is shorter than what it identifies."""
        return self.path, self.origin or self.declaration

    def with_declaration(self, declaration: D) -> "TypePart[D]":
        """Return the part with another declaration."""
        return TypePart(path=self.path, declaration=declaration)


class TypeGroup(Struct, Generic[D], frozen=True, kw_only=True):
    """All parts of one type; first the page about it whose file has its name."""

    name: QualifiedName
    parts: tuple[TypePart[D], ...]

    @property
    def memo_key(self) -> tuple[str, list[object]]:
        """What a result depends on."""
        return self.name, [part.memo_key for part in self.parts]


StructuredPart: TypeAlias = TypePart[StructuredDeclaration]
EnumPart: TypeAlias = TypePart[EnumDeclaration]
StructuredGroup: TypeAlias = TypeGroup[StructuredDeclaration]
EnumGroup: TypeAlias = TypeGroup[EnumDeclaration]

MarkedRow: TypeAlias = tuple[StructuredPart, RowDeclaration]
"""A row that its page calls inherited, and the part that it is in."""
MarkedRows: TypeAlias = Mapping[QualifiedName, Sequence[MarkedRow]]
"""Such rows of each type, by its name."""


def type_parts(
    pages: Sequence[DeclaredTypes], kind: type[D]
) -> tuple[TypePart[D], ...]:
    """Return every declaration of a kind, in the order of pages and of positions on them."""
    return tuple(
        TypePart(
            path=page.path,
            declaration=declaration,
            origin=(page.digest, number) if page.digest else None,
        )
        for page in pages
        for number, declaration in enumerate(page.types)
        if isinstance(declaration, kind)
    )


def grouped_by_type(parts: Iterable[TypePart[D]]) -> tuple[TypeGroup[D], ...]:
    """Group the parts by type, sorted by name; names that differ only in case are one type."""
    groups: dict[str, list[TypePart[D]]] = {}
    for part in parts:
        groups.setdefault(part.name.lower(), []).append(part)
    for group in groups.values():
        group.sort(key=_rank)
    return tuple(
        TypeGroup(name=group[0].name, parts=tuple(group))
        for _, group in sorted(groups.items())
    )


def _rank(part: TypePart[D]) -> tuple[bool, bool, bool, bool, str, Span]:
    """Sort pages before sections, and the page whose file has the name of the type first.

    Pages that repeat the type of another page are last, after API pages with a sample of the type.
    """
    declaration = part.declaration
    is_section = isinstance(declaration, EnumDeclaration) and bool(declaration.anchor)
    is_other_file = stem(part.path).lower() != declaration.name.lower()
    is_repeated, is_api_page = (
        declaration.is_repeated,
        declaration.evidence.has_requests,
    )
    order = (is_section, is_repeated, is_api_page, is_other_file)
    return (*order, part.path, declaration.span)


def marked_rows(groups: Iterable[StructuredGroup]) -> MarkedRows:
    """Return the rows that pages call inherited; types without any are missing."""
    found: dict[QualifiedName, list[MarkedRow]] = {}
    for group in groups:
        for part in group.parts:
            for row in part.declaration.tables.marked:
                found.setdefault(group.name, []).append((part, row))
    return found


def misspelled_parts(group: TypeGroup[D]) -> Iterator[Diagnostic]:
    """Report parts that spell the name of their type in another case."""
    for part in group.parts:
        if part.name != group.name and not part.declaration.is_repeated:
            message = f"`{part.name}` is spelled `{group.name}` on another page"
            advice = f"write `{group.name}`, as on `{group.parts[0].path}`"
            span = part.declaration.span
            new = []
            if namespace(group.name) == namespace(part.name):
                new = [Replacement(short_name(group.name), short_name(part.name))]
            yield diagnostic(Code.NAME_CASE, message, part.path, span, advice, *new)


def duplicate_rows(rows: Iterable[tuple[str, Source, int]]) -> Iterator[Diagnostic]:
    """Report all rows but the first on each page; the rows, with their labels, declare the same.

    The rows of different zones, which have other numbers than 0, are not duplicates.
    """
    pages: dict[str, dict[int, int]] = {}
    for label, source, zone in rows:
        lines = pages.setdefault(source.path, {})
        earlier = [lines[one] for one in lines if 0 in (zone, one) or one == zone]
        if earlier:
            message = f"{label} is also declared on line {min(earlier)}"
            yield diagnostic(
                Code.DUPLICATE_ROW,
                message,
                source.path,
                source.span,
                "combine the rows",
                related=Span(min(earlier)),
            )
        lines.setdefault(zone, source.line)


def elsewhere(page: str, source: Source) -> str:
    """Return where `source` is, for a message about another position on `page`."""
    line = f"on line {source.line}"
    return line if source.path == page else f"{line} of `{source.path}`"
