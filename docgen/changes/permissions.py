"""Changes of the permissions of an operation.

Each scheme has alternatives, least privileged first; an alternative is one permission or several
that are needed together. A request that has permissions of its own has these.
"""

from collections.abc import Iterator, Sequence

from docgen.changes.described_operations import DescribedOperation
from docgen.changes.model import Change
from docgen.changes.rules import Rules, change
from docgen.diagnostics import quote
from docgen.schema.model import ApiOperation, Conjunction, Permissions

_SCHEMES = {
    "delegated_work": "delegated (work)",
    "delegated_personal": "delegated (personal)",
    "application": "application",
}


def permission_changes(
    old: ApiOperation, new: ApiOperation, operation: DescribedOperation
) -> Iterator[Change]:
    """Yield the changes of permissions between two versions of an API page."""
    before, after = _by_scheme(old), _by_scheme(new)
    if any(before.values()) != any(after.values()):
        is_now = "are listed" if any(after.values()) else "are no longer listed"
        rule, message = Rules.OPERATION_PERMISSIONS, f"permissions {is_now}"
        yield _of(rule, message, "", old, new, operation)
        return
    for scheme, words in _SCHEMES.items():
        yield from _scheme(before[scheme], after[scheme], words, old, new, operation)


def _by_scheme(api: ApiOperation) -> dict[str, list[Conjunction]]:
    """Return all alternatives of each scheme, those of single requests last."""
    own = [one.permissions for one in api.requests if one.permissions]
    every = (*own, api.permissions) if own else (api.permissions,)
    return {
        scheme: [
            *dict.fromkeys(one for each in every for one in _of_scheme(each, scheme))
        ]
        for scheme in _SCHEMES
    }


def _of_scheme(one: Permissions, scheme: str) -> Iterator[Conjunction]:
    alternatives = {
        "delegated_work": one.delegated_work,
        "delegated_personal": one.delegated_personal,
        "application": one.application,
    }
    return (tuple(sorted(each)) for each in alternatives[scheme])


def _scheme(
    before: Sequence[Conjunction],
    after: Sequence[Conjunction],
    scheme: str,
    old: ApiOperation,
    new: ApiOperation,
    operation: DescribedOperation,
) -> Iterator[Change]:
    for one in before:
        if one not in after:
            message = f"removed the {scheme} permission {_words(one)}"
            rule, name = Rules.PERMISSION_REMOVED, " and ".join(one)
            yield _of(rule, message, name, old, None, operation)
    for one in after:
        if one not in before:
            message = f"added the {scheme} permission {_words(one)}"
            rule, name = Rules.PERMISSION_ADDED, " and ".join(one)
            yield _of(rule, message, name, None, new, operation)
    kept_before = [one for one in before if one in after]
    kept_after = [one for one in after if one in before]
    if kept_before != kept_after:
        message = f"changed the order of the {scheme} permissions: {_words(kept_after[0])} is first"
        yield _of(Rules.PERMISSION_ORDER, message, scheme, old, new, operation)


def _words(one: Conjunction) -> str:
    return " and ".join(map(quote, one))


def _of(
    rule: Rules,
    message: str,
    part: str,
    old: ApiOperation | None,
    new: ApiOperation | None,
    operation: DescribedOperation,
) -> Change:
    member = f"{operation.name} {part}".rstrip()
    return change(
        rule,
        message,
        operation.owner,
        member,
        old=old.source if old else None,
        new=new.source if new else None,
    )
