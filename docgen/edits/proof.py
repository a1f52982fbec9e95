"""The proof that a merge did what was decided, before anything is written."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from docgen.edits.verdicts import Three, Verdict
from docgen.pycode import Part, stem, units

_AS_TODAY = {Verdict.NEW, Verdict.RENEWED}


def expected(
    threes: Mapping[str, Three], verdicts: Mapping[str, Verdict]
) -> Mapping[str, str]:
    """Give the fingerprints that the parts of a file are to have, by their keys."""
    pairs = {
        key: threes[key].todays if verdict in _AS_TODAY else threes[key].theirs
        for key, verdict in verdicts.items()
        if verdict is not Verdict.GONE
    }
    return {key: known_by for key, known_by in pairs.items() if known_by}


def is_proven(result: Iterable[Part], wanted: Mapping[str, str]) -> bool:
    """Tell whether a file has exactly the parts that it is to have."""
    fillers = {part.key for part in emptied(result)} - {*wanted}
    found = (part for part in units(result) if part.key not in fillers)
    return Counter(_named(part.key, part.fingerprint) for part in found) == Counter(
        _named(key, known_by) for key, known_by in wanted.items()
    )


def emptied(result: Iterable[Part]) -> Iterator[Part]:
    """Give the `pass` of each class that has nothing else."""
    for part in result:
        if part.kind == "class" and len(part.parts) == 1:
            yield from (one for one in part.parts if one.key.endswith(".pass"))


def _named(key: str, known_by: str) -> tuple[str, str]:
    """Leave the comments of an import out, which all names of a statement share."""
    return stem(key), "" if key.startswith("import ") else known_by
