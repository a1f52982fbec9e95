"""Parts: declarations with the page that they stand on, grouped by the type that they declare."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias, TypeVar

from msgspec import Struct

from docgen.diagnostics import Code, Diagnostic, diagnostic
from docgen.extract.declarations import (
    Declarations,
    EnumDeclaration,
    StructuredDeclaration,
)
from docgen.schema.links import stem
from docgen.schema.model import QualifiedName, Source, source_of
from docgen.source import Span


class StructuredPart(Struct, frozen=True, kw_only=True):
    """What one page says of a structured type."""

    path: str
    declaration: StructuredDeclaration

    @property
    def source(self) -> Source:
        """The place of the type's heading."""
        return source_of(self.path, self.declaration.span)


class EnumPart(Struct, frozen=True, kw_only=True):
    """What one page, or one section of it, says of an enum type."""

    path: str
    declaration: EnumDeclaration

    @property
    def source(self) -> Source:
        """The place of the type's heading."""
        return source_of(self.path, self.declaration.span)


class StructuredGroup(Struct, frozen=True, kw_only=True):
    """All that a page set says of one structured type, the page of its name first."""

    name: QualifiedName
    parts: tuple[StructuredPart, ...]


class EnumGroup(Struct, frozen=True, kw_only=True):
    """All that a page set says of one enum type, a page of its own first."""

    name: QualifiedName
    parts: tuple[EnumPart, ...]


TypePart: TypeAlias = StructuredPart | EnumPart
P = TypeVar("P", StructuredPart, EnumPart)


def structured_parts(pages: Sequence[Declarations]) -> tuple[StructuredPart, ...]:
    """Return every structured declaration, in the order of pages and places."""
    return tuple(
        StructuredPart(path=page.path, declaration=declaration)
        for page in pages
        for declaration in page.types
        if isinstance(declaration, StructuredDeclaration)
    )


def enum_parts(pages: Sequence[Declarations]) -> tuple[EnumPart, ...]:
    """Return every enum declaration, in the order of pages and places."""
    return tuple(
        EnumPart(path=page.path, declaration=declaration)
        for page in pages
        for declaration in page.types
        if isinstance(declaration, EnumDeclaration)
    )


def declared_name(part: TypePart) -> QualifiedName:
    """Return the qualified name that a part declares."""
    return QualifiedName(f"{part.declaration.namespace}.{part.declaration.name}")


def structured_groups(parts: Iterable[StructuredPart]) -> tuple[StructuredGroup, ...]:
    """Group the parts by type; names that differ only in case are one."""
    return tuple(
        StructuredGroup(name=declared_name(group[0]), parts=group)
        for group in _grouped(parts)
    )


def enum_groups(parts: Iterable[EnumPart]) -> tuple[EnumGroup, ...]:
    """Group the parts by type; names that differ only in case are one."""
    return tuple(
        EnumGroup(name=declared_name(group[0]), parts=group)
        for group in _grouped(parts)
    )


def _grouped(parts: Iterable[P]) -> Iterator[tuple[P, ...]]:
    """Return the parts of each type, in the order of the names of the types."""
    groups: dict[str, list[P]] = {}
    for part in parts:
        groups.setdefault(declared_name(part).lower(), []).append(part)
    for _, group in sorted(groups.items()):
        yield tuple(sorted(group, key=_rank) if len(group) > 1 else group)


def _rank(part: TypePart) -> tuple[bool, bool, str, Span]:
    """Put pages about the type before sections, and the page of its name before others."""
    name = part.declaration.name.lower()
    is_section = isinstance(part, EnumPart) and bool(part.declaration.anchor)
    return is_section, stem(part.path).lower() != name, part.path, part.declaration.span


def spelt_otherwise(group: StructuredGroup | EnumGroup) -> Iterator[Diagnostic]:
    """Report parts that spell the name of their type in another case."""
    for part in group.parts:
        if (name := declared_name(part)) != group.name:
            message = f"`{name}` is spelled `{group.name}` on another page"
            advice = f"write `{group.name}`, as on `{group.parts[0].path}`"
            span = part.declaration.span
            yield diagnostic(Code.NAME_CASE, message, part.path, span, advice)


def elsewhere(page: str, source: Source) -> str:
    """Return the words for a place that differs from the one where a message on `page` points."""
    line = f"on line {source.line}"
    return line if source.path == page else f"{line} of `{source.path}`"
