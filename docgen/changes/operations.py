"""Changes of operations: added, removed and renamed ones, and what is sent and returned.

The operations of a type that was added or removed are part of that change.
"""

from collections.abc import Iterable, Iterator, Sequence

from docgen.changes.described_operations import (
    DescribedOperation,
    KnownRequests,
    described_operations,
)
from docgen.changes.merged_operations import Successors, is_described_once_more
from docgen.changes.model import Change
from docgen.changes.operation_facts import operation_facts
from docgen.changes.operation_pairs import method_words, operation_pairs
from docgen.changes.page_facts import page_facts
from docgen.changes.rules import Rules, change, of_old
from docgen.changes.versions import SchemaVersions
from docgen.changes.words import request_words
from docgen.diagnostics import quote
from docgen.schema.model import QualifiedName
from docgen.schema.names import short_name

_MOST_LABELS = 3
"""Operations that a message names as the successors of one."""


def operation_changes(versions: SchemaVersions) -> Iterator[Change]:
    """Yield the changes of all operations."""
    old = described_operations(versions.old.schema)
    new = described_operations(versions.new.schema)
    found = operation_pairs(old, new, versions)
    every = KnownRequests(old), KnownRequests(new)
    yield from _removed(found.removed, new, versions, every[1])
    yield from _added(found.added, old, versions, every[0])
    removed = {one.name for one in versions.removed}
    added = {one.name for one in versions.added}
    pairs = [
        (one, other)
        for one, other in found.pairs
        if not (one.owner in removed and other.owner in added)
    ]
    for one, other in pairs:
        yield from of_old(_renamed(one, other, versions), one.symbol)
    seen: set[tuple[str, str]] = set()
    for one, other in sorted(pairs, key=_main_first):
        is_first = (one.page, other.page) not in seen
        seen.add((one.page, other.page))
        if one == other:
            continue
        facts = operation_facts(one, other, versions, is_first=is_first)
        yield from of_old(facts, one.symbol)
        if is_first and one.api and other.api:
            facts = page_facts(one, other, versions, every)
            yield from of_old(facts, one.symbol)


def _main_first(pair: tuple[DescribedOperation, DescribedOperation]) -> bool:
    return not any(one.is_main for one in pair)


def _removed(
    operations: Iterable[DescribedOperation],
    new: Sequence[DescribedOperation],
    versions: SchemaVersions,
    requests: KnownRequests,
) -> Iterator[Change]:
    """Yield the operations that were removed, and those that others took the place of."""
    known = {*versions.new.types, None}
    successors = Successors(new, requests, versions.new_name)
    for one in operations:
        owner = versions.new_name(one.owner) if one.owner else None
        if owner not in known:
            continue
        found = successors.of(one)
        if found:
            yield from of_old(_merged(one, found, versions, requests), one.symbol)
        else:
            message = _message("removed", one)
            removed = change(
                Rules.OPERATION_REMOVED, message, owner, one.name, old=one.source
            )
            yield from of_old([removed], one.symbol)


def _merged(
    old: DescribedOperation,
    found: Sequence[DescribedOperation],
    versions: SchemaVersions,
    requests: KnownRequests,
) -> Iterator[Change]:
    """Yield that other operations have the requests of one, and which requests none has."""
    first = found[0]
    owner = versions.new_name(old.owner) if old.owner else None
    if (owner, old.name) != (first.owner, first.name):
        labels = ", ".join(quote(one.label) for one in found[:_MOST_LABELS])
        more = f" and {len(found) - _MOST_LABELS} more" if found[_MOST_LABELS:] else ""
        of_type = "" if owner == first.owner else f" of {_type(first.owner)}"
        yield change(
            Rules.OPERATION_RENAMED,
            f"the operation {quote(old.label)} is now {labels}{more}{of_type}",
            first.owner,
            first.name,
            old=old.source,
            new=first.source,
        )
    for one in old.requests:
        if not requests.has(one):
            yield change(
                Rules.URL_REMOVED,
                f"removed the URL {request_words(one)}",
                first.owner,
                f"{first.name} {one.method} {one.path}",
                old=one.source,
            )


def _added(
    operations: Iterable[DescribedOperation],
    old: Sequence[DescribedOperation],
    versions: SchemaVersions,
    requests: KnownRequests,
) -> Iterator[Change]:
    known = {*map(versions.new_name, versions.old.types), None}
    for one in operations:
        if one.owner not in known or is_described_once_more(
            one, old, versions.new_name
        ):
            continue
        is_moved = bool(one.requests) and all(map(requests.has, one.requests))
        rule = Rules.METHOD_ADDED if is_moved else Rules.OPERATION_ADDED
        message = _message("added", one)
        yield change(rule, message, one.owner, one.name, new=one.source)


def _message(verb: str, one: DescribedOperation) -> str:
    """Return that an operation was added or removed, with its first request."""
    message = f"{verb} the operation {quote(one.label)}"
    if not one.requests:
        return message
    first, *others = one.requests
    more = f" and {len(others)} more" if others else ""
    return f"{message}: {request_words(first)}{more}"


def _renamed(
    old: DescribedOperation, new: DescribedOperation, versions: SchemaVersions
) -> Iterator[Change]:
    owner = versions.new_name(old.owner) if old.owner else None
    if owner != new.owner:
        types = f"from {_type(owner)} to {_type(new.owner)}"
        message = f"moved the operation {quote(new.label)} {types}"
        rule = Rules.OPERATION_RENAMED
    elif old.label == new.label:
        return
    else:
        message = f"renamed the operation {quote(old.label)} to {quote(new.label)}"
        is_same = method_words(old) == method_words(new)
        rule = Rules.OPERATION_LABEL if is_same else Rules.OPERATION_RENAMED
    yield change(rule, message, new.owner, new.name, old=old.source, new=new.source)


def _type(name: QualifiedName | None) -> str:
    return quote(short_name(name)) if name else "no type"
