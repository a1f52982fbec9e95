"""Which type derives from which: types enter, a number for each leaves.

A type is numbered before those that derive from it, and they follow it without a gap. So a
question about ancestors is a comparison of numbers, however deep a chain of bases is.
"""

from bisect import bisect
from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from docgen.schema.model import QualifiedName, StructuredType


class Lineage(Struct, frozen=True, kw_only=True):
    """The number of each type, and the last number of those that derive from it, in order."""

    numbers: Mapping[QualifiedName, tuple[int, int]]

    def derives(self, name: QualifiedName, base: QualifiedName) -> bool:
        """Tell whether a type is another, or derives from it."""
        first, last = self.numbers[base]
        return first <= self.numbers[name][0] <= last

    def is_related(self, name: QualifiedName, others: Sequence[QualifiedName]) -> bool:
        """Tell whether a type derives from one of others, or one of them from it.

        The others are in the order of their numbers, and none derives from another of them.
        """
        first, last = self.numbers[name]
        at = bisect(others, last, key=lambda other: self.numbers[other][0])
        nearest = others[at - 1] if at else None
        return nearest is not None and (
            self.numbers[nearest][0] >= first or self.derives(name, nearest)
        )


def lineage(types: Mapping[QualifiedName, StructuredType]) -> Lineage:
    """Give each type its number, base types first; a schema has no circle of them."""
    derived: dict[QualifiedName | None, list[QualifiedName]] = defaultdict(list)
    for name, type_ in types.items():
        has_base = type_.base_type in types and type_.base_type != name
        derived[type_.base_type if has_base else None].append(name)
    numbers: dict[QualifiedName, tuple[int, int]] = {}
    waiting = derived[None][::-1]
    while waiting:
        name = waiting[-1]
        if name not in numbers:
            numbers[name] = (len(numbers), len(types))
            waiting += derived[name][::-1]
        else:
            numbers[name] = (numbers[name][0], len(numbers) - 1)
            waiting.pop()
    return Lineage(numbers=numbers)
