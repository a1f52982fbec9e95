"""Verdicts: what becomes of each part, given what docgen wrote last, the file, and the new code.

A part is identified by its key. It is *untouched* if docgen wrote its fingerprint; then the new
code replaces it. If it was edited by hand, it stays.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum, auto

from msgspec import Struct

from docgen.edits.base import LastWritten
from docgen.pycode import TYPE_CHECKING_ONLY, Part, fingerprinted

_WORD = re.compile(r"\w+")


class Verdict(Enum):
    """What becomes of a part."""

    KEPT = auto()
    """It stays: it is as in the new code, or docgen did not change it."""
    HAND_WRITTEN = auto()
    """It stays: docgen never wrote a part of that name."""
    UPDATED = auto()
    """It is replaced by the new code."""
    ADDED = auto()
    """It is added from the new code."""
    DROPPED = auto()
    """It is removed, because no page defines it any more."""
    DELETED = auto()
    """It was deleted by hand and stays deleted."""
    ABSENT = auto()
    """It is neither in the file nor in the new code."""
    CONFLICT = auto()
    """It stays: it was edited by hand, and docgen would change it as well."""
    ORPHAN = auto()
    """It stays: it was edited by hand, but no page defines it any more."""
    NEEDED = auto()
    """It stays although it would be dropped or updated: hand-written code needs it."""


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
    base: LastWritten, edited: Iterable[Part], new: Iterable[Part]
) -> Mapping[str, Versions]:
    """Return the versions of each part by its key."""
    there = {part.key: part.fingerprint for part in fingerprinted(edited)}
    wanted = {part.key: part.fingerprint for part in fingerprinted(new)}
    known = base.known or _assumed(there, wanted)
    return {
        key: Versions(
            is_import=key.startswith("import "),
            base=known.get(key, frozenset()),
            edited=there.get(key),
            new=wanted.get(key),
            is_deleted=key in base.deleted,
        )
        for key in dict.fromkeys([*wanted, *there, *base.known, *sorted(base.deleted)])
    }


def _assumed(
    there: Mapping[str, str], wanted: Mapping[str, str]
) -> Mapping[str, frozenset[str]]:
    """Assume that docgen wrote the new code, if nothing is recorded of a file."""
    return {key: frozenset({wanted[key]}) for key in wanted if key in there}


def verdict(versions: Versions) -> Verdict:
    """Return the verdict on one part, whatever is around it."""
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
    """Judge an import that was moved out of `if TYPE_CHECKING`, or into it."""
    is_at_run_time = not edited.endswith(TYPE_CHECKING_ONLY)
    return Verdict.KEPT if is_at_run_time else Verdict.UPDATED


def verdicts(
    versions: Mapping[str, Versions],
    edited: tuple[Part, ...],
    new: tuple[Part, ...],
    source: str,
) -> dict[str, Verdict]:
    """Return the verdict on each part, given the parts around it; `source` is the file.

    A class or function that would be dropped stays whole if hand-written code is in it. An import
    stays while hand-written code uses its name. Nothing is added to a class deleted by hand.
    """
    found = {key: verdict(one) for key, one in versions.items()}
    found.update(_kept_whole(edited, found))
    classes = {part.key for part in edited if part.kind == "class"}
    found.update(_in_deleted_classes(new, classes, found))
    words = _hand_written_words(edited, versions, found, source)
    found.update(_needed_imports(versions, found, words))
    return found


def _kept_whole(
    edited: Iterable[Part], found: Mapping[str, Verdict]
) -> Iterator[tuple[str, Verdict]]:
    for part in edited:
        inner = [*fingerprinted([*part.decorators, *part.parts])]
        own = found.get(part.key)
        is_edited = any(found[one.key] in HAND_EDITED for one in inner)
        if own is Verdict.ORPHAN or (own is Verdict.DROPPED and is_edited):
            yield part.key, Verdict.ORPHAN
            for one in inner:
                if found[one.key] is Verdict.DROPPED:
                    yield one.key, Verdict.NEEDED
        else:
            yield from _kept_whole(part.parts, found)


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
    lines = source.split("\n")
    words: set[str] = set()
    for part in fingerprinted(edited):
        if part.kind in {"comment", "import"}:
            continue
        own = versions[part.key]
        is_whole = found[part.key] in {Verdict.HAND_WRITTEN, Verdict.ORPHAN}
        if is_whole or own.edited not in {own.new, *own.base}:
            is_all = is_whole or not part.parts
            end = part.end if is_all else part.parts[0].first_line - 1
            words.update(_WORD.findall("\n".join(lines[part.line - 1 : end])))
    return words


def _needed_imports(
    versions: Mapping[str, Versions], found: Mapping[str, Verdict], words: set[str]
) -> Iterator[tuple[str, Verdict]]:
    for key, one in found.items():
        own = versions[key]
        is_at_risk = own.is_import and one in {Verdict.DROPPED, Verdict.UPDATED}
        if is_at_risk and _is_used(key, words) and not _is_stronger(own):
            yield key, Verdict.NEEDED


def _is_used(key: str, words: set[str]) -> bool:
    name = key.removeprefix("import ").split("~")[0].split(".")[0]
    return name in words or (name == "annotations" and bool(words))


def _is_stronger(versions: Versions) -> bool:
    """Return whether the new import is out of `if TYPE_CHECKING`, or imports something else."""
    edited, new = versions.edited, versions.new
    if new is None or edited is None:
        return False
    return not new.endswith(TYPE_CHECKING_ONLY) or _imported(new) != _imported(edited)
