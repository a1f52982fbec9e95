"""The permissions of each request of an operation, by scheme, least privileged first.

Some tables have a row, or a cell a part, for each kind of resource. A request needs the permissions
of its own resource: the one whose words are in the URL, as near to its end as possible (`group
event` in `/groups/{id}/events/{id}`, where `group` and `event` are resources as well).
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from docgen.extract.api.declarations import (
    ApiDeclaration,
    PermissionDeclaration,
    Scheme,
)
from docgen.regex import Regex
from docgen.schema.model import Conjunction, Permissions
from docgen.schema.url_templates import Template, singular_word

_ALTERNATIVES = Regex(r"\s*(?:,|/|\bor\b|\band\b)\s*", re.IGNORECASE)
_WORD = Regex(r"\w+")
_IGNORED = frozenset({"a", "an", "the", "personal", "resource", "resources"})
"""Words of the name of a resource that are in no URL."""


class RequestPermissions(Struct, frozen=True, kw_only=True):
    """The permissions that are enough for each request of an operation.

    `by_request` has those of each request; `None` if they are the same for all.
    """

    shared: Permissions
    by_request: tuple[Permissions, ...] | None


def operation_permissions(
    api: ApiDeclaration, urls: Sequence[Template]
) -> RequestPermissions:
    """Return the permissions of an operation with these URLs."""
    rows = api.permissions
    if not any(one.resource for one in rows):
        return RequestPermissions(shared=_permissions(rows), by_request=None)
    found = tuple(_permissions(_rows_of(url, rows)) for url in urls)
    if len({*found}) == 1:
        return RequestPermissions(shared=found[0], by_request=None)
    return RequestPermissions(shared=_in_all(found), by_request=found)


def _rows_of(
    url: Template, rows: Sequence[PermissionDeclaration]
) -> Sequence[PermissionDeclaration]:
    """Return the rows of the resource of a URL; all rows if no row has a resource in it."""
    words = [singular_word(word).lower() for word in url.words]
    words = ["user" if word == "me" else word for word in words]
    resources = dict.fromkeys(one.resource for one in rows if one.resource)
    ranks = {one: rank for one in resources if (rank := _rank(one, words))}
    if not ranks:
        return rows
    best = max(ranks.values())
    chosen = {one for one, rank in ranks.items() if rank == best} | {""}
    return [one for one in rows if one.resource in chosen]


def _rank(resource: str, words: Sequence[str]) -> tuple[int, int] | None:
    """Return where in a URL a resource is, and by how many words; `None` if it isn't."""
    found = (_position(one, words) for one in _ALTERNATIVES.split(resource))
    return max((one for one in found if one), default=None)


def _position(resource: str, words: Sequence[str]) -> tuple[int, int] | None:
    named = [
        singular_word(word).lower()
        for word in _WORD.findall(resource)
        if word.lower() not in _IGNORED
    ]
    for parts in (named, ["".join(named)]):
        if parts and all(part in words for part in parts):
            last = len(words) - 1 - [*reversed(words)].index(parts[-1])
            return last, len(parts)
    return None


def _permissions(rows: Sequence[PermissionDeclaration]) -> Permissions:
    return Permissions(
        delegated_work=tuple(_of(rows, "delegated_work")),
        delegated_personal=tuple(_of(rows, "delegated_personal")),
        application=tuple(_of(rows, "application")),
    )


def _of(rows: Sequence[PermissionDeclaration], scheme: Scheme) -> Iterator[Conjunction]:
    found = (each for one in rows if one.scheme == scheme for each in one.alternatives)
    yield from dict.fromkeys(found)


def _in_all(found: Sequence[Permissions]) -> Permissions:
    """Return the permissions that are enough for all requests, in the order of the first."""
    return Permissions(
        delegated_work=_in_each([one.delegated_work for one in found]),
        delegated_personal=_in_each([one.delegated_personal for one in found]),
        application=_in_each([one.application for one in found]),
    )


def _in_each(found: Sequence[tuple[Conjunction, ...]]) -> tuple[Conjunction, ...]:
    first, *others = found
    return tuple(each for each in first if all(each in other for other in others))
