"""The three-way merge of one file."""

from collections.abc import Mapping

from msgspec import Struct

from docgen.definitions import Part, orders, reading, units
from docgen.diagnostics import Checked, Diagnostic
from docgen.merge.base import Base, base
from docgen.merge.identity import identified
from docgen.merge.remembered import remembered
from docgen.merge.told import conflict, orphan, orphaned_file, removed, unparsable
from docgen.merge.verdicts import Verdict, threes, verdict

_PEOPLES = {Verdict.ADDED, Verdict.CONFLICT, Verdict.ORPHAN}


class Merged(Struct, frozen=True, kw_only=True):
    """What a file is to hold, and what the manifest is to say of it from now on.

    Without a text there is nothing of people's in a file that no page gives any more: it may go.
    """

    text: str
    definitions: tuple[str, ...]


def merged(
    path: str, last: tuple[str, ...], theirs: str, todays: str | None
) -> Checked[Merged]:
    """Merge today's text into a file; `last` are the manifest's lines of it.

    `todays` is `None` where no page gives the file any more.
    """
    there = reading(theirs)
    today = reading(todays or "")
    if there is None or today is None:
        return Checked(Merged(text=theirs, definitions=last), (unparsable(path),))
    known = base(last)
    today = identified(today, known.known)
    there = identified(there, _reference(known, today))
    ways = threes(known, there, today)
    verdicts = {key: verdict(three) for key, three in ways.items()}
    if todays is None:
        return _orphaned(path, last, theirs, verdicts)
    text = theirs if any(v in _PEOPLES for v in verdicts.values()) else todays
    lines = tuple(sorted([*remembered(ways, verdicts), *orders(today)]))
    told = tuple(_told(path, there, verdicts))
    return Checked(Merged(text=text, definitions=lines), told)


def _reference(known: Base, today: tuple[Part, ...]) -> Mapping[str, frozenset[str]]:
    prints = {part.key: frozenset({part.fingerprint}) for part in units(today)}
    return {
        key: known.known.get(key, frozenset()) | prints.get(key, frozenset())
        for key in {**known.known, **prints}
    }


def _orphaned(
    path: str, last: tuple[str, ...], theirs: str, verdicts: Mapping[str, Verdict]
) -> Checked[Merged]:
    if any(v in _PEOPLES for v in verdicts.values()):
        return Checked(Merged(text=theirs, definitions=last), (orphaned_file(path),))
    return Checked(Merged(text="", definitions=()))


def _told(
    path: str, there: tuple[Part, ...], verdicts: Mapping[str, Verdict]
) -> list[Diagnostic]:
    told = []
    for part in units(there):
        if verdicts[part.key] is Verdict.CONFLICT:
            told.append(conflict(path, part.key, part.line))
        if verdicts[part.key] is Verdict.ORPHAN:
            told.append(orphan(path, part.key, part.line))
    told += [removed(path, key) for key, v in verdicts.items() if v is Verdict.REMOVED]
    return told


def accepted(
    path: str, last: tuple[str, ...], theirs: str, todays: str | None
) -> tuple[str, ...]:
    """Give the manifest's lines once people said that what is in the file is meant."""
    if todays is None:
        return ()
    settled = merged(path, last, theirs, todays)
    conflicts = {d.code for d in settled.diagnostics}
    return settled.value.definitions if conflicts else last
