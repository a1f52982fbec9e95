"""Neighbours: what people have before a part that goes, noted so that it finds its place again."""

from collections.abc import Iterable, Iterator, Sequence

from docgen.edits.slots import HEAD, Slot
from docgen.pycode import digest


def noted(slots: Iterable[Slot]) -> Iterator[tuple[str, str]]:
    """Give for what goes what people have right before it, as the manifest notes it.

    Where they have nothing before it, but an import behind it, nothing is noted as its neighbour.
    """
    found = list(slots)
    before = HEAD
    for slot, is_before_import in zip(found, _before_imports(found), strict=True):
        if slot.fate == "gone" and (before or is_before_import):
            yield slot.key, neighbour(before, slot.blank)
        elif slot.fate != "gone":
            before = slot.key if slot.fate == "people's" else HEAD


def _before_imports(slots: Sequence[Slot]) -> list[bool]:
    """Tell of each part whether what stays behind it is an import of people's."""
    found = []
    is_import = False
    for slot in reversed(slots):
        found.append(is_import)
        if slot.fate != "gone":
            is_import = slot.is_import and slot.fate == "people's"
    return found[::-1]


def neighbour(key: str, blank: int = 0) -> str:
    """Give the digits by which a neighbour is noted: its digest, and the blank lines below it."""
    return f"{digest(key)[:-1]}{min(blank, 15):x}"


def is_neighbour(key: str, noted: Iterable[str]) -> bool:
    """Tell whether a part is one that was noted."""
    mine = digest(key)[:-1]
    return any(digits.startswith(mine) for digits in noted)


def blank_below(noted: str) -> int:
    """Give the number of blank lines that was noted."""
    return int(noted[-1], 16)
