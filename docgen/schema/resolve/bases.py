"""Base types: what pages say of a type's base in, the base that is taken out.

prose that names a type beats an annotation that says only `entity`, or that there is none
an annotation beats any other prose
prose beats what the page of the base says of its derived types
that beats the rows ("Inherited from x"), of which the most derived ancestor counts
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from docgen.diagnostics import Checked, Code, Diagnostic, diagnostic
from docgen.schema.edm import is_primitive
from docgen.schema.model import QualifiedName
from docgen.schema.names import short_name
from docgen.schema.resolve.naming import Naming, name_findings
from docgen.schema.resolve.parts import StructuredGroup, StructuredPart
from docgen.schema.resolve.references import Reference, reference
from docgen.schema.type_expression import TypeName

LAZY_BASE = "entity"
"""The short name of a base that says no more than that the type has a key."""


class Base(Struct, frozen=True, kw_only=True):
    """The base that pages state; `is_stated` is true too where they state that there is none."""

    name: QualifiedName | None = None
    is_stated: bool = False


def stated_bases(
    naming: Naming, groups: Iterable[StructuredGroup]
) -> Checked[dict[QualifiedName, Base]]:
    """Give the base that annotation or prose state, for each type for which one does."""
    bases: dict[QualifiedName, Base] = {}
    diagnostics: list[Diagnostic] = []
    for group in groups:
        for part in group.parts:
            found = _stated(naming, part)
            diagnostics += found.diagnostics
            if found.value.is_stated and not bases.get(group.name, Base()).name:
                bases[group.name] = found.value
    return Checked(bases, tuple(diagnostics))


def _stated(naming: Naming, part: StructuredPart) -> Checked[Base]:
    stated = part.declaration.base
    prose = _declared(naming, part, stated.prose)
    annotation = _reference(naming, part, stated.annotation)
    if prose and annotation and prose.name != annotation.name:
        return _chosen(part, prose, annotation)
    if prose and stated.is_none and stated.prose:
        message = f"the text names the base `{prose.name}`, the annotation none"
        told = diagnostic(Code.CONTRADICTION, message, part.path, stated.prose.span)
        return Checked(Base(name=prose.name, is_stated=True), (told,))
    if annotation and stated.annotation:
        notes = tuple(name_findings(naming, part.path, stated.annotation, annotation))
        return Checked(Base(name=annotation.name, is_stated=True), notes)
    if prose:
        return Checked(Base(name=prose.name, is_stated=True))
    return Checked(Base(is_stated=stated.is_none))


def _chosen(
    part: StructuredPart, prose: Reference, annotation: Reference
) -> Checked[Base]:
    is_lazy = short_name(annotation.name) == LAZY_BASE or not annotation.is_declared
    taken = prose.name if is_lazy else annotation.name
    message = (
        f"the text names the base `{prose.name}`, the annotation `{annotation.name}`; "
        f"`{taken}` was taken"
    )
    name = (
        part.declaration.base.prose if not is_lazy else part.declaration.base.annotation
    )
    span = name.span if name else part.declaration.span
    told = diagnostic(Code.CONTRADICTION, message, part.path, span)
    return Checked(Base(name=taken, is_stated=True), (told,))


def _reference(
    naming: Naming, part: StructuredPart, name: TypeName | None
) -> Reference | None:
    if name is None:
        return None
    return reference(naming.index, part.path, part.declaration.namespace, name)


def _declared(
    naming: Naming, part: StructuredPart, name: TypeName | None
) -> Reference | None:
    found = _reference(naming, part, name)
    own = f"{part.declaration.namespace}.{part.declaration.name}"
    return found if found and found.is_declared and found.name != own else None


def bases_of_derived(
    naming: Naming,
    groups: Iterable[StructuredGroup],
    stated: Mapping[QualifiedName, Base],
) -> dict[QualifiedName, Base]:
    """Give the base that only its own page states ("the derived types are …")."""
    found: dict[QualifiedName, Base] = {}
    for group in groups:
        for part in group.parts:
            for name in part.declaration.derived:
                derived = _declared(naming, part, name)
                if derived and derived.name not in stated:
                    base = Base(name=group.name, is_stated=True)
                    found.setdefault(derived.name, base)
    return found


def bases_of_rows(
    naming: Naming,
    groups: Iterable[StructuredGroup],
    stated: Mapping[QualifiedName, Base],
) -> dict[QualifiedName, Base]:
    """Give the base that only the rows name, for each type for which nothing else states one."""
    return {
        group.name: Base(name=name, is_stated=True)
        for group in groups
        if group.name not in stated and (name := _most_derived(naming, group, stated))
    }


def sound_bases(
    naming: Naming,
    groups: Sequence[StructuredGroup],
    bases: Mapping[QualifiedName, Base],
) -> Checked[dict[QualifiedName, Base]]:
    """Drop the bases that are primitives or enum types, and those of enum types."""
    names = {group.name for group in groups}
    kept: dict[QualifiedName, Base] = {}
    diagnostics: list[Diagnostic] = []
    for group in groups:
        base = bases.get(group.name)
        if base is None or base.name is None or _may_be_base(naming, base.name, names):
            kept |= {group.name: base} if base else {}
        else:
            part = group.parts[0]
            message = f"`{base.name}` is no type that `{group.name}` can derive from"
            span = part.declaration.span
            diagnostics.append(diagnostic(Code.CONTRADICTION, message, part.path, span))
    return Checked(kept, tuple(diagnostics))


def _may_be_base(
    naming: Naming, name: QualifiedName, names: Collection[QualifiedName]
) -> bool:
    is_declared = name.lower() in naming.index.qualified
    return name in names or not (is_declared or is_primitive(name))


def _most_derived(
    naming: Naming, group: StructuredGroup, stated: Mapping[QualifiedName, Base]
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
                found = _declared(naming, part, name)
                if found and found.name != group.name:
                    yield found.name
