"""Verdicts: decide about each part, given what docgen wrote last, the file, and the new code.

A part is identified by its key. If docgen wrote its fingerprint, the new code replaces it. If it
was edited by hand, it is kept.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum, auto

from msgspec import Struct

from docgen.edits.base import LastWritten
from docgen.pycode import TYPE_CHECKING_ONLY, Part, fingerprinted
from docgen.regex import Regex

_WORD = Regex(r"\w+")


class Verdict(Enum):
    """What a merge does with a part."""

    KEPT = auto()
    """It is kept: it is the same in the new code, or docgen did not change it."""
    HAND_WRITTEN = auto()
    """It is kept: docgen never wrote a part of that name."""
    UPDATED = auto()
    """It is replaced by the new code."""
    ADDED = auto()
    """It is added from the new code."""
    DROPPED = auto()
    """It is removed, because no page defines it any more."""
    DELETED = auto()
    """It was deleted by hand and is not added again."""
    ABSENT = auto()
    """It is neither in the file nor in the new code."""
    CONFLICT = auto()
    """It is kept: it was edited by hand, and its page changed as well."""
    ORPHAN = auto()
    """It is kept: it was edited by hand, but no page defines it any more."""
    NEEDED = auto()
    """It is kept, although no page defines it or its page changed: hand-written code needs it."""


HAND_EDITED = frozenset({Verdict.HAND_WRITTEN, Verdict.CONFLICT, Verdict.ORPHAN})
"""The verdicts on parts that were written or edited by hand."""


class Versions(Struct, frozen=True, kw_only=True):
    """The fingerprints of a part: those that docgen wrote, the one in the file, the new one."""

    is_import: bool
    base: frozenset[str]
    edited: str | None
    new: str | None
    is_deleted: bool = False


def versions_by_key(
    base: LastWritten,
    edited: Iterable[Part],
    new: Iterable[Part],
    *,
    assumes_generated: bool = True,
) -> Mapping[str, Versions]:
    """Return the versions of each part by its key.

    If nothing is recorded and `assumes_generated`, docgen is assumed to have written the new code.
    """
    in_file = {part.key: part.fingerprint for part in fingerprinted(edited)}
    in_new = {part.key: part.fingerprint for part in fingerprinted(new)}
    known: Mapping[str, frozenset[str]] = base.known
    if not known and assumes_generated:
        known = {key: frozenset({in_new[key]}) for key in in_new if key in in_file}
    keys = [*in_new, *in_file, *base.known, *sorted(base.deleted)]
    return {
        key: Versions(
            is_import=key.startswith("import "),
            base=known.get(key, frozenset()),
            edited=in_file.get(key),
            new=in_new.get(key),
            is_deleted=key in base.deleted,
        )
        for key in dict.fromkeys(keys)
    }


def verdict(versions: Versions) -> Verdict:
    """Return the verdict on a part, regardless of the parts around it."""
    if versions.edited is None:
        return _verdict_on_missing(versions)
    if versions.new == versions.edited:
        return Verdict.KEPT
    if versions.edited in versions.base:
        return Verdict.DROPPED if versions.new is None else Verdict.UPDATED
    return _verdict_on_edited(versions)


def _verdict_on_missing(versions: Versions) -> Verdict:
    if versions.new is None:
        return Verdict.ABSENT
    if versions.base or versions.is_deleted:
        return Verdict.DELETED
    return Verdict.ADDED


def _verdict_on_edited(versions: Versions) -> Verdict:
    if versions.new is None:
        return Verdict.ORPHAN if versions.base else Verdict.HAND_WRITTEN
    if versions.new in versions.base or versions.is_deleted:
        return Verdict.KEPT
    if versions.is_import and _imported(versions.edited) == _imported(versions.new):
        return _verdict_on_moved_import(versions.edited or "")
    return Verdict.CONFLICT


def _imported(fingerprint: str | None) -> str:
    """Return what an import imports, whether below `if TYPE_CHECKING` or not."""
    return (fingerprint or "").removesuffix(TYPE_CHECKING_ONLY)


def _verdict_on_moved_import(edited: str) -> Verdict:
    """Return the verdict on an import that was moved out of `if TYPE_CHECKING`, or into it."""
    is_at_run_time = not edited.endswith(TYPE_CHECKING_ONLY)
    return Verdict.KEPT if is_at_run_time else Verdict.UPDATED


def verdicts(
    versions: Mapping[str, Versions],
    edited: tuple[Part, ...],
    new: tuple[Part, ...],
    source: str,
    decide: Callable[[str, Versions], Verdict],
) -> dict[str, Verdict]:
    """Return the verdict on each part, given the parts around it; `source` is the file.

    `decide` returns the verdict on a part regardless of these, given its key.

    A class or function that would be dropped is kept with all its parts if it contains hand-written
    code. An import is kept while hand-written code uses its name. Nothing is added to a class that
    was deleted by hand.
    """
    found = {key: decide(key, one) for key, one in versions.items()}
    found.update(_kept_containers(edited, found))
    classes = {part.key for part in edited if part.kind == "class"}
    found.update(_in_deleted_classes(new, classes, found))
    words = _hand_written_words(edited, versions, found, source)
    found.update(_needed_imports(versions, found, words))
    return found


def _kept_containers(
    edited: Iterable[Part], found: Mapping[str, Verdict]
) -> Iterator[tuple[str, Verdict]]:
    """Yield the new verdicts for orphans and for dropped parts that contain hand-written code."""
    for part in edited:
        inner = [*fingerprinted([*part.decorators, *part.parts])]
        one = found.get(part.key)
        has_edits = any(found[one.key] in HAND_EDITED for one in inner)
        if one is Verdict.ORPHAN or (one is Verdict.DROPPED and has_edits):
            yield part.key, Verdict.ORPHAN
            for nested in inner:
                if found[nested.key] is Verdict.DROPPED:
                    yield nested.key, Verdict.NEEDED
        else:
            yield from _kept_containers(part.parts, found)


def _in_deleted_classes(
    new: Iterable[Part], classes: set[str], found: Mapping[str, Verdict]
) -> Iterator[tuple[str, Verdict]]:
    for part in new:
        if part.kind != "class" or part.key in classes:
            continue
        if found[part.key] is not Verdict.ADDED:
            for one in fingerprinted([*part.decorators, *part.parts]):
                if found[one.key] is Verdict.ADDED:
                    yield one.key, Verdict.ABSENT


def _hand_written_words(
    edited: Iterable[Part],
    versions: Mapping[str, Versions],
    found: Mapping[str, Verdict],
    source: str,
) -> set[str]:
    """Return the words of all parts that were written or edited by hand."""
    lines = source.split("\n")
    words: set[str] = set()
    for part in fingerprinted(edited):
        if part.kind in {"comment", "import"}:
            continue
        one = versions[part.key]
        is_kept = found[part.key] in {Verdict.HAND_WRITTEN, Verdict.ORPHAN}
        if is_kept or one.edited not in {one.new, *one.base}:
            has_inner_verdicts = part.parts and not is_kept
            end = part.parts[0].first_line - 1 if has_inner_verdicts else part.end
            words.update(_WORD.findall("\n".join(lines[part.line - 1 : end])))
    return words


def _needed_imports(
    versions: Mapping[str, Versions], found: Mapping[str, Verdict], words: set[str]
) -> Iterator[tuple[str, Verdict]]:
    for key, one in found.items():
        changed = versions[key].is_import and one in {Verdict.DROPPED, Verdict.UPDATED}
        if changed and _is_used(key, words) and not _is_replaced(versions[key]):
            yield key, Verdict.NEEDED


def _is_used(key: str, words: set[str]) -> bool:
    name = key.removeprefix("import ").split("~")[0].split(".")[0]
    return name in words or (name == "annotations" and bool(words))


def _is_replaced(versions: Versions) -> bool:
    """Return whether the new import is outside of `if TYPE_CHECKING`, or imports something else."""
    edited, new = versions.edited, versions.new
    if new is None or edited is None:
        return False
    return not new.endswith(TYPE_CHECKING_ONLY) or _imported(new) != _imported(edited)
