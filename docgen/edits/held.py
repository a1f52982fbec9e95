"""What stays because people's code needs it, and what goes along with what is around it."""

import re
from collections.abc import Iterable, Iterator, Mapping

from docgen.edits.verdicts import PEOPLES, Three, Verdict
from docgen.pycode import AT_RUN_TIME, Part, units

_WORD = re.compile(r"\w+")


def settled(
    verdicts: Mapping[str, Verdict],
    threes: Mapping[str, Three],
    there: tuple[Part, ...],
    today: tuple[Part, ...],
    theirs: str,
) -> dict[str, Verdict]:
    """Give the verdicts once the parts around each are looked at.

    A class or function that goes stays whole if people have something in it. An import stays as
    it is while people's code has its name. Where people removed a class, nothing new comes in.
    """
    found = dict(verdicts)
    found.update(_around_people(there, found))
    classes = {part.key for part in there if part.kind == "class"}
    found.update(_shut_out(today, classes, found))
    words = _words(there, threes, found, theirs)
    found.update(_needed(threes, found, words))
    return found


def _around_people(
    there: Iterable[Part], verdicts: Mapping[str, Verdict]
) -> Iterator[tuple[str, Verdict]]:
    """Give what stays whole, and what is in it."""
    for part in there:
        inner = [*units([*part.decorators, *part.parts])]
        own = verdicts.get(part.key)
        is_peoples = any(verdicts[one.key] in PEOPLES for one in inner)
        if own is Verdict.ORPHAN or (own is Verdict.GONE and is_peoples):
            yield part.key, Verdict.ORPHAN
            for one in inner:
                if verdicts[one.key] is Verdict.GONE:
                    yield one.key, Verdict.HELD
        else:
            yield from _around_people(part.parts, verdicts)


def _shut_out(
    today: Iterable[Part], classes: set[str], verdicts: Mapping[str, Verdict]
) -> Iterator[tuple[str, Verdict]]:
    for part in today:
        if part.kind != "class" or part.key in classes:
            continue
        if verdicts[part.key] is not Verdict.NEW:
            for one in units([*part.decorators, *part.parts]):
                if verdicts[one.key] is Verdict.NEW:
                    yield one.key, Verdict.AWAY


def _words(
    there: Iterable[Part],
    threes: Mapping[str, Three],
    verdicts: Mapping[str, Verdict],
    theirs: str,
) -> set[str]:
    """Give the words of what people wrote."""
    lines = theirs.split("\n")
    found: set[str] = set()
    for part in units(there):
        if part.kind in {"comment", "import"}:
            continue
        three = threes[part.key]
        is_whole = verdicts[part.key] in {Verdict.ADDED, Verdict.ORPHAN}
        if is_whole or three.theirs not in {three.todays, *three.base}:
            end = part.end if is_whole or not part.parts else part.parts[0].begin - 1
            found.update(_WORD.findall("\n".join(lines[part.line - 1 : end])))
    return found


def _needed(
    threes: Mapping[str, Three], verdicts: Mapping[str, Verdict], words: set[str]
) -> Iterator[tuple[str, Verdict]]:
    for key, verdict in verdicts.items():
        if verdict not in {Verdict.GONE, Verdict.RENEWED}:
            continue
        three = threes[key]
        if three.is_import and _is_used(key, words) and not _is_stronger(three):
            yield key, Verdict.HELD


def _is_used(key: str, words: set[str]) -> bool:
    name = key.removeprefix("import ").split("~")[0].split(".")[0]
    return name in words or (name == "annotations" and bool(words))


def _is_stronger(three: Three) -> bool:
    """Tell whether today's import comes out of `if TYPE_CHECKING`, or is another thing's."""
    theirs, todays = three.theirs, three.todays
    if todays is None or theirs is None:
        return False
    return todays.endswith(AT_RUN_TIME) or todays[:-1] != theirs[:-1]
