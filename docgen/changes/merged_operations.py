"""Operations of the old version that have no counterpart of their own in the new one.

Pages split operations and join them, and several pages describe the same one. So an operation was
not removed if the new version has one of these:

    type and name           another page or row describes the same operation
    one of its requests     its requests belong to other operations now
    type and API page       its page describes other operations of the type now
    API page

An added operation whose type, name and requests the old version has is described once more.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from docgen.changes.described_operations import DescribedOperation, KnownRequests
from docgen.schema.model import QualifiedName

_Found = Callable[[DescribedOperation], bool]


class Successors:
    """Finds the operations of the new version that took the place of one of the old version."""

    def __init__(
        self,
        new: Sequence[DescribedOperation],
        requests: KnownRequests,
        new_name: Callable[[QualifiedName], QualifiedName],
    ) -> None:
        """Search in `new`, whose requests are `requests`."""
        self._new, self._requests, self._new_name = new, requests, new_name

    def of(self, old: DescribedOperation) -> list[DescribedOperation]:
        """Return them, those with the same fact; none if the operation was removed."""
        owner = self._new_name(old.owner) if old.owner else None

        def is_of_type(one: DescribedOperation) -> bool:
            return one.owner == owner

        same = [one for one in self._new if is_of_type(one) and one.name == old.name]
        if same:
            return same
        with_requests = [
            other
            for one in old.requests
            for other in self._requests.operations_with(one)
        ]
        on_page = [one for one in self._new if old.page and one.page == old.page]
        for found in (with_requests, on_page):
            if found:
                return _each_once([*filter(is_of_type, found)] or found)
        return []


def _each_once(operations: Iterable[DescribedOperation]) -> list[DescribedOperation]:
    return [*{(one.owner, one.name): one for one in operations}.values()]


def is_described_once_more(
    new: DescribedOperation,
    old: Iterable[DescribedOperation],
    new_name: Callable[[QualifiedName], QualifiedName],
) -> bool:
    """Return whether the old version has an operation of the same type, name and requests."""
    return any(
        new.request_keys <= one.request_keys
        for one in _named(new.name, old)
        if (new_name(one.owner) if one.owner else None) == new.owner
    )


def _named(
    name: str, operations: Iterable[DescribedOperation]
) -> Iterator[DescribedOperation]:
    return (one for one in operations if one.name == name)
