"""The sides of a merge: what docgen wrote last, what is there, what it would write today."""

from collections.abc import Collection, Mapping

from msgspec import Struct

from docgen.edits.base import Base, base
from docgen.edits.forms import Forms
from docgen.edits.held import settled
from docgen.edits.orders import follows
from docgen.edits.pairs import paired
from docgen.edits.scopes import Rules
from docgen.edits.verdicts import Three, Verdict, threes, verdict
from docgen.pycode import Part, identified, reading, units

BYTE_ORDER_MARK = "\ufeff"


class Sides(Struct, frozen=True, kw_only=True):
    """What is known of a file, the parts that are there, today's, and what becomes of each."""

    known: Base
    there: tuple[Part, ...]
    today: tuple[Part, ...]
    threes: Mapping[str, Three]
    verdicts: Mapping[str, Verdict]


def sides(last: tuple[str, ...], theirs: str, todays: str) -> Sides | None:
    """Read what there is and judge it; `None` where it can't be read."""
    known = base(last)
    today = read(todays, known.known)
    there = None if today is None else read(theirs, _reference(known, today))
    if today is None or there is None:
        return None
    ways = threes(known, there, today)
    first = {key: verdict(three) for key, three in ways.items()}
    verdicts = settled(first, ways, there, today, _plain(theirs))
    there = paired(there, known, verdicts)
    return Sides(known=known, there=there, today=today, threes=ways, verdicts=verdicts)


def read(text: str, known: Mapping[str, Collection[str]]) -> tuple[Part, ...] | None:
    """Give the parts of a text, with the keys that are known of them."""
    parts = reading(_plain(text))
    return None if parts is None else identified(parts, known)


def _plain(text: str) -> str:
    """Give a text without a byte order mark, with plain line ends."""
    text = text.removeprefix(BYTE_ORDER_MARK)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _reference(known: Base, today: tuple[Part, ...]) -> Mapping[str, Collection[str]]:
    """Join what docgen wrote last with today's; what it wrote last comes first."""
    prints = {part.key: {part.fingerprint} for part in units(today)}
    return {
        key: known.known.get(key, frozenset()) | prints.get(key, set())
        for key in {**known.known, **prints}
    }


def rules(given: Sides) -> Rules:
    """Give what decides about the order and place of parts."""
    return Rules(
        verdicts=given.verdicts,
        known=given.known.known,
        neighbours=given.known.neighbours,
        follows=follows(given.there, given.known),
        forms=Forms(given.known.forms, given.known.orders, given.today),
    )
