"""Implied bases: what pages say of derived types, and rows of ancestors, in; bases out."""

from collections.abc import Iterable, Iterator, Mapping

from docgen.resolve.base import LAZY_BASE, Base, declared_base
from docgen.resolve.naming import Naming
from docgen.resolve.parts import StructuredGroup
from docgen.schema.model import QualifiedName
from docgen.schema.names import short_name


def bases_of_derived(
    naming: Naming,
    groups: Iterable[StructuredGroup],
    stated: Mapping[QualifiedName, Base],
) -> dict[QualifiedName, Base]:
    """Return the base that only its own page states ("the derived types are …")."""
    found: dict[QualifiedName, Base] = {}
    for group in groups:
        for part in group.parts:
            for name in part.declaration.derived:
                derived = declared_base(naming, part, name)
                if derived and derived.name not in stated:
                    base = Base(name=group.name, is_stated=True)
                    found.setdefault(derived.name, base)
    return found


def bases_of_rows(
    naming: Naming,
    groups: Iterable[StructuredGroup],
    stated: Mapping[QualifiedName, Base],
) -> dict[QualifiedName, Base]:
    """Return the base that only the rows name, for each type for which nothing else states one."""
    return {
        group.name: Base(name=name, is_stated=True)
        for group in groups
        if group.name not in stated and (name := _most_derived(naming, group, stated))
    }


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
                found = declared_base(naming, part, name)
                if found and found.name != group.name:
                    yield found.name
