"""The type that an API page belongs to: the one whose methods table links to it.

A page that no methods table links to belongs to the type that the name of its file begins with
(`team-archive`), else to the subject of its title (`team: archive`), else to the last segment of
its URLs that names a type.
"""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from docgen.extract.api.declarations import ApiDeclaration
from docgen.resolve.api.names import PageNames
from docgen.schema.links import stem
from docgen.schema.model import Operation, QualifiedName, StructuredType
from docgen.schema.url_templates import Template, singular_word


class Listed(Struct, frozen=True, array_like=True, kw_only=True):
    """A row of a methods table that links to a page, and its type."""

    type: QualifiedName
    operation: Operation


def listed_operations(types: Sequence[object]) -> Mapping[str, tuple[Listed, ...]]:
    """Return the rows of all methods tables by the path, in lower case, that they link to."""
    found: dict[str, list[Listed]] = {}
    for type_ in types:
        if isinstance(type_, StructuredType):
            for operation in type_.operations:
                if operation.api_page:
                    row = Listed(type=type_.name, operation=operation)
                    found.setdefault(operation.api_page.lower(), []).append(row)
    return {path: tuple(rows) for path, rows in found.items()}


def owning_type(
    api: ApiDeclaration,
    urls: Sequence[Template],
    names: PageNames,
    listed: Sequence[Listed],
) -> QualifiedName | None:
    """Return the type that a page belongs to, or `None` if that is unknown."""
    by_file = next(_by_file(names), None)
    owners = [one.type for one in listed]
    if owners:
        return by_file if by_file in owners else owners[0]
    if by_file is not None:
        return by_file
    subject = names.named("".join(api.title.subject.split()))
    if subject is not None and not subject.startswith("Edm."):
        return subject
    return next(_by_url(urls, names), None)


def _by_file(names: PageNames) -> Iterator[QualifiedName]:
    *parts, _ = stem(names.page).split("-")
    for part in parts:
        yield from names.index.short.get(part.lower(), ())[:1]


def _by_url(urls: Sequence[Template], names: PageNames) -> Iterator[QualifiedName]:
    for url in urls:
        for word in reversed(url.words):
            found = names.named(singular_word(word))
            if found is not None and not found.startswith("Edm."):
                yield found
