"""Which operations of two versions are the same.

They are compared by these facts in order; each pairs the operations for which there is one of
either version:

    type, name and API page
    type and name
    type and requests
    type and API page               also with another label
    type and name of the method     the label without words that say nothing
    requests                        the operation belongs to another type
    API page
"""

from collections.abc import Callable, Hashable, Iterable, Sequence

from msgspec import Struct

from docgen.changes.described_operations import DescribedOperation
from docgen.changes.versions import SchemaVersions
from docgen.python.signatures.method_names import LabelWords, label_words
from docgen.schema.model import QualifiedName
from docgen.schema.names import short_name


class OperationPairs(Struct, frozen=True, kw_only=True):
    """The operations that both versions have, and those that only one has."""

    pairs: tuple[tuple[DescribedOperation, DescribedOperation], ...]
    removed: tuple[DescribedOperation, ...]
    added: tuple[DescribedOperation, ...]


_Key = Callable[[DescribedOperation, QualifiedName | None], Hashable | None]
"""From an operation, and the new name of its type, to a fact of it; `None` if it has none."""


def method_words(one: DescribedOperation) -> LabelWords:
    """Return the words of the name of the method that is generated for an operation."""
    return label_words(one.label, short_name(one.owner or ""))


_KEYS: tuple[_Key, ...] = (
    lambda one, owner: (owner, one.name, one.page),
    lambda one, owner: (owner, one.name),
    lambda one, owner: (owner, one.request_keys) if one.requests else None,
    lambda one, owner: (owner, one.page) if one.page else None,
    lambda one, owner: (owner, method_words(one)),
    lambda one, _: one.request_keys or None,
    lambda one, _: one.page or None,
)


def operation_pairs(
    old: Sequence[DescribedOperation],
    new: Sequence[DescribedOperation],
    versions: SchemaVersions,
) -> OperationPairs:
    """Find the operations of two versions that are the same."""
    pairs: list[tuple[DescribedOperation, DescribedOperation]] = []
    before, after = [*old], [*new]
    for key in _KEYS:
        old_by_key = _by_key(before, key, versions.new_name)
        new_by_key = _by_key(after, key, lambda name: name)
        found = [
            (ones[0], others[0])
            for one_key, ones in old_by_key.items()
            if len(ones) == len(others := new_by_key.get(one_key, [])) == 1
        ]
        pairs += found
        old_used = {id(one) for one, _ in found}
        new_used = {id(one) for _, one in found}
        before = [one for one in before if id(one) not in old_used]
        after = [one for one in after if id(one) not in new_used]
    return OperationPairs(pairs=tuple(pairs), removed=tuple(before), added=tuple(after))


def _by_key(
    operations: Iterable[DescribedOperation],
    key: _Key,
    new_name: Callable[[QualifiedName], QualifiedName],
) -> dict[Hashable, list[DescribedOperation]]:
    found: dict[Hashable, list[DescribedOperation]] = {}
    for one in operations:
        fact = key(one, new_name(one.owner) if one.owner else None)
        if fact is not None:
            found.setdefault(fact, []).append(one)
    return found
