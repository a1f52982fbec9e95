"""Bases: all that pages say of the bases of types in, the base of each type out.

prose that names a type beats an annotation that says only `entity`, or that there is none
an annotation beats any other prose
prose beats what the page of the base says of its derived types
that beats the rows ("Inherited from x"), of which the most derived ancestor counts
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic
from docgen.extract.type_expression import TypeName
from docgen.resolve.references import Naming, Reference, name_findings, reference
from docgen.resolve.type_parts import StructuredGroup, StructuredPart, declared_name
from docgen.schema.edm import is_primitive
from docgen.schema.model import QualifiedName
from docgen.schema.names import short_name
from docgen.source import Span

LAZY_BASE = "entity"
"""The short name of a base that says no more than that the type has a key."""


class DeclaredBase(Struct, frozen=True, kw_only=True):
    """The base that pages state; `is_stated` is true too where they state that there is none."""

    name: QualifiedName | None = None
    is_stated: bool = False


def resolve_bases(
    naming: Naming, groups: Sequence[StructuredGroup]
) -> Result[dict[QualifiedName, DeclaredBase]]:
    """Return the base of each type for which a page tells one, or tells that there is none."""
    stated = stated_bases(naming, groups)
    known = {**bases_of_derived(naming, groups, stated.value), **stated.value}
    every = {**bases_of_rows(naming, groups, known), **known}
    sound = _sound(naming, groups, every)
    return Result(sound.value, (*stated.diagnostics, *sound.diagnostics))


def _sound(
    naming: Naming,
    groups: Sequence[StructuredGroup],
    bases: Mapping[QualifiedName, DeclaredBase],
) -> Result[dict[QualifiedName, DeclaredBase]]:
    """Drop the bases that are primitives or enum types, and those of enum types."""
    names = {group.name for group in groups}
    kept: dict[QualifiedName, DeclaredBase] = {}
    diagnostics: list[Diagnostic] = []
    for group in groups:
        base = bases.get(group.name)
        if base is None or base.name is None or _may_be_base(naming, base.name, names):
            kept |= {group.name: base} if base else {}
        else:
            diagnostics.append(_no_base(group, base.name))
    return Result(kept, tuple(diagnostics))


def _no_base(group: StructuredGroup, name: QualifiedName) -> Diagnostic:
    part = group.parts[0]
    message = f"`{group.name}` can't derive from `{name}`; used no base type"
    advice = "use an entity type or a complex type as the base type"
    span = part.declaration.span
    return diagnostic(Code.CONTRADICTION, message, part.path, span, advice)


def _may_be_base(
    naming: Naming, name: QualifiedName, names: Collection[QualifiedName]
) -> bool:
    is_declared = name.lower() in naming.name_index.qualified
    return name in names or not (is_declared or is_primitive(name))


def stated_bases(
    naming: Naming, groups: Iterable[StructuredGroup]
) -> Result[dict[QualifiedName, DeclaredBase]]:
    """Return the base that annotation or prose state, for each type for which one does."""
    bases: dict[QualifiedName, DeclaredBase] = {}
    diagnostics: list[Diagnostic] = []
    for group in groups:
        for part in group.parts:
            found = _stated(naming, part)
            diagnostics += found.diagnostics
            if found.value.is_stated and not bases.get(group.name, DeclaredBase()).name:
                bases[group.name] = found.value
    return Result(bases, tuple(diagnostics))


def _stated(naming: Naming, part: StructuredPart) -> Result[DeclaredBase]:
    stated = part.declaration.base
    prose = declared_base(naming, part, stated.prose)
    annotation = referred_base(naming, part, stated.annotation)
    if prose and annotation and prose.name != annotation.name:
        return _chosen(part, prose, annotation)
    if prose and stated.is_none and stated.prose:
        message = (
            f"prose names the base type `{prose.name}`, but annotation names none; "
            f"used `{prose.name}`"
        )
        return _taken(part, prose.name, message, stated.prose.span)
    if annotation and stated.annotation:
        notes = tuple(name_findings(naming, part.path, stated.annotation, annotation))
        return Result(DeclaredBase(name=annotation.name, is_stated=True), notes)
    if prose:
        return Result(DeclaredBase(name=prose.name, is_stated=True))
    return Result(DeclaredBase(is_stated=stated.is_none))


def _chosen(
    part: StructuredPart, prose: Reference, annotation: Reference
) -> Result[DeclaredBase]:
    is_lazy = short_name(annotation.name) == LAZY_BASE or not annotation.is_declared
    taken = prose.name if is_lazy else annotation.name
    message = (
        f"prose names the base type `{prose.name}`, but annotation names "
        f"`{annotation.name}`; used `{taken}`"
    )
    name = (
        part.declaration.base.prose if not is_lazy else part.declaration.base.annotation
    )
    span = name.span if name else part.declaration.span
    return _taken(part, taken, message, span)


def _taken(
    part: StructuredPart, name: QualifiedName, message: str, span: Span
) -> Result[DeclaredBase]:
    advice = f"name `{name}` in both places"
    reported = diagnostic(Code.CONTRADICTION, message, part.path, span, advice)
    return Result(DeclaredBase(name=name, is_stated=True), (reported,))


def bases_of_derived(
    naming: Naming,
    groups: Iterable[StructuredGroup],
    stated: Mapping[QualifiedName, DeclaredBase],
) -> dict[QualifiedName, DeclaredBase]:
    """Return the base that only its own page states ("the derived types are …")."""
    found: dict[QualifiedName, DeclaredBase] = {}
    for group in groups:
        for part in group.parts:
            for name in part.declaration.derived:
                derived = declared_base(naming, part, name)
                if derived and derived.name not in stated:
                    base = DeclaredBase(name=group.name, is_stated=True)
                    found.setdefault(derived.name, base)
    return found


def bases_of_rows(
    naming: Naming,
    groups: Iterable[StructuredGroup],
    stated: Mapping[QualifiedName, DeclaredBase],
) -> dict[QualifiedName, DeclaredBase]:
    """Return the base that only the rows name, for each type for which nothing else states one."""
    return {
        group.name: DeclaredBase(name=name, is_stated=True)
        for group in groups
        if group.name not in stated and (name := _most_derived(naming, group, stated))
    }


def _most_derived(
    naming: Naming, group: StructuredGroup, stated: Mapping[QualifiedName, DeclaredBase]
) -> QualifiedName | None:
    found = dict.fromkeys(_ancestors_of_rows(naming, group))
    above = {
        base.name for name in found if (base := stated.get(name)) and base.name in found
    }
    left = [name for name in found if name not in above]
    specific = [name for name in left if short_name(name) != LAZY_BASE]
    return next(iter((*specific, *left)), None)


def _ancestors_of_rows(
    naming: Naming, group: StructuredGroup
) -> Iterator[QualifiedName]:
    for part in group.parts:
        declaration = part.declaration
        for row in (*declaration.properties, *declaration.navigation_properties):
            for name in row.facts.inherited_from:
                found = declared_base(naming, part, name)
                if found and found.name != group.name:
                    yield found.name


def referred_base(
    naming: Naming, part: StructuredPart, name: TypeName | None
) -> Reference | None:
    """Find the type that a part names as a base."""
    if name is None:
        return None
    return reference(naming.name_index, part.path, part.declaration.namespace, name)


def declared_base(
    naming: Naming, part: StructuredPart, name: TypeName | None
) -> Reference | None:
    """Find the type that a part names as a base, if a page declares it and it is another."""
    found = referred_base(naming, part, name)
    if not found or not found.is_declared or found.name == declared_name(part):
        return None
    return found
