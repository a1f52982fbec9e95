"""Same types: find the types that were removed under one name and added under another.

A removed and an added type are compared by their pages and by the members of their classes, with
fingerprints:

    page        equal members          the type was
    the same    half or more           renamed
    the same    fewer                  possibly renamed
    another     all, at least two      renamed
    another     half or more           possibly renamed
    another     fewer                  not renamed

If the page of the removed type is gone and that of the added type is new, the page was probably
moved, and its descriptions may have changed with it. Then two thirds of equal member names are
enough, if these are three or one of the members is equal.

If several types match equally well, a type was only possibly renamed.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

_HALF, _TWO_THIRDS, _ALL, _MIN_MEMBERS = 0.5, 2 / 3, 1.0, 2


class DescribedType(Struct, frozen=True, kw_only=True):
    """A type by a key that is unique: the pages that declare it, and its members.

    Members are `name TAB fingerprint`; what is equal in two members has one fingerprint.
    """

    key: str
    pages: frozenset[str]
    members: frozenset[str]

    @property
    def names(self) -> frozenset[str]:
        """The names of the members."""
        return frozenset(line.partition("\t")[0] for line in self.members)


class RenamedType(Struct, frozen=True, kw_only=True):
    """The keys of a removed and an added type that are, or may be, the same type."""

    old: str
    new: str
    is_certain: bool


def same_types(
    removed: Sequence[DescribedType],
    added: Sequence[DescribedType],
    *,
    gone: frozenset[str] = frozenset(),
    new_pages: frozenset[str] = frozenset(),
) -> tuple[RenamedType, ...]:
    """Find the types that were removed under one key and added under another.

    `gone` are the pages that declare nothing any more, `new_pages` those that declared nothing
    before.
    """
    new = {one.key: one for one in added}
    by_fact = _by_fact(added)
    matches: dict[RenamedType, float] = {}
    for one in removed:
        for key in sorted(_candidates(one, by_fact)):
            is_moved = _is_moved(one, new[key], gone, new_pages)
            is_certain = _is_same_type(one, new[key], is_moved=is_moved)
            if is_certain is not None:
                match = RenamedType(old=one.key, new=key, is_certain=is_certain)
                matches[match] = _similarity(one, new[key])
    found = [one for one in matches if not _has_better_match(one, matches)]
    uses = Counter(key for one in found for key in (one.old, one.new))
    is_only_match = {one: uses[one.old] == uses[one.new] == 1 for one in found}
    return tuple(
        replace(one, is_certain=one.is_certain and is_only_match[one])
        for one in found
        if one.is_certain or is_only_match[one]
    )


def _by_fact(models: Iterable[DescribedType]) -> Mapping[str, list[str]]:
    """Return the paths of models by their pages and by their members."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one in models:
        for fact in _facts(one):
            found[fact].append(one.key)
    return found


def _facts(one: DescribedType) -> Iterable[str]:
    return (*one.pages, *one.members, *one.names)


def _is_moved(
    old: DescribedType,
    new: DescribedType,
    gone: frozenset[str],
    new_pages: frozenset[str],
) -> bool:
    """Return whether the pages of a removed type are gone and those of an added type are new."""
    return bool(old.pages) and old.pages <= gone and new.pages <= new_pages


def _similarity(old: DescribedType, new: DescribedType) -> float:
    most = max(len(old.members), len(new.members), 1)
    return (len(old.members & new.members) + len(old.names & new.names)) / most


def _has_better_match(one: RenamedType, matches: Mapping[RenamedType, float]) -> bool:
    return any(
        similarity > matches[one] and other.is_certain >= one.is_certain
        for other, similarity in matches.items()
        if other.old == one.old or other.new == one.new
    )


def _candidates(one: DescribedType, by_fact: Mapping[str, list[str]]) -> set[str]:
    return {path for fact in _facts(one) for path in by_fact.get(fact, ())}


def _is_same_type(
    old: DescribedType, new: DescribedType, *, is_moved: bool
) -> bool | None:
    """Return `True` if it is the same type, `False` if it may be, `None` if it is not."""
    if is_moved and _has_same_names(old, new):
        return True
    most = max(len(old.members), len(new.members))
    equal = len(old.members & new.members) / most if most else _ALL
    if old.pages & new.pages:
        return equal >= _HALF
    if equal == _ALL and most >= _MIN_MEMBERS:
        return True
    return False if equal >= _HALF and most >= _MIN_MEMBERS else None


def _has_same_names(old: DescribedType, new: DescribedType) -> bool:
    most = max(len(old.names), len(new.names))
    common = old.names & new.names
    is_enough = len(common) > _MIN_MEMBERS or old.members & new.members
    return bool(is_enough) and len(common) >= most * _TWO_THIRDS
