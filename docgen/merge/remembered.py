"""What the manifest says of a file from now on."""

from collections.abc import Iterable, Iterator, Mapping

from docgen.merge.base import REMOVED
from docgen.merge.verdicts import Three, Verdict

_AS_TODAY = {Verdict.KEPT, Verdict.RENEWED, Verdict.NEW}
_AS_BEFORE = {Verdict.AWAY, Verdict.CONFLICT, Verdict.ORPHAN, Verdict.HELD}


def remembered(
    threes: Mapping[str, Three], verdicts: Mapping[str, Verdict]
) -> Iterator[str]:
    """Give the lines of the parts; what is still to be told keeps the line that it had."""
    for key, verdict in verdicts.items():
        three = threes[key]
        if verdict in _AS_TODAY and three.todays is not None:
            yield f"{key}\t{three.todays}"
        elif verdict in _AS_BEFORE:
            yield from (f"{key}\t{known_by}" for known_by in sorted(three.base))
        if verdict is Verdict.REMOVED or (verdict is Verdict.AWAY and three.is_removed):
            yield f"{key}\t{REMOVED}"


def after_acceptance(
    threes: Mapping[str, Three], verdicts: Mapping[str, Verdict]
) -> Iterator[str]:
    """Give the lines of the parts once people settled what there was to tell."""
    for key, verdict in verdicts.items():
        three = threes[key]
        if verdict in {Verdict.KEPT, Verdict.CONFLICT} and three.todays is not None:
            yield f"{key}\t{three.todays}"
        elif verdict in {Verdict.RENEWED, Verdict.GONE} or _is_held_import(
            verdict, three
        ):
            yield from (f"{key}\t{known_by}" for known_by in sorted(three.base))
        elif three.is_removed or verdict is Verdict.REMOVED:
            yield f"{key}\t{REMOVED}"


def _is_held_import(verdict: Verdict, three: Three) -> bool:
    return verdict is Verdict.HELD and three.is_import


def names_of_lines(lines: Iterable[str]) -> frozenset[str]:
    """Give the names of what docgen wrote and nobody removed."""
    pairs = (line.split("\t") for line in lines)
    return frozenset(name for name, known_by in pairs if known_by != REMOVED)
