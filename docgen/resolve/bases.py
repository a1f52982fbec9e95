"""Base types: determine the base type of each structured type from all that pages declare.

The sources of a base type, in descending order of precedence:

prose of the type's page, if it names a type and the annotation says `entity` or "no base type"
its annotation
other prose of its page
the list of derived types on the page of the base type
rows ("Inherited from x"), of which the most derived ancestor is used
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic
from docgen.extract.type_expression import TypeName
from docgen.resolve.references import NameContext, Reference, name_findings, reference
from docgen.resolve.type_parts import StructuredGroup, StructuredPart
from docgen.schema.edm import is_primitive
from docgen.schema.model import QualifiedName
from docgen.schema.names import short_name

GENERIC_BASE = "entity"
"""The short name of a base type that says no more than that a type has a key."""


class DeclaredBase(Struct, frozen=True, kw_only=True):
    """The base type that pages declare.

    `is_known` without a `name` means that the type has no base type.
    """

    name: QualifiedName | None = None
    is_known: bool = True


def resolve_bases(
    context: NameContext, groups: Sequence[StructuredGroup]
) -> Result[dict[QualifiedName, DeclaredBase]]:
    """Return the base of each type for which pages declare one, or declare that there is none."""
    explicit = _explicit_bases(context, groups)
    known = {**_bases_from_derived(context, groups, explicit.value), **explicit.value}
    all_bases = {**_bases_from_rows(context, groups, known), **known}
    valid = _without_invalid_bases(context, groups, all_bases)
    return Result(valid.value, (*explicit.diagnostics, *valid.diagnostics))


def _without_invalid_bases(
    context: NameContext,
    groups: Sequence[StructuredGroup],
    bases: Mapping[QualifiedName, DeclaredBase],
) -> Result[dict[QualifiedName, DeclaredBase]]:
    """Drop the bases that are primitives or enum types, and those of enum types."""
    names = {group.name for group in groups}
    kept: dict[QualifiedName, DeclaredBase] = {}
    diagnostics: list[Diagnostic] = []
    for group in groups:
        base = bases.get(group.name)
        if base is None:
            continue
        if base.name is None or _is_valid_base(context, base.name, names):
            kept[group.name] = base
        else:
            diagnostics.append(_invalid_base(group, base.name))
    return Result(kept, tuple(diagnostics))


def _invalid_base(group: StructuredGroup, name: QualifiedName) -> Diagnostic:
    part = group.parts[0]
    message = f"`{group.name}` can't derive from `{name}`; using no base type"
    advice = "use an entity type or a complex type as the base type"
    span = part.declaration.span
    return diagnostic(Code.CONTRADICTION, message, part.path, span, advice)


def _is_valid_base(
    context: NameContext, name: QualifiedName, structured: Collection[QualifiedName]
) -> bool:
    is_declared = name.lower() in context.name_index.qualified
    return name in structured or not (is_declared or is_primitive(name))


def _explicit_bases(
    context: NameContext, groups: Iterable[StructuredGroup]
) -> Result[dict[QualifiedName, DeclaredBase]]:
    """Return the bases that types have according to their annotations and prose."""
    bases: dict[QualifiedName, DeclaredBase] = {}
    diagnostics: list[Diagnostic] = []
    for group in groups:
        for part in group.parts:
            found = _explicit_base(context, part)
            diagnostics += found.diagnostics
            earlier = bases.get(group.name)
            if found.value.is_known and not (earlier and earlier.name):
                bases[group.name] = found.value
    return Result(bases, tuple(diagnostics))


def _explicit_base(context: NameContext, part: StructuredPart) -> Result[DeclaredBase]:
    base = part.declaration.base
    prose = _declared_type(context, part, base.prose)
    annotation = _referenced_type(context, part, base.annotation)
    if prose and annotation and prose.name != annotation.name:
        is_generic = short_name(annotation.name) == GENERIC_BASE
        uses_prose = is_generic or not annotation.is_declared
        used = prose.name if uses_prose else annotation.name
        message = (
            f"prose names the base type `{prose.name}`, but annotation names "
            f"`{annotation.name}`; using `{used}`"
        )
        wrong = base.annotation if uses_prose else base.prose
        return _conflicting_base(part, used, message, wrong)
    if prose and base.is_none:
        message = (
            f"prose names the base type `{prose.name}`, but annotation names none; "
            f"using `{prose.name}`"
        )
        return _conflicting_base(part, prose.name, message, base.prose)
    if annotation and base.annotation:
        notes = name_findings(context, part.path, base.annotation, annotation)
        return Result(DeclaredBase(name=annotation.name), tuple(notes))
    if prose:
        return Result(DeclaredBase(name=prose.name))
    return Result(DeclaredBase(is_known=base.is_none))


def _conflicting_base(
    part: StructuredPart, used: QualifiedName, message: str, wrong: TypeName | None
) -> Result[DeclaredBase]:
    span = wrong.span if wrong else part.declaration.span
    advice = f"name `{used}` in both places"
    conflict = diagnostic(Code.CONTRADICTION, message, part.path, span, advice)
    return Result(DeclaredBase(name=used), (conflict,))


def _bases_from_derived(
    context: NameContext,
    groups: Iterable[StructuredGroup],
    explicit: Mapping[QualifiedName, DeclaredBase],
) -> dict[QualifiedName, DeclaredBase]:
    """Return the bases that only their own pages declare ("the derived types are …")."""
    found: dict[QualifiedName, DeclaredBase] = {}
    for group in groups:
        for part in group.parts:
            for name in part.declaration.derived:
                derived = _declared_type(context, part, name)
                if derived and derived.name not in explicit:
                    found.setdefault(derived.name, DeclaredBase(name=group.name))
    return found


def _bases_from_rows(
    context: NameContext,
    groups: Iterable[StructuredGroup],
    known: Mapping[QualifiedName, DeclaredBase],
) -> dict[QualifiedName, DeclaredBase]:
    """Return the bases that only rows name."""
    return {
        group.name: DeclaredBase(name=name)
        for group in groups
        if group.name not in known and (name := _most_derived(context, group, known))
    }


def _most_derived(
    context: NameContext,
    group: StructuredGroup,
    known: Mapping[QualifiedName, DeclaredBase],
) -> QualifiedName | None:
    """Return the ancestor named in rows from which no other one of these derives."""
    found = dict.fromkeys(_ancestors_in_rows(context, group))
    bases = {known[name].name for name in found if name in known}
    candidates = [name for name in found if name not in bases]
    specific = [name for name in candidates if short_name(name) != GENERIC_BASE]
    return next(iter((*specific, *candidates)), None)


def _ancestors_in_rows(
    context: NameContext, group: StructuredGroup
) -> Iterator[QualifiedName]:
    for part in group.parts:
        for row in part.declaration.rows:
            for name in row.facts.inherited_from:
                found = _declared_type(context, part, name)
                if found and found.name != group.name:
                    yield found.name


def _referenced_type(
    context: NameContext, part: StructuredPart, name: TypeName | None
) -> Reference | None:
    if name is None:
        return None
    return reference(context.name_index, part.path, part.declaration.namespace, name)


def _declared_type(
    context: NameContext, part: StructuredPart, name: TypeName | None
) -> Reference | None:
    """Return the type that a part names, if a page declares it and it is a different type."""
    found = _referenced_type(context, part, name)
    is_other = found and found.is_declared and found.name != part.name
    return found if is_other else None
