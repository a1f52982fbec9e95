"""Bases: all that pages say of the bases of types in, the base of each type out.

prose that names a type beats an annotation that says only `entity`, or that there is none
an annotation beats any other prose
prose beats what the page of the base says of its derived types
that beats the rows ("Inherited from x"), of which the most derived ancestor counts
"""

from collections.abc import Collection, Mapping, Sequence

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic
from docgen.resolve.base import Base
from docgen.resolve.implied_bases import bases_of_derived, bases_of_rows
from docgen.resolve.naming import Naming
from docgen.resolve.parts import StructuredGroup
from docgen.resolve.stated_bases import stated_bases
from docgen.schema.edm import is_primitive
from docgen.schema.model import QualifiedName


def bases(
    naming: Naming, groups: Sequence[StructuredGroup]
) -> Result[dict[QualifiedName, Base]]:
    """Return the base of each type for which a page tells one, or tells that there is none."""
    stated = stated_bases(naming, groups)
    known = {**bases_of_derived(naming, groups, stated.value), **stated.value}
    every = {**bases_of_rows(naming, groups, known), **known}
    sound = _sound(naming, groups, every)
    return Result(sound.value, (*stated.diagnostics, *sound.diagnostics))


def _sound(
    naming: Naming,
    groups: Sequence[StructuredGroup],
    bases: Mapping[QualifiedName, Base],
) -> Result[dict[QualifiedName, Base]]:
    """Drop the bases that are primitives or enum types, and those of enum types."""
    names = {group.name for group in groups}
    kept: dict[QualifiedName, Base] = {}
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
    is_declared = name.lower() in naming.index.qualified
    return name in names or not (is_declared or is_primitive(name))
