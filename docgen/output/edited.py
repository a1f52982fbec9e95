"""What becomes of a file that has a text of people: the one place where that is decided.

It is merged. What is no Python is a single unit: theirs stays, and it is told where today's text
is another than the one that docgen wrote last. Only the terms of a run make it otherwise.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from docgen.definitions import definitions
from docgen.diagnostics import Code, Diagnostic, diagnostic
from docgen.output.decision import Decision, Scene
from docgen.output.members import Members, with_new_members
from docgen.output.tree import Text
from docgen.output.values import Change, Contest, Entry
from docgen.source import START

PYTHON = (".py", ".pyi")
"""How the names of files end that can be merged."""

CONFLICT = Code.MERGE_CONFLICT.value.name
_MOST_NAMED = 5


def edited(
    path: str, wanted: Entry | None, last: Entry | None, there: Text, scene: Scene
) -> Decision:
    """Decide about a file that people edited; it is not `wanted` where no page gives it."""
    text = scene.texts(path) if wanted else None
    if scene.scope.terms.forces:
        return _overwritten(path, wanted, last, there, text)
    if not path.endswith(PYTHON):
        return _whole(path, wanted, last, there, text)
    theirs = decoded(there)
    if theirs is None:
        return Decision(entry=last, told=(_undecoded(path),))
    if last is None and wanted and _is_foreign(path, wanted, theirs):
        return Decision(entry=None, told=(_foreign(path),))
    now = _now(path, wanted, last, theirs, text)
    found = scene.merge(path, now.last, now.theirs, text)
    codes = {one.code for one in found.diagnostics}
    if Code.UNPARSABLE_OUTPUT.value.name in codes:
        return Decision(entry=last, told=found.diagnostics)
    change = changed(path, theirs, found.value.text, there)
    if change and change.after is None:
        return Decision(entry=None, change=change)
    entry = wanted or last
    return Decision(
        entry=entry and replace(entry, definitions=found.value.definitions),
        change=change,
        told=(*now.told, *found.diagnostics),
        is_edited=True,
        contest=_contest(found.value.text, text) if CONFLICT in codes else None,
    )


def _is_foreign(path: str, wanted: Entry, theirs: str) -> bool:
    """Tell whether a file has nothing of docgen's: names that are imported are anybody's."""
    mine = definitions(path, theirs)
    own = (line for line in wanted.definitions if not line.startswith("import "))
    return bool(mine) and {*mine}.isdisjoint(own)


def _now(
    path: str, wanted: Entry | None, last: Entry | None, theirs: str, text: str | None
) -> Members:
    """Give what people wrote, with the names that members have today."""
    base = last.definitions if last else ()
    if wanted is None or text is None:
        return Members(theirs=theirs, last=base)
    return with_new_members(path, base, wanted.definitions, theirs, text)


def decoded(there: Text) -> str | None:
    """Give a file as text, if it is UTF-8."""
    try:
        return there.content.decode()
    except UnicodeDecodeError:
        return None


def changed(path: str, theirs: str, merged: str, there: Text) -> Change | None:
    """Give what merging changes; a file that nothing is left of goes."""
    if merged == theirs:
        return None
    is_gone = not merged.strip()
    return Change(path=path, before=there.content, after=None if is_gone else merged)


def _contest(kept: str, new: str | None) -> Contest | None:
    return None if new is None else Contest(kept=kept, new=new)


def _whole(
    path: str, wanted: Entry | None, last: Entry | None, there: Text, text: str | None
) -> Decision:
    """Decide about a file that can't be taken apart."""
    if wanted is None:
        return Decision(entry=last, told=(_orphaned(path),), is_edited=True)
    if last is None or set(wanted.digests) <= set(last.digests):
        return Decision(entry=wanted, is_edited=True)
    contest = _contest(decoded(there) or "", text)
    return Decision(entry=last, told=(_both(path),), is_edited=True, contest=contest)


def _overwritten(
    path: str, wanted: Entry | None, last: Entry | None, there: Text, text: str | None
) -> Decision:
    lines = {line for entry in (wanted, last) if entry for line in entry.definitions}
    change = Change(path=path, before=there.content, after=text)
    told = _lost(path, _others(path, there, lines), is_gone=text is None)
    return Decision(entry=wanted, change=change, told=(told,))


def _others(path: str, there: Text, own: Iterable[str]) -> list[str]:
    """Name the definitions of a file that are not docgen's."""
    lines = definitions(path, decoded(there) or "")
    names = (line.partition("\t")[0] for line in lines if line not in own)
    return [name for name in names if name[-1] != "*" and "#" not in name]


def _lost(path: str, names: list[str], *, is_gone: bool) -> Diagnostic:
    shown = ", ".join(f"`{name}`" for name in names[:_MOST_NAMED])
    more = len(names) - _MOST_NAMED
    what = f", with {shown}" if names else ""
    rest = f" and {more:,} more" if more > 0 else ""
    done = "removed" if is_gone else "written over"
    return diagnostic(
        Code.OVERWRITTEN_CODE,
        f"`{path}` was edited, and was {done}{what}{rest}",
        path,
        START,
        "without `--force` what people wrote stays",
    )


def _foreign(path: str) -> Diagnostic:
    return diagnostic(
        Code.FOREIGN_OUTPUT,
        f"`{path}` is not docgen's, and was left as it is",
        path,
        START,
        "move it elsewhere to have the generated file written",
    )


def _undecoded(path: str) -> Diagnostic:
    return diagnostic(
        Code.UNPARSABLE_OUTPUT,
        f"`{path}` is not UTF-8, and was left as it is",
        path,
        START,
        "save it as UTF-8 and run again",
    )


def _orphaned(path: str) -> Diagnostic:
    return diagnostic(
        Code.ORPHANED_CODE,
        f"`{path}` was edited, and no page gives it any more",
        path,
        START,
        f"delete it, or keep it: `docgen accept {path}`",
    )


def _both(path: str) -> Diagnostic:
    return diagnostic(
        Code.MERGE_CONFLICT,
        f"`{path}` was edited, and docgen would write another text than last time",
        path,
        START,
        "take over what you want of `docgen generate --diff`, then `docgen accept` it",
    )
