"""The relationships of the types that an API page belongs to: what its URLs may lead to."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, msgpack

from docgen.digests import digest
from docgen.resolve.references import Bases
from docgen.schema.model import QualifiedName, StructuredType, Type
from docgen.schema.type_graph import base_chain
from docgen.schema.url_templates import Template


class Relationships(Struct, frozen=True):
    """The relationships of a type: names in lower case, each with its type, and a digest of all."""

    rows: tuple[tuple[str, QualifiedName], ...]
    digest: str


def relationships(
    types: Sequence[Type], bases: Bases
) -> Mapping[QualifiedName, Relationships]:
    """Return the relationships of each type that has operations, with those of its ancestors.

    Properties with the type of another page count: some tables have relationships among them.
    """
    structured = [one for one in types if isinstance(one, StructuredType)]
    own = {
        one.name: tuple(
            (row.name.lower(), row.type.name)
            for row in one.rows
            if row.type.is_declared and not row.type.name.startswith("Edm.")
        )
        for one in structured
    }
    return {
        one.name: _with_digest(
            row
            for name in reversed(base_chain(one.name, bases))
            for row in own.get(name, ())
        )
        for one in structured
        if one.operations
    }


def _with_digest(rows: Iterable[tuple[str, QualifiedName]]) -> Relationships:
    found = tuple(rows)
    return Relationships(found, digest(msgpack.encode(found)))


def related_type(
    urls: Sequence[Template], related: Iterable[Relationships]
) -> QualifiedName | None:
    """Return the type of the relationship that ends a URL, or that the item at its end is of."""
    types = dict(row for one in related for row in one.rows)
    found = (types.get(url.last.lower()) for url in urls)
    return next((one for one in found if one), None)
