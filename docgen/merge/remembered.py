"""What the manifest says of a file from now on."""

from collections.abc import Iterator, Mapping

from docgen.merge.base import REMOVED
from docgen.merge.verdicts import Three, Verdict

_AS_TODAY = {Verdict.KEPT, Verdict.RENEWED, Verdict.NEW}
_AS_BEFORE = {Verdict.AWAY, Verdict.CONFLICT, Verdict.ORPHAN}


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
