"""The three-way merge of one file, and what is remembered and told of it."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from docgen.definitions import Part, reading, units
from docgen.diagnostics import Checked
from docgen.merge.base import Base, base
from docgen.merge.held import settled
from docgen.merge.identity import identified
from docgen.merge.orders import follows, order_lines
from docgen.merge.pairs import paired
from docgen.merge.proof import emptied, is_proven
from docgen.merge.remembered import after_acceptance, names_of_lines, remembered
from docgen.merge.scopes import Rules, is_as_is, neighbours
from docgen.merge.told import orphaned_file, told, unparsable
from docgen.merge.verdicts import PEOPLES, Three, Verdict, threes, verdict

_BYTE_ORDER_MARK = "\ufeff"


class Merged(Struct, frozen=True, kw_only=True):
    """What a file is to hold, and what the manifest is to say of it from now on.

    Without a text there is nothing of people's in a file that no page gives any more: it may go.
    """

    text: str
    definitions: tuple[str, ...]


class _Sides(Struct, frozen=True, kw_only=True):
    """What is known of a file, the parts that are there, today's, and what becomes of each."""

    known: Base
    there: tuple[Part, ...]
    today: tuple[Part, ...]
    threes: Mapping[str, Three]
    verdicts: Mapping[str, Verdict]


def merged(
    path: str, last: tuple[str, ...], theirs: str, todays: str | None
) -> Checked[Merged]:
    """Merge today's text into a file; `last` are the manifest's lines of it.

    `todays` is `None` where no page gives the file any more.
    """
    sides = _sides(last, theirs, todays or "")
    if sides is None:
        return Checked(Merged(text=theirs, definitions=last), (unparsable(path),))
    if todays is None:
        return _orphaned(path, last, theirs, sides)
    text = _text(theirs, todays, sides)
    result = None if text is None else _read(text, sides.known, sides.today)
    if text is None or result is None:
        return Checked(Merged(text=theirs, definitions=last), (unparsable(path),))
    if not is_proven(result, sides.threes, sides.verdicts):
        return Checked(Merged(text=theirs, definitions=last), (unparsable(path),))
    lines = remembered(sides.threes, sides.verdicts)
    return Checked(
        Merged(text=text, definitions=_lines(lines, result, sides)),
        tuple(told(path, result, sides.today, sides.threes, sides.verdicts)),
    )


def _sides(last: tuple[str, ...], theirs: str, todays: str) -> _Sides | None:
    """Read what there is; `None` where it can't be read."""
    known = base(last)
    today = reading(todays)
    if today is None:
        return None
    today = identified(today, known.known)
    there = _read(theirs, known, today)
    if there is None:
        return None
    ways = threes(known, there, today)
    first = {key: verdict(three) for key, three in ways.items()}
    verdicts = settled(first, ways, there, today, _plain(theirs))
    there = paired(there, known, verdicts)
    return _Sides(known=known, there=there, today=today, threes=ways, verdicts=verdicts)


def _read(text: str, known: Base, today: tuple[Part, ...]) -> tuple[Part, ...] | None:
    parts = reading(_plain(text))
    if parts is None:
        return None
    prints = {part.key: frozenset({part.fingerprint}) for part in units(today)}
    reference = {
        key: known.known.get(key, frozenset()) | prints.get(key, frozenset())
        for key in {**known.known, **prints}
    }
    return identified(parts, reference)


def _plain(text: str) -> str:
    """Give a text without a byte order mark, with plain line ends."""
    text = text.removeprefix(_BYTE_ORDER_MARK)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _orphaned(
    path: str, last: tuple[str, ...], theirs: str, sides: _Sides
) -> Checked[Merged]:
    if any(found in PEOPLES for found in sides.verdicts.values()):
        return Checked(Merged(text=theirs, definitions=last), (orphaned_file(path),))
    return Checked(Merged(text="", definitions=()))


def _text(theirs: str, todays: str, sides: _Sides) -> str | None:
    """Give the text that the file is to have, `None` where it can't be edited."""
    rules = _rules(sides)
    if is_as_is(sides.there, sides.today, rules):
        return theirs
    from docgen.merge.tree import brought_in

    plain = theirs.removeprefix(_BYTE_ORDER_MARK)
    mark = _BYTE_ORDER_MARK if plain != theirs else ""
    edited = brought_in(plain, todays, sides.there, sides.today, rules)
    return None if edited is None else mark + edited


def _rules(sides: _Sides) -> Rules:
    return Rules(
        verdicts=sides.verdicts,
        known=sides.known.known,
        neighbours=sides.known.neighbours,
        follows=follows(sides.there, sides.known),
    )


def _lines(
    lines: Iterator[str], result: tuple[Part, ...], sides: _Sides
) -> tuple[str, ...]:
    """Give the manifest's lines: those of parts, of orders, and of neighbours of what went."""
    parts = tuple(lines)
    names = names_of_lines(parts)
    orders = order_lines(result, sides.today, names, sides.known)
    mine = (
        f"{part.key}\t{part.fingerprint}"
        for part in emptied(result)
        if sides.verdicts.get(part.key, Verdict.GONE) is Verdict.GONE
    )
    return tuple(sorted({*parts, *orders, *mine, *_neighbours(result, sides)}))


def _neighbours(result: tuple[Part, ...], sides: _Sides) -> Iterator[str]:
    back = {part.key for part in (*units(result), *_all(sides.today))}
    for name, prints in sides.known.neighbours.items():
        if name not in back:
            yield from (f"{name}^\t{known_by}" for known_by in prints)
    for name, known_by in neighbours(sides.there, sides.today, _rules(sides)):
        yield f"{name}^\t{known_by}"


def _all(parts: tuple[Part, ...]) -> Iterator[Part]:
    """Give every part, those without fingerprints too."""
    for part in parts:
        yield part
        yield from part.decorators
        yield from _all(part.parts)


def accepted(
    path: str, last: tuple[str, ...], theirs: str, todays: str | None
) -> tuple[str, ...]:
    """Give the manifest's lines once people said that what is in a file is meant.

    What docgen has not brought into the file yet is not accepted with it.
    """
    sides = (
        _sides(last, theirs, todays or "") if path.endswith((".py", ".pyi")) else None
    )
    if todays is None:
        return ()
    if sides is None:
        return last
    return _lines(after_acceptance(sides.threes, sides.verdicts), sides.there, sides)
