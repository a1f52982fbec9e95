"""Changes of the permissions of an operation.

Each scheme has alternatives, least privileged first; an alternative is one permission or several
that are needed together. A request that has permissions of its own has these.

    an old alternative                      a client that has it
    is one of the new ones                  is accepted
    has all of a new one and others         is accepted: some of its permissions are enough
    has some of a new one                   is refused: it needs the others as well
    otherwise                               is refused
"""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from docgen.changes.described_operations import DescribedOperation
from docgen.changes.model import Change
from docgen.changes.rules import Rules, change
from docgen.diagnostics import quote
from docgen.schema.model import ApiOperation, Conjunction, Source

_SCHEMES = {
    "delegated_work": "delegated (work)",
    "delegated_personal": "delegated (personal)",
    "application": "application",
}
"""The schemes in the words of messages."""

_Found: TypeAlias = Iterator[tuple[Rules, str, str]]
"""Rules, with their messages and the names of what changed."""


def permission_changes(
    old: ApiOperation, new: ApiOperation, operation: DescribedOperation
) -> Iterator[Change]:
    """Yield the changes of permissions between two versions of an API page."""
    versions = [
        (_alternatives(old, one), _alternatives(new, one), one) for one in _SCHEMES
    ]
    is_listed = any(after for _, after, _ in versions)
    if any(before for before, _, _ in versions) != is_listed:
        message = f"permissions {'are listed' if is_listed else 'are no longer listed'}"
        yield change(
            Rules.OPERATION_PERMISSIONS,
            message,
            operation.owner,
            operation.name,
            old=old.source,
            new=new.source,
        )
        return
    for before, after, scheme in versions:
        for rule, message, part in _scheme(before, after, _SCHEMES[scheme]):
            yield change(
                rule,
                message,
                operation.owner,
                f"{operation.name} {part}",
                old=None if rule is Rules.PERMISSION_ADDED else _source(old, scheme),
                new=None if rule is Rules.PERMISSION_REMOVED else _source(new, scheme),
            )


def _alternatives(api: ApiOperation, scheme: str) -> list[Conjunction]:
    """Return all alternatives of a scheme, those of single requests first."""
    own = (one.permissions for one in api.requests if one.permissions)
    every = (one for each in (*own, api.permissions) for one in each.schemes[scheme])
    return [*dict.fromkeys(tuple(sorted(one)) for one in every)]


def _source(api: ApiOperation, scheme: str) -> Source:
    """Return the position of the permissions of a scheme, or of the title if there are none."""
    return dict(api.permission_sources).get(scheme, api.source)


def _scheme(
    before: Sequence[Conjunction], after: Sequence[Conjunction], scheme: str
) -> _Found:
    """Yield the changes of the permissions of a scheme, which is given in words."""
    for one in before:
        if one in after:
            continue
        enough = next((other for other in after if {*other} < {*one}), None)
        more = next((other for other in after if {*other} > {*one}), None)
        name = " and ".join(one)
        if more and not enough:
            message = f"needs {_words(more)}, not only {_words(one)}"
            yield Rules.PERMISSION_EXTENDED, f"{message} ({scheme})", name
        elif enough:
            message = f"needs only {_words(enough)} of the {scheme} permissions"
            yield Rules.PERMISSION_REDUCED, f"{message} {_words(one)}", name
        else:
            message = f"removed the {scheme} permission {_words(one)}"
            yield Rules.PERMISSION_REMOVED, message, name
    for one in after:
        if one not in before:
            message = f"added the {scheme} permission {_words(one)}"
            yield Rules.PERMISSION_ADDED, message, " and ".join(one)
    kept = [one for one in after if one in before]
    if [one for one in before if one in after] != kept:
        message = (
            f"changed the order of the {scheme} permissions: "
            f"{_words(kept[0])} is first"
        )
        yield Rules.PERMISSION_ORDER, message, scheme


def _words(one: Conjunction) -> str:
    return " and ".join(map(quote, one))
