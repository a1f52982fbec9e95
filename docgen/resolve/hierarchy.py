"""The hierarchy of structured types: decide the base and the kind of each from all evidence.

A base type and its derived types are of one kind, so kinds are decided for whole families. Of all
ways to give each type a kind, the one is used that rejects the least weight: of the evidence about
types (`docgen.resolve.evidence`), and of the declared bases between an entity type and a complex
type. Such a base is dropped. The rejected evidence is reported.

`entity_base` is always an entity type. An entity type without a declared base derives from it.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic
from docgen.resolve.bases import DeclaredBase
from docgen.resolve.evidence import Evidence, StructuredKind, kind_evidence
from docgen.resolve.rejected import rejected_evidence, with_article
from docgen.resolve.type_parts import StructuredGroup
from docgen.schema.model import QualifiedName, Source, StructuredType
from docgen.schema.type_graph import base_chain, bases_first

_CERTAIN = 1_000_000
"""More than all evidence about a family."""


class _Balance(Struct, frozen=True, kw_only=True):
    """The weight that is rejected in a family below a type, if the type is of either kind."""

    entity: int
    complex: int


def with_bases_and_kinds(
    types: Sequence[StructuredType],
    groups: Mapping[QualifiedName, StructuredGroup],
    bases: Mapping[QualifiedName, DeclaredBase],
    entity_base: str,
) -> Result[tuple[StructuredType, ...]]:
    """Set the base and the kind of each type; each type is after its base in the result."""
    acyclic = _without_cycles(types, bases)
    base_names = {name: one.name for name, one in acyclic.value.items() if one.name}
    evidence = kind_evidence(types, groups, base_names)
    kinds = _kinds(types, acyclic.value, evidence, QualifiedName(entity_base))
    rejected = {
        name: base
        for name, base in base_names.items()
        if kinds[name] != kinds[base] and name in groups
    }
    kept = {name: base for name, base in base_names.items() if name not in rejected}
    default = {one.name: one.name for one in types}.get(QualifiedName(entity_base))
    default_chain = base_chain(default, kept)
    found: list[StructuredType] = []
    for one in types:
        base = kept.get(one.name)
        is_declared = one.name in acyclic.value and one.name not in rejected
        if kinds[one.name] == "entity" and not is_declared:
            base = default if one.name not in default_chain else None
        found.append(replace(one, base_type=base, kind=kinds[one.name]))
    diagnostics = (
        *acyclic.diagnostics,
        *(
            _rejected_base(acyclic.value[name], groups[name], base, kinds)
            for name, base in rejected.items()
        ),
        *(
            reported
            for one in types
            if one.name != entity_base
            for reported in rejected_evidence(
                one.name, kinds[one.name], evidence[one.name]
            )
        ),
    )
    return Result(bases_first(found), diagnostics)


def _without_cycles(
    types: Sequence[StructuredType], bases: Mapping[QualifiedName, DeclaredBase]
) -> Result[dict[QualifiedName, DeclaredBase]]:
    """Drop a base of each cycle: the one with the least weight.

    Of equal ones, it is the one that closes the cycle, which is followed from its first type.
    """
    kept = dict(bases)
    sources = {one.name: one.sources[0] for one in types}
    done: set[QualifiedName] = set()
    diagnostics: list[Diagnostic] = []
    for one in types:
        while cycle := _cycle(one.name, kept, done):
            weights = [kept[name].weight for name in cycle]
            weakest = min(reversed(cycle), key=lambda name: kept[name].weight)
            dropped, kept[weakest] = kept[weakest], DeclaredBase()
            source = sources[weakest]
            if min(weights) == max(weights):
                diagnostics.append(_equal_bases(weakest, dropped, source))
            else:
                diagnostics.append(_weakest_base(weakest, dropped, source))
    return Result(kept, tuple(diagnostics))


def _cycle(
    name: QualifiedName,
    bases: Mapping[QualifiedName, DeclaredBase],
    done: set[QualifiedName],
) -> tuple[QualifiedName, ...]:
    """Return the types of the cycle that the bases of a type lead to, each before its base.

    It is empty if they lead to none; then the type and its bases are `done`.
    """
    path: dict[QualifiedName, None] = {}
    current: QualifiedName | None = name
    while current is not None and current not in done:
        if current in path:
            names = tuple(path)
            return names[names.index(current) :]
        path[current] = None
        current = bases[current].name if current in bases else None
    done.update(path)
    return ()


def _equal_bases(name: QualifiedName, base: DeclaredBase, source: Source) -> Diagnostic:
    message = f"`{name}` derives from itself through `{base.name}`"
    advice = f"use another base type for `{name}`, or none"
    return diagnostic(Code.BASE_TYPE_CYCLE, message, source.path, source.span, advice)


def _weakest_base(
    name: QualifiedName, base: DeclaredBase, source: Source
) -> Diagnostic:
    source = base.source or source
    message = (
        f"`{name}` can't derive from `{base.name}`, which derives from it; "
        "using no base type"
    )
    advice = "correct what the pages say about the base types of both"
    return diagnostic(Code.CONTRADICTION, message, source.path, source.span, advice)


def _kinds(
    types: Iterable[StructuredType],
    bases: Mapping[QualifiedName, DeclaredBase],
    evidence: Mapping[QualifiedName, Sequence[Evidence]],
    entity_base: QualifiedName,
) -> dict[QualifiedName, StructuredKind]:
    """Return the kind of each type and of each undeclared base, with the least rejected weight.

    Derived types are added up before their bases; then kinds are given from the bases down.
    """
    names = _bases_before_derived((one.name for one in types), bases)
    derived: dict[QualifiedName, list[QualifiedName]] = {}
    for name in names:
        if name in bases and (base := bases[name].name):
            derived.setdefault(base, []).append(name)
    balances: dict[QualifiedName, _Balance] = {}
    for name in reversed(names):
        entity, complex_ = 0, _CERTAIN if name == entity_base else 0
        for one in evidence.get(name, ()):
            if one.weight > 0:
                complex_ += one.weight
            else:
                entity -= one.weight
        for below in derived.get(name, ()):
            balance, link = balances[below], bases[below].weight
            entity += min(balance.entity, balance.complex + link)
            complex_ += min(balance.complex, balance.entity + link)
        balances[name] = _Balance(entity=entity, complex=complex_)
    kinds: dict[QualifiedName, StructuredKind] = {}
    for name in names:
        balance = balances[name]
        declared = bases.get(name)
        of_base = kinds.get(declared.name) if declared and declared.name else None
        link = declared.weight if declared and of_base else 0
        entity = balance.entity + (link if of_base == "complex" else 0)
        complex_ = balance.complex + (link if of_base == "entity" else 0)
        is_entity = entity < complex_ or (entity == complex_ and of_base == "entity")
        kinds[name] = "entity" if is_entity else "complex"
    return kinds


def _bases_before_derived(
    names: Iterable[QualifiedName], bases: Mapping[QualifiedName, DeclaredBase]
) -> tuple[QualifiedName, ...]:
    """Return the names and those of all bases, each after its base."""
    ordered: dict[QualifiedName, None] = {}
    for name in names:
        chain: list[QualifiedName] = []
        current: QualifiedName | None = name
        while current is not None and current not in ordered:
            chain.append(current)
            current = bases[current].name if current in bases else None
        ordered.update(dict.fromkeys(reversed(chain)))
    return tuple(ordered)


def _rejected_base(
    declared: DeclaredBase,
    group: StructuredGroup,
    base: QualifiedName,
    kinds: Mapping[QualifiedName, StructuredKind],
) -> Diagnostic:
    source = declared.source or group.parts[0].source
    message = (
        f"`{group.name}` is {with_article(kinds[group.name])}, but its base type `{base}` is "
        f"{with_article(kinds[base])}; using no base type"
    )
    advice = "correct the base type, or what the pages say about the kind of the types"
    return diagnostic(Code.CONTRADICTION, message, source.path, source.span, advice)
