"""Scopes: what becomes of the parts of a module, class or `if TYPE_CHECKING` block, together.

Enter the parts of the file and of today's text with their verdicts; leaves the order of keys that
each scope is to have. No tree is needed for it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from docgen.edits.arrange import arranged
from docgen.edits.forms import Forms
from docgen.edits.neighbours import neighbour, noted
from docgen.edits.slots import Coming, Slot
from docgen.edits.verdicts import Verdict
from docgen.pycode import Part, is_ordered

_LEAVES = {Verdict.GONE, Verdict.RENEWED}
_COMES = {Verdict.NEW, Verdict.RENEWED}


class Rules(Struct, frozen=True, kw_only=True):
    """What decides: verdicts, what docgen wrote, neighbours noted, scopes in docgen's order.

    `forms` also hear what form each scope is given.
    """

    verdicts: Mapping[str, Verdict]
    forms: Forms
    known: Collection[str] = ()
    neighbours: Mapping[str, frozenset[str]] = {}
    follows: frozenset[str] = frozenset()


def order(
    there: Sequence[Part], today: Sequence[Part], rules: Rules, prefix: str = ""
) -> tuple[str, ...]:
    """Give the keys of a scope as they are to follow each other."""
    return arranged(
        slots(there, today, rules),
        [*_comings(there, today, rules)],
        rules.neighbours,
        is_moved=prefix in rules.follows,
    )


def neighbours(
    there: Sequence[Part], today: Sequence[Part], rules: Rules
) -> Iterator[tuple[str, str]]:
    """Give what is to be noted of what goes, from a scope and those in it."""
    yield from noted(slots(there, today, rules))
    others = by_key(today)
    for part in there:
        other = others.get(part.key)
        inner = other.parts if other and other.kind == part.kind else ()
        decorators = other.decorators if other else ()
        yield from noted(slots(part.decorators, decorators, rules))
        if part.kind == "import":
            yield from _beside(part, rules)
        elif part.kind == "block" or inner:
            yield from neighbours(part.parts, inner, rules)


def _beside(statement: Part, rules: Rules) -> Iterator[tuple[str, str]]:
    """Give for the names that go from an import statement one of people's in it."""
    verdicts = rules.verdicts
    mine = [n.key for n in statement.parts if verdicts[n.key] is Verdict.ADDED]
    for name in statement.parts:
        if mine and verdicts[name.key] is Verdict.GONE:
            yield name.key, neighbour(mine[0])


def is_as_is(there: Sequence[Part], today: Sequence[Part], rules: Rules) -> bool:
    """Tell whether a file is as it is to be."""
    return not any(
        found in _LEAVES or found is Verdict.NEW for found in rules.verdicts.values()
    ) and _is_in_order(there, today, rules, "")


def _is_in_order(
    there: Sequence[Part], today: Sequence[Part], rules: Rules, prefix: str
) -> bool:
    others = by_key(today)
    if order(there, today, rules, prefix) != tuple(part.key for part in there):
        return False
    return all(
        _is_in_order(part.parts, others[part.key].parts, rules, f"{part.key}.")
        for part in there
        if part.kind == "class" and part.key in others
    )


def by_key(parts: Iterable[Part]) -> Mapping[str, Part]:
    """Give the parts of a scope by their keys."""
    return {part.key: part for part in parts}


def slots(there: Sequence[Part], today: Iterable[Part], rules: Rules) -> list[Slot]:
    """Give the parts that are in the file, with what becomes of them."""
    others = by_key(today)
    found = []
    for part, above, below in zip(
        there, (None, *there), (*there[1:], None), strict=False
    ):
        other = others.get(part.key)
        stays = _stays(part, other, rules)
        before = _blank(above, part) if above else 0
        after = _blank(part, below) if below else 1
        slot = Slot(
            key=part.key,
            fate=("post" if other else "people's") if stays else "gone",
            moves=is_ordered(part) and part.key in rules.known,
            is_import=part.kind == "import",
            is_pinned=stays and _is_pinned(part),
            clings=after == 0 and (before > 0 or part.kind == "comment"),
            blank=before,
        )
        found.append(slot)
    return found


def _is_pinned(part: Part) -> bool:
    return part.key == "from __future__" or part.key.endswith("__doc__")


def _blank(above: Part, below: Part) -> int:
    """Count the blank lines between two parts."""
    return below.begin - above.end - 1


def _stays(part: Part, other: Part | None, rules: Rules) -> bool:
    match part.kind:
        case "import":
            return any(left(part, rules)) or bool(added(other, rules))
        case "block":
            inner = other.parts if other else ()
            return bool(order(part.parts, inner, rules))
        case _:
            return rules.verdicts[part.key] is not Verdict.GONE


def left(statement: Part, rules: Rules) -> tuple[bool, ...]:
    """Tell for each name of an import statement whether it is left in it."""
    return tuple(rules.verdicts[name.key] not in _LEAVES for name in statement.parts)


def added(statement: Part | None, rules: Rules) -> tuple[str, ...]:
    """Give the names of today's import statement that come into the file."""
    names = statement.parts if statement else ()
    return tuple(name.key for name in names if rules.verdicts[name.key] in _COMES)


def _comings(
    there: Sequence[Part], today: Iterable[Part], rules: Rules
) -> Iterator[Coming]:
    staying = {slot.key for slot in slots(there, today, rules) if slot.fate != "gone"}
    for part in today:
        yield Coming(
            key=part.key,
            is_new=part.key not in staying and _comes(part, rules),
            leads=part.kind == "import" or _is_pinned(part),
            is_pinned=_is_pinned(part),
        )


def _comes(part: Part, rules: Rules) -> bool:
    match part.kind:
        case "import":
            return bool(added(part, rules))
        case "block":
            return bool(order((), part.parts, rules))
        case _:
            return rules.verdicts[part.key] is Verdict.NEW
