"""The least privileged permissions that calls need together.

Each operation has alternatives, in order of privilege on its page; an alternative is one
permission, or several that are needed together. An operation needs its first alternative, unless
permissions that other operations need are an alternative of it, too. A more privileged permission
is never chosen so that there are fewer.
"""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct

Alternative: TypeAlias = tuple[str, ...]


class Needed(Struct, frozen=True, kw_only=True):
    """A permission, and the operations that need it, by name.

    `alternatives` are the other permissions that would be enough for each of them.
    """

    permission: str
    operations: tuple[str, ...]
    alternatives: Mapping[str, tuple[Alternative, ...]]


def least_privileged(
    operations: Mapping[str, Sequence[Alternative]],
) -> tuple[Needed, ...]:
    """Return the permissions that operations need, sorted.

    `operations` are the alternatives of each operation by its name; one without any is left out.
    """
    usable = {name: tuple(found) for name, found in operations.items() if found}
    chosen: Mapping[str, Alternative] = {
        name: found[0] for name, found in usable.items()
    }
    for alternative in _most_privileged_first(usable):
        chosen = _without(alternative, chosen, usable)
    by_permission: dict[str, list[str]] = {}
    for name in sorted(chosen):
        for permission in chosen[name]:
            by_permission.setdefault(permission, []).append(name)
    return tuple(
        Needed(
            permission=permission,
            operations=tuple(names),
            alternatives={
                name: tuple(one for one in usable[name] if one != chosen[name])
                for name in names
            },
        )
        for permission, names in sorted(by_permission.items())
    )


def _most_privileged_first(
    usable: Mapping[str, Sequence[Alternative]],
) -> list[Alternative]:
    """Return the first alternatives, sorted by how late other operations have them."""
    latest: dict[Alternative, int] = {}
    for found in usable.values():
        for index, one in enumerate(found):
            latest[one] = max(index, latest.get(one, 0))
    first = {found[0] for found in usable.values()}
    return sorted(first, key=lambda one: (-latest[one], one))


def _without(
    removed: Alternative,
    chosen: Mapping[str, Alternative],
    usable: Mapping[str, Sequence[Alternative]],
) -> Mapping[str, Alternative]:
    """Return a choice without an alternative if the others are enough, else the same."""
    others = [found for found in chosen.values() if found != removed]
    held = {permission for found in others for permission in found}
    changed: dict[str, Alternative] = {}
    for name, found in chosen.items():
        if found == removed:
            enough = [one for one in usable[name] if held.issuperset(one)]
            if not enough:
                return chosen
            changed[name] = enough[0]
    return {**chosen, **changed}
