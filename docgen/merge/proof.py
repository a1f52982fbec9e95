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
    kept = {key for key, verdict in verdicts.items() if verdict is not Verdict.GONE}
    left_empty = {part.key for part in emptied(result)}
    found = Counter(
        _named(part.key, part.fingerprint)
        for part in units(result)
        if part.key not in left_empty or part.key in kept
    )
    return wanted == found


def emptied(result: Iterable[Part]) -> Iterator[Part]:
    """Give the `pass` of each class that has nothing else."""
    for part in result:
        if part.kind == "class" and len(part.parts) == 1:
            yield from (one for one in part.parts if one.key.endswith(".pass"))


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
