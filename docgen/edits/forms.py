"""Forms: the order and the blank lines of a scope before docgen changed them, for the way back.

    line  = scope "@" TAB ( label | note )
    note  = label left form
    form  = { part blank } blank       the parts of a scope in their order, the end of the scope
    label, left = 16, part = 6, blank = 2 hexadecimal digits

A label is the order in which docgen wrote a scope last; a line of its own has it where the line for
the order of the scope has another. A note has the label from before the change, and holds as long
as the scope has the form that was `left`, or one from which notes lead back to that. Then, where
docgen has the old order again and the same parts are there, they get their old form.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from docgen.pycode import Part, digest, is_ordered, order_of

LABEL, PART, BLANK = 16, 6, 2
UNIT = PART + BLANK
"""Digits of a part and of the blank lines above it."""
MOST_NOTES = 3
"""How far the way back leads; a page that changes on and on leaves no trail."""

NO_LABEL = "0" * LABEL
NOTHING = "0" * BLANK
"""The form of a scope that has no parts, but for a `pass` that no one wrote."""

_FORM = re.compile(f"(?:[0-9a-f]{{{UNIT}}})*[0-9a-f]{{{BLANK}}}")


class Note(Struct, frozen=True):
    """The form of a scope, docgen's order of it then, and the form that was left."""

    label: str
    left: str
    form: str

    def __str__(self) -> str:
        return f"{self.label}{self.left}{self.form}"


class Met(Struct, frozen=True):
    """The form of a scope as it was met, and as it is to be."""

    theirs: str
    merged: str


class Forms:
    """The notes on the scopes of a file by what keys there begin with, and the forms that are met.

    `orders` are those in which docgen wrote the scopes last, `today` the parts of today's text. A
    scope that is not in that keeps its label.
    """

    def __init__(
        self,
        lines: Mapping[str, Iterable[str]],
        orders: Mapping[str, Iterable[str]],
        today: Iterable[Part],
    ) -> None:
        self._notes = {scope: [*_notes(given)] for scope, given in lines.items()}
        alone = {scope: _label(prints) for scope, prints in orders.items()}
        own = {
            scope: _label(filter(_is_label, given)) for scope, given in lines.items()
        }
        labels = {scope: one for scope, one in own.items() if one}
        self._last = {**alone, **labels}
        self._today = {**labels, **dict(_labels(today))}
        self._met: dict[str, Met] = {}

    def old(self, scope: str, met: Met) -> str | None:
        """Give the form that a scope once had, if it is to have that again."""
        if met.merged == NOTHING:
            return None
        wanted, label = {*parts_of(met.merged)}, self._today.get(scope, NO_LABEL)
        notes = _leading_back(self._notes.get(scope, ()), digest(met.theirs))
        forms = (note.form for note in notes if note.label == label)
        return next((form for form in forms if {*parts_of(form)} == wanted), None)

    def meet(self, scope: str, met: Met) -> None:
        """Remember what becomes of the form of a scope."""
        self._met[scope] = met

    def lines(self, orders: Iterable[str]) -> Iterator[str]:
        """Give the lines for the manifest, which has `orders` too.

        A scope that was not met keeps its notes; of one that has an old form again those that
        led back to that are gone.
        """
        for scope in dict.fromkeys([*self._notes, *self._met]):
            notes = self._notes.get(scope, [])
            met = self._met.get(scope)
            for note in self._noted(scope, notes, met) if met else notes:
                yield f"{scope}@\t{note}"
        known = {*orders}
        for scope, label in self._today.items():
            if label != NO_LABEL and f"{scope}*\t{label}" not in known:
                yield f"{scope}@\t{label}"

    def _noted(self, scope: str, notes: Sequence[Note], met: Met) -> Sequence[Note]:
        leading = _leading_back(notes, digest(met.theirs))
        if met.theirs == met.merged:
            return leading
        left = digest(met.merged)
        if any(note.form == met.merged for note in leading):
            return _leading_back(notes, left)
        if met.theirs == NOTHING and not leading:
            return []
        label = self._last.get(scope) or NO_LABEL
        return [Note(label, left, met.theirs), *leading][:MOST_NOTES]


def parts_of(form: str) -> Iterator[str]:
    """Give the parts of a form in their order."""
    return (form[at : at + PART] for at in range(0, len(form) - BLANK, UNIT))


def _is_label(line: str) -> bool:
    return len(line) == LABEL


def _label(prints: Iterable[str]) -> str:
    """Give the only one of some labels."""
    found = [*prints]
    return found[0] if len(found) == 1 else ""


def _labels(parts: Iterable[Part], scope: str = "") -> Iterator[tuple[str, str]]:
    found = [*parts]
    keys = [part.key for part in found if is_ordered(part)]
    yield scope, order_of(keys) if len(keys) > 1 else NO_LABEL
    for part in found:
        if part.kind == "class":
            yield from _labels(part.parts, f"{part.key}.")


def _notes(lines: Iterable[str]) -> Iterator[Note]:
    for line in sorted(lines):
        label, left, form = line[:LABEL], line[LABEL : 2 * LABEL], line[2 * LABEL :]
        if _FORM.fullmatch(form):
            yield Note(label, left, form)


def _leading_back(notes: Sequence[Note], left: str) -> list[Note]:
    """Give the notes that lead back from a form, the nearest first."""
    found: list[Note] = []
    waiting = [left]
    while waiting:
        form = waiting.pop(0)
        near = [note for note in notes if note.left == form and note not in found]
        found += near
        waiting += (digest(note.form) for note in near)
    return found
