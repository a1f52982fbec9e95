"""The proof that a merge did what was decided, before anything is written."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from docgen.definitions import Part, units
from docgen.merge.identity import stem
from docgen.merge.verdicts import Three, Verdict

_AS_TODAY = {Verdict.NEW, Verdict.RENEWED}


def is_proven(
    result: Iterable[Part],
    threes: Mapping[str, Three],
    verdicts: Mapping[str, Verdict],
) -> bool:
    """Tell whether a file has exactly the parts that the verdicts say."""
    wanted = Counter(_wanted(threes, verdicts))
    found = Counter(_named(part.key, part.fingerprint) for part in units(result))
    return wanted == found


def _wanted(
    threes: Mapping[str, Three], verdicts: Mapping[str, Verdict]
) -> Iterator[tuple[str, str]]:
    for key, verdict in verdicts.items():
        three = threes[key]
        found = three.todays if verdict in _AS_TODAY else three.theirs
        if found and verdict is not Verdict.GONE:
            yield _named(key, found)


def _named(key: str, known_by: str) -> tuple[str, str]:
    """Leave the comments of an import out, which all names of a statement share."""
    return stem(key), "" if key.startswith("import ") else known_by
