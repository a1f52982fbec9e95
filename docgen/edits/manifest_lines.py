"""What the manifest says of a file from now on: its parts, orders, and neighbours of what went."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from docgen.edits.base import REMOVED
from docgen.edits.forms import Forms
from docgen.edits.orders import order_lines
from docgen.edits.proof import emptied
from docgen.edits.scopes import Rules, neighbours
from docgen.edits.sides import Sides, rules
from docgen.edits.verdicts import Three, Verdict
from docgen.pycode import Part, units

_AS_TODAY = {Verdict.KEPT, Verdict.RENEWED, Verdict.NEW}
_AS_BEFORE = {Verdict.AWAY, Verdict.CONFLICT, Verdict.ORPHAN, Verdict.HELD}


def lines(
    result: tuple[Part, ...], given: Sides, deciding: Rules, *, is_docgens: bool
) -> tuple[str, ...]:
    """Give the lines after a merge; what is still to be told keeps the line that it had.

    Where a file became docgen's own again there is no way back, unless people had moved something.
    """
    if is_docgens and deciding.follows >= given.known.orders.keys():
        deciding = replace(deciding, forms=Forms({}, {}, ()))
    return _whole(_parts(given), result, given, deciding)


def accepted_lines(given: Sides) -> tuple[str, ...]:
    """Give the lines once people settled what there was to tell."""
    return _whole(_accepted(given), given.there, given, rules(given))


def _parts(given: Sides) -> Iterator[str]:
    for key, verdict in given.verdicts.items():
        three = given.threes[key]
        if verdict in _AS_TODAY and three.todays is not None:
            yield f"{key}\t{three.todays}"
        elif verdict in _AS_BEFORE:
            yield from _base(key, three)
        if verdict is Verdict.REMOVED or (verdict is Verdict.AWAY and three.is_removed):
            yield f"{key}\t{REMOVED}"


def _base(key: str, three: Three) -> Iterator[str]:
    yield from (f"{key}\t{known_by}" for known_by in sorted(three.base))


def _accepted(given: Sides) -> Iterator[str]:
    for key, verdict in given.verdicts.items():
        three = given.threes[key]
        is_held = verdict is Verdict.HELD and three.is_import
        if verdict in {Verdict.KEPT, Verdict.CONFLICT} and three.todays is not None:
            yield f"{key}\t{three.todays}"
        elif is_held or verdict in {Verdict.RENEWED, Verdict.GONE}:
            yield from _base(key, three)
        elif verdict is Verdict.REMOVED or three.is_removed:
            yield f"{key}\t{REMOVED}"


def _whole(
    parts: Iterable[str], result: tuple[Part, ...], given: Sides, deciding: Rules
) -> tuple[str, ...]:
    found = {*parts, *_fillers(result, given)}
    pairs = (line.split("\t") for line in found)
    names = {name for name, known_by in pairs if known_by != REMOVED}
    orders = [*order_lines(result, given.today, names, given.known, deciding.follows)]
    neighbours = _neighbours(result, given, deciding)
    return tuple(sorted({*found, *orders, *neighbours, *deciding.forms.lines(orders)}))


def _fillers(result: tuple[Part, ...], given: Sides) -> Iterator[str]:
    """Give lines for what libcst writes into a class that has lost all it had."""
    for part in emptied(result):
        if given.verdicts.get(part.key, Verdict.GONE) is Verdict.GONE:
            yield f"{part.key}\t{part.fingerprint}"


def _neighbours(
    result: tuple[Part, ...], given: Sides, deciding: Rules
) -> Iterator[str]:
    back = {part.key for part in (*units(result), *_all(given.today))}
    for name, prints in given.known.neighbours.items():
        if name not in back:
            yield from (f"{name}^\t{known_by}" for known_by in prints)
    for name, known_by in neighbours(given.there, given.today, deciding):
        yield f"{name}^\t{known_by}"


def _all(parts: tuple[Part, ...]) -> Iterator[Part]:
    """Give every part, those without fingerprints too."""
    for part in parts:
        yield part
        yield from part.decorators
        yield from _all(part.parts)
