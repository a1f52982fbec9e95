"""Evidence of whether a type is an entity type or a complex type, with its weight.

Each rule of the table gives a weight to one kind of evidence. If rows are counted, each doubling of
their number adds `doubled`: many rows weigh more than a few, but not in proportion, because tables
are copied from page to page. A positive balance of all evidence means an entity type.

Rows that a type repeats from its declared ancestors don't count: they say nothing new.
"""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Literal, TypeAlias

from msgspec import Struct

from docgen.extract.annotation import json_object
from docgen.resolve.type_parts import StructuredGroup
from docgen.schema.model import (
    Operation,
    Property,
    QualifiedName,
    Source,
    StructuredType,
    WireName,
    source_of,
)

ID = WireName("id")
"""The property that usually identifies an entity."""

_IDENTIFIER = "string (identifier)"
"""The value of a key in the samples of templates, in lower case."""

StructuredKind: TypeAlias = Literal["entity", "complex"]


class KindRule(Struct, frozen=True):
    """A rule: the kind that the evidence indicates, its weight, and why it has this weight."""

    kind: StructuredKind
    weight: int
    doubled: int
    reason: str


class EvidenceRule(Enum):
    """The rules by what they count."""

    METHODS = KindRule(
        "entity",
        2,
        2,
        "Only an entity has a URL. A single method is often that of another type, "
        "repeated where its result is described.",
    )
    RELATIONSHIPS = KindRule(
        "entity",
        3,
        2,
        "A navigation property leads to an entity. Writers use the wrong table as often "
        "in one direction as in the other, so this weighs as much as PROPERTIES.",
    )
    KEY = KindRule(
        "entity",
        3,
        0,
        "A key with a row. It weighs less than a key in CSDL would, because templates of "
        "pages contain `keyProperty` and an `id`.",
    )
    KEY_ROW = KindRule(
        "entity",
        5,
        0,
        "A row that its description or a column calls the key. Templates of pages don't contain "
        "this, so it weighs more than one row of another type.",
    )
    KEY_WITHOUT_ROW = KindRule(
        "entity",
        2,
        0,
        "A key that the annotation declares and no row or sample has: often copied.",
    )
    ID_IN_SAMPLE = KindRule(
        "entity",
        2,
        0,
        "The sample has an `id` with the value `String (identifier)`, as samples of entities do.",
    )
    ID = KindRule(
        "entity",
        1,
        0,
        "Any other `id` that is not declared as a key: a third of such types are complex.",
    )
    RETURNED = KindRule(
        "entity",
        1,
        0,
        "An operation returns the type, and it has an `id`. Without one this says nothing, "
        "because functions return complex types.",
    )
    OWN_RELATIONSHIPS = KindRule(
        "entity",
        1,
        0,
        "Complex types may have navigation properties, but few have any.",
    )
    DESCRIBED_AS_ENTITY = KindRule(
        "entity", 3, 0, "The heading or a sentence says that it is an entity type."
    )
    DESCRIBED_AS_COMPLEX = KindRule(
        "complex", 3, 0, "The heading or a sentence says that it is a complex type."
    )
    PROPERTIES = KindRule("complex", 3, 2, "The value of a property is not an entity.")
    NOTHING_ELSE = KindRule(
        "complex",
        1,
        0,
        "A type without a base type that nothing identifies as an entity type is a "
        "complex type.",
    )


class Wording(Struct, frozen=True):
    """A piece of evidence that is not a row: words of the page, and where they are."""

    label: str
    source: Source


Indication: TypeAlias = Property | Operation | Wording
"""A row or words: one piece of evidence."""


def label_of(indication: Indication) -> str:
    """Return the name of a property, the label of an operation, or the words."""
    return indication.name if isinstance(indication, Property) else indication.label


class Evidence(Struct, frozen=True, kw_only=True):
    """What one rule found about a type.

    `weight` is positive for an entity type and negative for a complex type.
    """

    rule: EvidenceRule
    indications: tuple[Indication, ...]
    weight: int

    @property
    def kind(self) -> StructuredKind:
        """The kind that it indicates."""
        return "entity" if self.weight > 0 else "complex"


def _evidence(rule: EvidenceRule, *indications: Indication) -> Evidence:
    """Weigh what a rule found: at least one indication."""
    facts = rule.value
    weight = facts.weight + facts.doubled * (len(indications).bit_length() - 1)
    return Evidence(
        rule=rule,
        indications=indications,
        weight=weight if facts.kind == "entity" else -weight,
    )


def kind_evidence(
    types: Sequence[StructuredType],
    groups: Mapping[QualifiedName, StructuredGroup],
    bases: Mapping[QualifiedName, QualifiedName],
) -> dict[QualifiedName, tuple[Evidence, ...]]:
    """Return the evidence about each type; `bases` are the declared base types."""
    properties: dict[QualifiedName, list[Indication]] = {}
    relationships: dict[QualifiedName, list[Indication]] = {}
    returned: dict[QualifiedName, Operation] = {}
    names = {one.name: _own_names(one) for one in types}
    inherited = _inherited_names(names, bases)
    for one in types:
        repeated = inherited[one.name]
        for rows, by_type in (
            (one.properties, properties),
            (one.navigation_properties, relationships),
        ):
            for row in rows:
                type_name = row.type.name
                if type_name in names and row.name not in repeated:
                    by_type.setdefault(type_name, []).append(row)
        for operation in one.operations:
            returns = operation.returns
            if returns and ID in names.get(returns.name, ()):
                returned.setdefault(returns.name, operation)
    evidence: dict[QualifiedName, tuple[Evidence, ...]] = {}
    for one in types:
        name = one.name
        found = _of_page(one, groups[name], names[name], inherited[name])
        if name in relationships:
            found.append(_evidence(EvidenceRule.RELATIONSHIPS, *relationships[name]))
        if name in properties:
            found.append(_evidence(EvidenceRule.PROPERTIES, *properties[name]))
        if name in returned:
            found.append(_evidence(EvidenceRule.RETURNED, returned[name]))
        if name not in bases:
            words = Wording(name, one.sources[0])
            found.append(_evidence(EvidenceRule.NOTHING_ELSE, words))
        evidence[name] = tuple(found)
    return evidence


def _inherited_names(
    names: Mapping[QualifiedName, frozenset[WireName]],
    bases: Mapping[QualifiedName, QualifiedName],
) -> dict[QualifiedName, frozenset[WireName]]:
    """Return the names that the ancestors of each type declare; `names` are those of its own."""
    inherited: dict[QualifiedName, frozenset[WireName]] = {}
    for name in names:
        chain: list[QualifiedName] = []
        current: QualifiedName | None = name
        while current is not None and current not in inherited:
            chain.append(current)
            current = bases.get(current)
        for one in reversed(chain):
            base = bases.get(one)
            known = inherited[base] if base else frozenset[WireName]()
            new = names.get(base, known) if base else known
            inherited[one] = known if new <= known else known | new
    return inherited


def _own_names(one: StructuredType) -> frozenset[WireName]:
    """Return the names of the rows, and of the keys of the sample that identify an entity."""
    names = {row.name for row in one.properties}
    names.update([row.name for row in one.navigation_properties])
    missing = [name for name in (ID, *one.key) if name not in names]
    sample = one.sample or ""
    if missing and any(f'"{name}"' in sample for name in missing):
        names.update(filter(json_object(sample).__contains__, missing))
    return frozenset(names)


def _of_page(
    one: StructuredType,
    group: StructuredGroup,
    names: frozenset[WireName],
    inherited: frozenset[WireName],
) -> list[Evidence]:
    """Return what the pages of a type say about it; `names` are its own."""
    found: list[Evidence] = []
    if one.key and inherited.isdisjoint(one.key):
        part = next(p for p in group.parts if p.declaration.key == one.key)
        has_rows = names.issuperset(one.key)
        rule = EvidenceRule.KEY if has_rows else EvidenceRule.KEY_WITHOUT_ROW
        if any(row.is_key for row in one.rows if row.name in one.key):
            rule = EvidenceRule.KEY_ROW
        source = source_of(part.path, part.declaration.key_span)
        found.append(_evidence(rule, Wording(one.key[0], source)))
    if ID in names and ID not in one.key and ID not in inherited:
        is_marked = f'"{ID}": "{_IDENTIFIER}"' in (one.sample or "").lower()
        rule = EvidenceRule.ID_IN_SAMPLE if is_marked else EvidenceRule.ID
        found.append(_evidence(rule, Wording(ID, one.sources[0])))
    if one.operations:
        found.append(_evidence(EvidenceRule.METHODS, *one.operations))
    own = (row for row in one.navigation_properties if row.name not in inherited)
    if first := next(own, None):
        found.append(_evidence(EvidenceRule.OWN_RELATIONSHIPS, first))
    for part in group.parts:
        described = part.declaration.described_kind
        if described:
            source = source_of(part.path, described.span)
            words = Wording(f"{described.kind} type", source)
            found.append(_evidence(_DESCRIBED[described.kind], words))
    return found


_DESCRIBED: Mapping[StructuredKind, EvidenceRule] = {
    "entity": EvidenceRule.DESCRIBED_AS_ENTITY,
    "complex": EvidenceRule.DESCRIBED_AS_COMPLEX,
}
