"""Stated bases: what annotation and prose say of a type's base in, the one that is taken out."""

from collections.abc import Iterable

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic
from docgen.resolve.base import LAZY_BASE, Base, declared_base, referred_base
from docgen.resolve.naming import Naming, name_findings
from docgen.resolve.parts import StructuredGroup, StructuredPart
from docgen.resolve.references import Reference
from docgen.schema.model import QualifiedName
from docgen.schema.names import short_name
from docgen.source import Span


def stated_bases(
    naming: Naming, groups: Iterable[StructuredGroup]
) -> Result[dict[QualifiedName, Base]]:
    """Return the base that annotation or prose state, for each type for which one does."""
    bases: dict[QualifiedName, Base] = {}
    diagnostics: list[Diagnostic] = []
    for group in groups:
        for part in group.parts:
            found = _stated(naming, part)
            diagnostics += found.diagnostics
            if found.value.is_stated and not bases.get(group.name, Base()).name:
                bases[group.name] = found.value
    return Result(bases, tuple(diagnostics))


def _stated(naming: Naming, part: StructuredPart) -> Result[Base]:
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
        return Result(Base(name=annotation.name, is_stated=True), notes)
    if prose:
        return Result(Base(name=prose.name, is_stated=True))
    return Result(Base(is_stated=stated.is_none))


def _chosen(
    part: StructuredPart, prose: Reference, annotation: Reference
) -> Result[Base]:
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
) -> Result[Base]:
    advice = f"name `{name}` in both places"
    reported = diagnostic(Code.CONTRADICTION, message, part.path, span, advice)
    return Result(Base(name=name, is_stated=True), (reported,))
