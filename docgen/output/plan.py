"""Plan: what a run writes and removes, decided from three values and no disk.

Enter what the manifest will say of the files that today's pages give, the manifest of what docgen
wrote last, and what lies in the output folder now; leaves a `Plan`. The text of a file is only
asked for where it is to be written. The rule that protects what people wrote: a file is
written over or removed only where its text is exactly what docgen wrote there last.
"""

from collections.abc import Callable, Container, Iterable, Mapping
from typing import TypeAlias, assert_never

from msgspec import Struct

from docgen.diagnostics import Code, Diagnostic, diagnostic
from docgen.output.manifest import manifest_text
from docgen.output.tree import Barred, Folder, Missing, Standing, Text, barred
from docgen.output.values import Change, Entry, Known, Plan, Scope
from docgen.source import START


class _Decision(Struct, frozen=True, kw_only=True):
    """What becomes of one path. Without an entry docgen has nothing more to do with it."""

    entry: Entry | None
    change: Change | None = None
    told: Diagnostic | None = None
    is_current: bool = False


Texts: TypeAlias = Callable[[str], str]
"""From the path of a file that today's pages give to its text."""


def plan(
    wanted: Iterable[Entry],
    texts: Texts,
    known: Known,
    tree: Mapping[str, Standing],
    scope: Scope,
    current: Container[str] = (),
) -> Plan:
    """Decide what becomes of each file that is wanted today or was written last.

    Files that are known to be as they are wanted are `current`, and need not be in the tree.
    """
    today = {entry.path: entry for entry in wanted}
    decisions = [
        (
            _Decision(entry=entry, is_current=True)
            if path in current
            else _wanted(entry, texts, known.entries.get(path), tree[path], scope)
        )
        for path, entry in today.items()
    ]
    decisions += [
        _stale(entry, tree[path], scope)
        for path, entry in known.entries.items()
        if path not in today
    ]
    entries = tuple(d.entry for d in decisions if d.entry)
    changes = sorted((d.change for d in decisions if d.change), key=lambda c: c.path)
    return Plan(
        changes=tuple(changes),
        unchanged=sum(d.is_current for d in decisions),
        current=tuple(d.entry.path for d in decisions if d.entry and d.is_current),
        known=known,
        entries=entries,
        manifest=manifest_text(entries),
        diagnostics=tuple(d.told for d in decisions if d.told),
    )


def _wanted(
    wanted: Entry, texts: Texts, last: Entry | None, standing: Standing, scope: Scope
) -> _Decision:
    """Decide about a file that today's pages give."""
    if not scope.is_about(wanted.pages):
        return _Decision(entry=last)
    match standing:
        case Barred():
            return _Decision(entry=last, told=barred(standing))
        case Folder():
            taken = Barred(Code.UNWRITABLE_OUTPUT, wanted.path, "it is a folder")
            return _Decision(entry=last, told=barred(taken))
        case Missing():
            text = texts(wanted.path)
            change = Change(path=wanted.path, before=None, after=text)
            return _Decision(entry=wanted, change=change)
        case Text():
            return _over(wanted, texts, last, standing)
        case _:
            assert_never(standing)


def _over(wanted: Entry, texts: Texts, last: Entry | None, standing: Text) -> _Decision:
    """Decide about a file that is there."""
    if standing.digest in wanted.digests:
        return _Decision(entry=wanted, is_current=True)
    if not _is_own(last, standing):
        return _Decision(entry=last, told=_edited(wanted.path, is_stale=False))
    text = texts(wanted.path)
    change = Change(path=wanted.path, before=standing.content, after=text)
    return _Decision(entry=wanted, change=change)


def _is_own(last: Entry | None, standing: Text) -> bool:
    return last is not None and standing.digest in last.digests


def _stale(entry: Entry, standing: Standing, scope: Scope) -> _Decision:
    """Decide about a file that was written once and that no page gives today."""
    if not scope.removes or _is_from_unreadable(entry, scope.unreadable):
        return _Decision(entry=entry)
    match standing:
        case Missing() | Folder():
            return _Decision(entry=None)
        case Barred():
            return _Decision(entry=entry, told=barred(standing))
        case Text() if _is_own(entry, standing):
            change = Change(path=entry.path, before=standing.content, after=None)
            return _Decision(entry=None, change=change)
        case Text():
            return _Decision(entry=entry, told=_edited(entry.path, is_stale=True))
        case _:
            assert_never(standing)


def _is_from_unreadable(entry: Entry, unreadable: Iterable[str]) -> bool:
    return any(
        path == "." or page == path or page.startswith(path + "/")
        for path in unreadable
        for page in entry.pages
    )


def _edited(path: str, *, is_stale: bool) -> Diagnostic:
    why = "; no page gives it any more" if is_stale else ""
    return diagnostic(
        Code.EDITED_OUTPUT,
        f"`{path}` is not what docgen wrote, and was left as it is{why}",
        path,
        START,
        "take the change back, or delete the file"
        + ("" if is_stale else " to have it written anew"),
    )
