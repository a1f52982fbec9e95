"""The merge of a file that two branches changed, for git.

    common ancestor ─┬─▶ ours ──┐
                     └─▶ theirs ┴─▶ merged

Parts are merged, not lines. A part that only one branch changed has the version of that branch. Of
one that both changed, a version that docgen wrote makes way for one that was edited by hand: the
next `docgen generate` updates generated parts from the merged pages. If both versions were edited
by hand, both are in the result, between conflict markers.

    ours               theirs             merged
    generated          generated          theirs
    generated          by hand            theirs
    by hand            generated          ours
    by hand            by hand            conflict
    deleted by hand    generated          deleted
    generated          deleted by hand    deleted
    removed            changed            theirs, in all other cases
    changed            removed            ours, in all other cases

A part was deleted by hand if the branch does not have it, although docgen wrote it there.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from msgspec import Struct

from docgen.edits.docstrings import with_merged_docstrings
from docgen.edits.merge import merged_file
from docgen.edits.three_way import compare
from docgen.edits.verdicts import Verdict, Versions, verdict
from docgen.pycode import Part, base_key, definition_lines, fingerprinted

OURS, SEPARATOR, THEIRS = "<<<<<<< ours", "=======", ">>>>>>> theirs"


class WrittenParts(Struct, frozen=True, kw_only=True):
    """The definition lines of what docgen wrote last on each branch, and the names in them."""

    ours: frozenset[str] = frozenset()
    theirs: frozenset[str] = frozenset()
    our_names: frozenset[str] = frozenset()
    their_names: frozenset[str] = frozenset()


class MergedBranches(Struct, frozen=True, kw_only=True):
    """The merged content of a file, and the names of the parts with a conflict."""

    source: str
    conflicts: tuple[str, ...] = ()


def merge_branches(
    path: str,
    ancestor: str,
    ours: str,
    theirs: str,
    written: Callable[[], WrittenParts],
) -> MergedBranches | None:
    """Merge two versions of a Python file; `None` if one can't be parsed or merged by parts.

    `written` returns what docgen wrote; it is called if a part differs on both branches.
    """
    read_once = cache(written)

    def decide(key: str, versions: Versions) -> Verdict:
        return _verdict(key, versions, read_once)

    last = definition_lines(path, ancestor)
    if ancestor.strip() and not last:
        return None
    found = compare(last, ours, theirs, decide, assumes_generated=False)
    if found and Verdict.CONFLICT in found.verdicts.values():
        both = with_merged_docstrings(path, last, ours, theirs)
        last, ours = both.lines, both.source
        found = compare(last, ours, theirs, decide, assumes_generated=False)
    if found is None:
        return None
    merged = merged_file(ours, theirs, found)
    if merged is None:
        return None
    conflicts = {key for key, one in found.verdicts.items() if one is Verdict.CONFLICT}
    if not conflicts:
        return MergedBranches(source=merged.source)
    return MergedBranches(
        source=_with_markers(
            merged.source,
            theirs,
            _positions(merged.parts, conflicts),
            _positions(found.new, conflicts),
        ),
        conflicts=tuple(sorted(conflicts)),
    )


def _verdict(
    key: str, versions: Versions, read_written: Callable[[], WrittenParts]
) -> Verdict:
    one = verdict(versions)
    is_removed = one is Verdict.DELETED and versions.new not in versions.base
    if not is_removed and one not in {Verdict.CONFLICT, Verdict.ORPHAN}:
        return one
    written = read_written()
    is_ours = _line(key, versions.edited) in written.ours
    is_theirs = _line(key, versions.new) in written.theirs
    if is_removed:
        is_deleted = is_theirs and base_key(key) in written.our_names
        return Verdict.DELETED if is_deleted else Verdict.ADDED
    if one is Verdict.ORPHAN:
        is_deleted = is_ours and base_key(key) in written.their_names
        return Verdict.DROPPED if is_deleted else Verdict.ORPHAN
    if is_ours:
        return Verdict.UPDATED
    return Verdict.KEPT if is_theirs else Verdict.CONFLICT


def written_parts(ours: Iterable[str], theirs: Iterable[str]) -> WrittenParts:
    """Return the parts that docgen wrote, given the definition lines of each branch."""
    our_lines, their_lines = (
        frozenset(map(_without_number, lines)) for lines in (ours, theirs)
    )
    return WrittenParts(
        ours=our_lines,
        theirs=their_lines,
        our_names=frozenset(map(_name, our_lines)),
        their_names=frozenset(map(_name, their_lines)),
    )


def _line(key: str, fingerprint: str | None) -> str:
    return f"{base_key(key)}\t{fingerprint}"


def _name(line: str) -> str:
    return line.rpartition("\t")[0]


def _without_number(line: str) -> str:
    name, _, word = line.rpartition("\t")
    return _line(name, word)


def _positions(parts: Iterable[Part], keys: set[str]) -> dict[str, range]:
    """Return the lines of parts by their keys, without those of the parts in them."""
    return {
        part.key: range(part.line, _end(part) + 1)
        for part in fingerprinted(parts)
        if part.key in keys
    }


def _end(part: Part) -> int:
    """Return the last line of a part; that of a class is before its members."""
    is_class = part.kind == "class" and part.parts
    return part.parts[0].first_line - 1 if is_class else part.end


def _with_markers(
    merged: str, theirs: str, positions: dict[str, range], others: dict[str, range]
) -> str:
    """Return the merged content with both versions of each conflicting part."""
    ending = "\r\n" if "\r\n" in merged else "\n"
    lines, their_lines = _lines(merged), _lines(theirs)
    blocks = {positions[key]: others[key] for key in positions}
    for mine in sorted(blocks, key=lambda block: block.start, reverse=True):
        other = blocks[mine]
        lines[mine.start - 1 : mine.stop - 1] = [
            OURS,
            *_without_last_blank(lines[mine.start - 1 : mine.stop - 1]),
            SEPARATOR,
            *_without_last_blank(their_lines[other.start - 1 : other.stop - 1]),
            THEIRS,
            *_last_blank(lines[mine.start - 1 : mine.stop - 1]),
        ]
    return ending.join(lines)


def _lines(source: str) -> list[str]:
    return source.replace("\r\n", "\n").split("\n")


def _without_last_blank(lines: list[str]) -> list[str]:
    return lines[: len(lines) - len([*_last_blank(lines)])]


def _last_blank(lines: list[str]) -> Iterator[str]:
    for line in reversed(lines):
        if line.strip():
            return
        yield line
