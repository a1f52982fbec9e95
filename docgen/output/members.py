"""Members with another name: what people wrote into one goes along.

A member of a class is taken for another's new name where today's text of it, spelt with the old
name, is what docgen wrote last, and nothing else comes into question. Only one that people edited
or use is worth the question. Inside of its class `self.old` becomes `self.new`. Where what people
wrote has the new name already nothing goes along. Where one member is gone and one has come that
is not the same by this rule, that is told.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from docgen.diagnostics import Code, Diagnostic, diagnostic
from docgen.output.occurrences import occurrences
from docgen.output.spelling import Name, Spelling, names_in, replaced, respelt
from docgen.output.told import doubtful_member
from docgen.pycode import definitions
from docgen.source import Span

_MEMBER = re.compile(r"(\w+)\.(?!__doc__)(\w+)\t([0-9a-f]+)")


class Members(Struct, frozen=True, kw_only=True):
    """A file with new names of members, what docgen wrote last under these, and what is told."""

    theirs: str
    last: tuple[str, ...]
    told: tuple[Diagnostic, ...] = ()


class _Renamed(Struct, frozen=True):
    """A member with another name."""

    owner: str
    old: str
    new: str


def with_new_members(
    path: str, last: tuple[str, ...], wanted: tuple[str, ...], theirs: str, text: str
) -> Members:
    """Give what people wrote under the names of today."""
    same = Members(theirs=theirs, last=last)
    gone, come = _only(last, wanted), _only(wanted, last)
    if not gone or not come:
        return same
    mine = frozenset(definitions(path, theirs))
    used = _used(theirs)
    asked = [
        (owner, name)
        for owner, name in gone
        if name in used or _is_edited(owner, name, last, mine)
    ]
    if not asked or not mine:
        return same
    for one in _renamed(path, asked, come, last, text):
        same = _applied(one, same, wanted, path)
    told = (*same.told, *_doubts(path, asked, come, same))
    return replace(same, told=told)


def _used(theirs: str) -> frozenset[str]:
    """Give the names that stand behind `self.`."""
    ways = (name.way for name in names_in(theirs))
    return frozenset(way[1] for way in ways if len(way) > 1 and way[0] == "self")


def _only(lines: Iterable[str], others: Iterable[str]) -> list[tuple[str, str]]:
    """Give the members, each with its class, that other lines don't have."""
    strangers = {_key(line) for line in others}
    return [key for line in lines if (key := _key(line)) and key not in strangers]


def _key(line: str) -> tuple[str, str] | None:
    match = _MEMBER.fullmatch(line)
    return (match[1], match[2]) if match else None


def _is_edited(
    owner: str, name: str, last: tuple[str, ...], mine: frozenset[str]
) -> bool:
    start = f"{owner}.{name}\t"
    own = [line for line in last if line.startswith(start)]
    return mine.isdisjoint(own) and any(line.startswith(start) for line in mine)


def _renamed(
    path: str,
    gone: Iterable[tuple[str, str]],
    come: Iterable[tuple[str, str]],
    last: tuple[str, ...],
    text: str,
) -> Iterator[_Renamed]:
    """Give the pairs that are one member; none where more than one comes into question."""
    pairs = [
        _Renamed(owner, old, new)
        for owner, old in gone
        for other, new in come
        if owner == other and _is_same(path, owner, old, new, last, text)
    ]
    seen = Counter((one.owner, name) for one in pairs for name in (one.old, one.new))
    for one in pairs:
        if seen[one.owner, one.old] == seen[one.owner, one.new] == 1:
            yield one


def _is_same(
    path: str, owner: str, old: str, new: str, last: tuple[str, ...], text: str
) -> bool:
    back = definitions(path, respelt(text, Spelling(names={new: old})))
    start = f"{owner}.{old}\t"
    return any(line.startswith(start) for line in {*back} & {*last})


def _applied(
    one: _Renamed, before: Members, wanted: tuple[str, ...], path: str
) -> Members:
    found = [*occurrences(one.owner, one.old, one.new, before.theirs)]
    if not found:
        return before
    old, new = f"{one.owner}.{one.old}\t", f"{one.owner}.{one.new}\t"
    by_old_names = (old, f"{one.owner}.*\t", f"{one.owner}.@\t")
    kept = (line for line in before.last if not line.startswith(by_old_names))
    added = (line for line in wanted if line.startswith(new))
    return Members(
        theirs=replaced(before.theirs, [(name, one.new) for name in found]),
        last=tuple(sorted((*kept, *added))),
        told=(*before.told, _told(path, one, found[0])),
    )


def _doubts(
    path: str,
    asked: Iterable[tuple[str, str]],
    come: Iterable[tuple[str, str]],
    made: Members,
) -> Iterator[Diagnostic]:
    """Tell of a class with one member that stays behind and one that is new."""
    known = {_key(line) for line in made.last}
    old = [key for key in asked if key in known]
    new = [key for key in come if key not in known]
    by_class = Counter(owner for owner, _ in (*old, *new))
    for owner, name in old:
        others = [other for one, other in new if one == owner]
        if len(others) == 1 and by_class[owner] == 2:
            yield doubtful_member(path, f"{owner}.{name}", others[0])


def _told(path: str, one: _Renamed, place: Name) -> Diagnostic:
    return diagnostic(
        Code.MOVED_CODE,
        f"`{one.owner}.{one.old}` is `{one.new}` now; what people wrote there went along",
        path,
        Span(place.line, place.column + 1, place.column + 1 + len(one.new)),
        "see that what uses it has the new name",
    )
