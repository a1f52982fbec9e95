"""The permissions of an operation, by scheme, least privileged first.

In a table with a row for each resource, the rows of the resources in the URLs count; if none of
them is in a URL, all do.
"""

from collections.abc import Sequence

from docgen.extract.api.declarations import (
    ApiDeclaration,
    PermissionDeclaration,
    Scheme,
)
from docgen.resolve.api.templates import Template, singular_word
from docgen.schema.model import Conjunction, Permissions


def operation_permissions(api: ApiDeclaration, urls: Sequence[Template]) -> Permissions:
    """Return the permissions of an operation."""
    rows = api.permissions
    if not any(one.resource for one in rows):
        return _permissions(rows)
    words = {singular_word(word).lower() for url in urls for word in url.words}
    words |= {"user"} if "me" in words else set()
    chosen = [one for one in rows if not one.resource or one.resource.lower() in words]
    if not any(one.resource for one in chosen):
        chosen = [*rows]
    return _permissions(chosen)


def _permissions(rows: Sequence[PermissionDeclaration]) -> Permissions:
    return Permissions(
        delegated_work=_of(rows, "delegated_work"),
        delegated_personal=_of(rows, "delegated_personal"),
        application=_of(rows, "application"),
    )


def _of(
    rows: Sequence[PermissionDeclaration], scheme: Scheme
) -> tuple[Conjunction, ...]:
    found = (each for one in rows if one.scheme == scheme for each in one.alternatives)
    return tuple(dict.fromkeys(found))
