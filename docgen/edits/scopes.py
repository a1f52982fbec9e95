"""Scopes: the merged order of the parts of a module, class or `if TYPE_CHECKING` block.

It is determined by the parts of the file and of the new code and by their verdicts, without a
syntax tree.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from docgen.edits.arrange import NewPart, Slot, arranged, noted_predecessors
from docgen.edits.verdicts import Verdict
from docgen.pycode import Part, is_ordered, short_digest

_REMOVED_VERDICTS = {Verdict.DROPPED, Verdict.UPDATED}
_ADDED_VERDICTS = {Verdict.ADDED, Verdict.UPDATED}


class MergeRules(Struct, frozen=True, kw_only=True):
    """What the order of parts depends on: verdicts, keys that docgen wrote, recorded predecessors.

    `generated` are the prefixes of the scopes that have the order in which docgen wrote them.
    """

    verdicts: Mapping[str, Verdict]
    known: Collection[str] = ()
    predecessors: Mapping[str, frozenset[str]] = {}
    generated: frozenset[str] = frozenset()


def merged_order(
    edited: Sequence[Part], new: Sequence[Part], rules: MergeRules, prefix: str = ""
) -> tuple[str, ...]:
    """Return the keys of a merged scope in their order."""
    return arranged(
        _slots(edited, new, rules),
        [*_new_parts(edited, new, rules)],
        rules.predecessors,
        is_generated=prefix in rules.generated,
    )


def is_unchanged(
    edited: Sequence[Part], new: Sequence[Part], rules: MergeRules, prefix: str = ""
) -> bool:
    """Return whether a merge leaves a file unchanged."""
    changing = _REMOVED_VERDICTS | _ADDED_VERDICTS
    if not changing.isdisjoint(rules.verdicts.values()):
        return False
    others = _by_key(new)
    order = merged_order(edited, new, rules, prefix)
    return order == tuple(part.key for part in edited) and all(
        is_unchanged(part.parts, others[part.key].parts, rules, f"{part.key}.")
        for part in edited
        if part.kind == "class" and part.key in others
    )


def all_predecessors(
    edited: Sequence[Part], new: Sequence[Part], rules: MergeRules
) -> Iterator[tuple[str, str]]:
    """Yield the predecessors to record of dropped parts, also of those in nested scopes."""
    yield from noted_predecessors(_slots(edited, new, rules))
    others = _by_key(new)
    for part in edited:
        other = others.get(part.key)
        inner = other.parts if other and other.kind == part.kind else ()
        decorators = other.decorators if other else ()
        yield from noted_predecessors(_slots(part.decorators, decorators, rules))
        if part.kind == "import":
            yield from _noted_imports(part, rules)
        elif part.kind == "block" or inner:
            yield from all_predecessors(part.parts, inner, rules)


def _noted_imports(statement: Part, rules: MergeRules) -> Iterator[tuple[str, str]]:
    """Yield the dropped names of an import statement with a hand-written one in it."""
    verdicts = rules.verdicts
    hand_written = [
        name.key
        for name in statement.parts
        if verdicts[name.key] is Verdict.HAND_WRITTEN
    ]
    for name in statement.parts:
        if hand_written and verdicts[name.key] is Verdict.DROPPED:
            yield name.key, short_digest(hand_written[0])


def _by_key(parts: Iterable[Part]) -> Mapping[str, Part]:
    return {part.key: part for part in parts}


def _slots(
    edited: Sequence[Part], new: Iterable[Part], rules: MergeRules
) -> list[Slot]:
    others = _by_key(new)
    found = []
    for part, above, below in zip(
        edited, (None, *edited), (*edited[1:], None), strict=False
    ):
        other = others.get(part.key)
        is_kept = _is_kept(part, other, rules)
        blank_above = _blank_lines(above, part) if above else 0
        blank_below = _blank_lines(part, below) if below else 1
        slot = Slot(
            key=part.key,
            fate=("anchor" if other else "hand-written") if is_kept else "dropped",
            moves=is_ordered(part) and part.key in rules.known,
            is_import=part.kind == "import",
            is_pinned=is_kept and _is_pinned(part),
            is_attached=blank_below == 0
            and (blank_above > 0 or part.kind == "comment"),
        )
        found.append(slot)
    return found


def _is_pinned(part: Part) -> bool:
    return part.key == "from __future__" or part.key.endswith("__doc__")


def _blank_lines(above: Part, below: Part) -> int:
    return below.first_line - above.end - 1


def _is_kept(part: Part, other: Part | None, rules: MergeRules) -> bool:
    match part.kind:
        case "import":
            return any(kept_names(part, rules)) or bool(added_names(other, rules))
        case "block":
            inner = other.parts if other else ()
            return bool(merged_order(part.parts, inner, rules))
        case _:
            return rules.verdicts[part.key] is not Verdict.DROPPED


def kept_names(statement: Part, rules: MergeRules) -> tuple[bool, ...]:
    """Return for each name of an import statement whether it is kept."""
    return tuple(
        rules.verdicts[name.key] not in _REMOVED_VERDICTS for name in statement.parts
    )


def added_names(statement: Part | None, rules: MergeRules) -> tuple[str, ...]:
    """Return the names of a new import statement that are added to the file."""
    names = statement.parts if statement else ()
    return tuple(
        name.key for name in names if rules.verdicts[name.key] in _ADDED_VERDICTS
    )


def _new_parts(
    edited: Sequence[Part], new: Iterable[Part], rules: MergeRules
) -> Iterator[NewPart]:
    slots = _slots(edited, new, rules)
    kept = {slot.key for slot in slots if slot.fate != "dropped"}
    for part in new:
        yield NewPart(
            key=part.key,
            is_added=part.key not in kept and _is_added(part, rules),
            is_leading=part.kind == "import" or _is_pinned(part),
            is_pinned=_is_pinned(part),
        )


def _is_added(part: Part, rules: MergeRules) -> bool:
    match part.kind:
        case "import":
            return bool(added_names(part, rules))
        case "block":
            return bool(merged_order((), part.parts, rules))
        case _:
            return rules.verdicts[part.key] is Verdict.ADDED
