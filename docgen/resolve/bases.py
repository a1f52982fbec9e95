"""Base types: determine the base type of each structured type from all that pages declare.

Each place that names a base type has a weight (`BaseRule`), and the base type with the largest sum
is used; of equal ones, the one that is first in the table. A row "Inherited from x" counts for each
base type that is x or derives from it: such rows often name the ancestor that declares them.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import Enum

from msgspec import Struct

from docgen.diagnostics import Code, Diagnostic, Replacement, Result, diagnostic
from docgen.extract.type_expression import TypeName
from docgen.resolve.references import NameContext, Reference, name_findings, reference
from docgen.resolve.type_parts import (
    MarkedRow,
    MarkedRows,
    StructuredGroup,
    StructuredPart,
)
from docgen.schema.edm import UNTYPED, is_primitive
from docgen.schema.model import QualifiedName, Source, source_of
from docgen.schema.names import short_name
from docgen.schema.type_graph import base_chain

GENERIC_BASE = "entity"
"""The short name of a base type that says no more than that a type has a key."""

_MAX_ROWS = 3
"""Number of rows that count: pages repeat the whole table of a base type."""


class _Rule(Struct, frozen=True):
    """The weight of a place that names a base type, what messages call it, and the reason.

    `link` is the weight against giving the type and its base type different kinds. It is larger
    than any one kind of evidence about the kind of a type with a few rows, so that only evidence of
    several kinds, or many rows, reject a base type.
    """

    weight: int
    link: int
    label: str
    reason: str


class BaseRule(Enum):
    """The places that name a base type."""

    ANNOTATION = _Rule(
        4, 8, "annotation", "Written for programs, and checked by tools of the authors."
    )
    PROSE = _Rule(
        3, 6, "prose", "Written for readers about this type, but also copied."
    )
    UNDECLARED = _Rule(
        2, 8, "annotation", "A name that no page declares may be misspelled."
    )
    NONE = _Rule(2, 0, "annotation", "Templates of pages have an empty `baseType`.")
    DERIVED = _Rule(
        2, 4, "its list of derived types", "May list types that derive indirectly."
    )
    GENERIC = _Rule(
        1,
        8,
        "annotation",
        "`entity` only says that a type has a key: any other place is more specific.",
    )
    LINKED = _Rule(
        1, 2, "prose", "A link to a page that is not in the page set names the type."
    )
    ROW = _Rule(1, 2, "rows", "Names an ancestor, not necessarily the base type.")


_ORDER = {rule: number for number, rule in enumerate(BaseRule)}


class DeclaredBase(Struct, frozen=True, kw_only=True):
    """The base type that pages declare.

    Without a `name` the type has no base type. `weight` is that of the link between the two types
    (`_Rule.link`), `source` a place that names the base type.
    """

    name: QualifiedName | None = None
    weight: int = 0
    source: Source | None = None


class _Statement(Struct, frozen=True, kw_only=True):
    """One place that names the base type of a type, or declares that there is none."""

    rule: BaseRule
    name: QualifiedName | None
    source: Source


_Statements = dict[QualifiedName, list[_Statement]]


def resolve_bases(
    context: NameContext, groups: Sequence[StructuredGroup], marked: MarkedRows
) -> Result[dict[QualifiedName, DeclaredBase]]:
    """Return the base of each type for which pages declare one, or declare that there is none.

    `marked` are the rows that pages call inherited.
    """
    statements: _Statements = {}
    notes: list[Diagnostic] = []
    for group in groups:
        for part in group.parts:
            of_page = _of_page(context, part)
            notes += of_page.diagnostics
            if of_page.value:
                statements.setdefault(group.name, []).extend(of_page.value)
            for name, statement in _derived(context, group, part):
                statements.setdefault(name, []).append(statement)
    known = {name: _heaviest(found) for name, found in statements.items()}
    known_names = {name: one.name for name, one in known.items() if one.name}
    bases = dict(known)
    for type_name, marked_rows in marked.items():
        found = statements.get(type_name, [])
        ancestors = [*_ancestors_in_rows(context, type_name, marked_rows)]
        if rows := [*_of_rows(ancestors, found, known_names)]:
            statements[type_name] = [*found, *rows]
            bases[type_name] = _heaviest(statements[type_name])
    valid = _without_invalid_bases(context, groups, bases)
    rejected = _rejected(statements, valid.value)
    return Result(valid.value, (*notes, *rejected, *valid.diagnostics))


def _heaviest(statements: Iterable[_Statement]) -> DeclaredBase:
    """Return the base type with the largest sum of weights."""
    by_name: dict[QualifiedName | None, list[_Statement]] = {}
    for one in statements:
        by_name.setdefault(one.name, []).append(one)
    (name, used), *others = by_name.items()
    if others:
        name, used = max(
            by_name.items(),
            key=lambda item: (
                sum(one.rule.value.weight for one in item[1]),
                -min(_ORDER[one.rule] for one in item[1]),
            ),
        )
    link = sum(one.rule.value.link for one in used)
    return DeclaredBase(name=name, weight=link, source=used[0].source)


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


def _of_page(
    context: NameContext, part: StructuredPart
) -> Result[tuple[_Statement, ...]]:
    """Return what the annotation and the prose of a page declare."""
    base, path = part.declaration.base, part.path
    found: list[_Statement] = []
    notes: list[Diagnostic] = []
    annotation = _referenced_type(context, part, base.annotation)
    if annotation and base.annotation:
        is_specific = short_name(annotation.name) != GENERIC_BASE
        rule = BaseRule.ANNOTATION if is_specific else BaseRule.GENERIC
        if not annotation.is_declared and is_specific:
            rule = BaseRule.UNDECLARED
        source = source_of(path, base.annotation.span)
        if annotation.name != UNTYPED:
            found.append(_Statement(rule=rule, name=annotation.name, source=source))
        notes += name_findings(context, path, base.annotation, annotation)
    elif base.is_none:
        source = part.source
        found.append(_Statement(rule=BaseRule.NONE, name=None, source=source))
    prose = _referenced_type(context, part, base.prose.name if base.prose else None)
    if prose and base.prose and prose.name != part.name:
        name = base.prose.name
        rule = BaseRule.PROSE if prose.is_declared else BaseRule.LINKED
        if prose.is_declared or (name.target and prose.name != UNTYPED):
            source = source_of(path, name.span)
            found.append(_Statement(rule=rule, name=prose.name, source=source))
        is_reported = annotation and annotation.name == prose.name
        if base.prose.is_marked and not prose.is_declared and not is_reported:
            notes += name_findings(context, path, name, prose)
    return Result(tuple(found), tuple(notes))


def _derived(
    context: NameContext, group: StructuredGroup, part: StructuredPart
) -> Iterator[tuple[QualifiedName, _Statement]]:
    """Yield the types that a page names as derived from its own ("the derived types are …")."""
    for name in part.declaration.derived:
        derived = _declared_type(context, part, name)
        if derived:
            source = source_of(part.path, name.span)
            rule = BaseRule.DERIVED
            yield derived.name, _Statement(rule=rule, name=group.name, source=source)


def _of_rows(
    rows: Sequence[tuple[QualifiedName, Source]],
    statements: Sequence[_Statement],
    known: Mapping[QualifiedName, QualifiedName],
) -> Iterator[_Statement]:
    """Yield what rows say for the base types that other places name, else for the most derived.

    `rows` are the ancestors that rows name, and where.
    """
    if not rows:
        return
    names = dict.fromkeys(one.name for one in statements if one.name)
    supported = [*names] if names else [_most_derived([n for n, _ in rows], known)]
    for base in supported:
        chain = base_chain(base, known)
        places = [source for name, source in rows if name in chain]
        for source in places[:_MAX_ROWS]:
            yield _Statement(rule=BaseRule.ROW, name=base, source=source)


def _most_derived(
    names: Sequence[QualifiedName], known: Mapping[QualifiedName, QualifiedName]
) -> QualifiedName:
    """Return the type from which no other one of these derives, if possible not `entity`."""
    found = dict.fromkeys(names)
    bases = {known[name] for name in found if name in known}
    candidates = [name for name in found if name not in bases] or names
    specific = [name for name in candidates if short_name(name) != GENERIC_BASE]
    return next(iter((*specific, *candidates)))


def _rejected(
    statements: Mapping[QualifiedName, Sequence[_Statement]],
    bases: Mapping[QualifiedName, DeclaredBase],
) -> Iterator[Diagnostic]:
    """Report each place whose base type is not used; rows are reported where they are marked."""
    names = {name: one.name for name, one in bases.items() if one.name}
    for name, found in statements.items():
        if len(found) == 1:  # it is used, or its base type is invalid
            continue
        used = bases[name].name if name in bases else None
        chain = base_chain(used, names)
        winner = next((one for one in found if one.name == used), None)
        for one in found:
            is_used = one.name == used or (
                one.rule is BaseRule.DERIVED and one.name in chain
            )
            if winner and not is_used and one.rule is not BaseRule.ROW:
                yield _conflict(one, winner)


def _conflict(one: _Statement, winner: _Statement) -> Diagnostic:
    places = sorted((one, winner), key=lambda s: s.rule is not BaseRule.PROSE)
    (first, named), (second, other) = [
        (s.rule.value.label, f"`{s.name}`" if s.name else "none") for s in places
    ]
    used = f"`{winner.name}`" if winner.name else "no base type"
    message = (
        f"{first} names the base type {named}, but {second} names {other}; using {used}"
    )
    advice = f"name {used} in both places"
    source = winner.source if one.rule is BaseRule.NONE else one.source
    return diagnostic(
        Code.CONTRADICTION,
        message,
        source.path,
        source.span,
        advice,
        *_in_annotation(one, winner),
    )


def _in_annotation(one: _Statement, winner: _Statement) -> Iterator[Replacement]:
    """Write the base type that is used into an annotation that names another one, or none."""
    is_annotation = one.rule.value.label == BaseRule.ANNOTATION.value.label
    is_same_page = one.source.path == winner.source.path
    if winner.name and is_annotation and (one.name or is_same_page):
        old = one.name or '""'
        new = winner.name if one.name else f'"{winner.name}"'
        yield Replacement(new, old, one.source.span)


def _ancestors_in_rows(
    context: NameContext, type_name: QualifiedName, rows: Iterable[MarkedRow]
) -> Iterator[tuple[QualifiedName, Source]]:
    known: dict[tuple[str, str, str, str | None, bool], Reference | None] = {}
    for part, row in rows:
        for name in row.facts.inherited_from:
            # Most rows of a table name the same ancestor.
            key = part.path, part.name, name.text, name.target, name.is_translated
            if key not in known:
                known[key] = _declared_type(context, part, name)
            found = known[key]
            if found and found.name != type_name:
                yield found.name, source_of(part.path, name.span)


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
