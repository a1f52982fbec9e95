"""Naming: type names and expressions in, type references out, with what there is to tell."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from docgen.diagnostics import Code, Diagnostic, diagnostic, quote
from docgen.extract.type_expression import TypeExpression, TypeName
from docgen.resolve.index import Index
from docgen.resolve.nearest import Shelves, nearest
from docgen.resolve.references import Reference, reference
from docgen.schema.edm import UNTYPED
from docgen.schema.links import page_path
from docgen.schema.model import QualifiedName, TypeReference
from docgen.schema.names import short_name


class Naming(Struct, frozen=True, kw_only=True):
    """What is needed to tell what a name means.

    `near` are all short names, `bases` the stated base of each type that has one.
    """

    index: Index
    near: Shelves
    bases: Mapping[QualifiedName, QualifiedName]


class Named(Struct, frozen=True, kw_only=True):
    """The reference that a type expression makes, and the diagnostics."""

    type: TypeReference
    reported: tuple[Diagnostic, ...] = ()


def named(
    naming: Naming, page: str, namespace: str, type: TypeExpression | None
) -> Named:
    """Return the reference that a type expression makes; `Edm.Untyped` for none."""
    if type is None:
        return Named(type=TypeReference(name=UNTYPED))
    found = reference(naming.index, page, namespace, type.name)
    others = [reference(naming.index, page, namespace, n) for n in type.alternatives]
    name = found.name
    if others:
        name = _shared_base(naming, name, [other.name for other in others])
    made = TypeReference(
        name=name, is_collection=type.is_collection, is_declared=found.is_declared
    )
    return Named(
        type=made, reported=tuple(name_findings(naming, page, type.name, found))
    )


def _shared_base(
    naming: Naming, name: QualifiedName, others: Sequence[QualifiedName]
) -> QualifiedName:
    """Return the nearest type that `name` and all alternatives derive from; else `name`."""
    lines = [frozenset(_line(naming, other)) for other in others]
    shared = (
        base for base in _line(naming, name) if all(base in line for line in lines)
    )
    return next(shared, name)


def _line(naming: Naming, name: QualifiedName) -> tuple[QualifiedName, ...]:
    """Return a type and all types above it."""
    line: dict[QualifiedName, None] = {}
    current: QualifiedName | None = name
    while current is not None and current not in line:
        line[current] = None
        current = naming.bases.get(current)
    return tuple(line)


def name_findings(
    naming: Naming, page: str, name: TypeName, found: Reference
) -> Iterator[Diagnostic]:
    """Report how `name` was resolved to `found`, where that is worth knowing."""
    if found.code is not None:
        message, advice = _words(naming, page, name, found.name, found.code)
        yield diagnostic(found.code, message, page, name.span, advice)


def _words(
    naming: Naming, page: str, name: TypeName, found: QualifiedName, code: Code
) -> tuple[str, str]:
    match code:
        case Code.UNRESOLVED_TYPE:
            return _unresolved(naming, page, name)
        case Code.AMBIGUOUS_TYPE:
            return (
                f"several namespaces declare {quote(name.text)}; used `{found}`",
                "link to the page of the type, or write its qualified name",
            )
        case Code.NAME_CASE:
            short = short_name(found)
            return (
                f"{quote(name.text)} is spelled `{short}` where it is declared",
                f"write `{short}`",
            )
        case _:
            return _wrong_link(naming, page, name, found)


def _wrong_link(
    naming: Naming, page: str, name: TypeName, found: QualifiedName
) -> tuple[str, str]:
    """Return the message and the help: correct the text if the link decided, else the link."""
    target = quote(name.target or "")
    message = f"{quote(name.text)} links to {target}; used `{found}`"
    if found in naming.index.linked(page, name.target):
        return message, f"write `{short_name(found)}`"
    return message, f"link to the page of `{short_name(found)}`"


def _unresolved(naming: Naming, page: str, name: TypeName) -> tuple[str, str]:
    expected = page_path(page, name.target) if name.target else None
    message = f"no page declares {quote(name.text)}"
    if expected:
        message += f"; expected it on {quote(expected)}"
    near = nearest(short_name(name.text), naming.near)
    return message, (
        f"did you mean `{near}`?" if near else "add the page that declares it"
    )
