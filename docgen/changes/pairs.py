"""Pairs of members that were removed and added: which of them are one member with another name.

    only the case of the name differs            renamed
    the rest is equal, and no other is           renamed
    otherwise                                    removed and added

This is the rule by which hand-written code follows a renamed member. Members that say nothing
but their name and type are never renamed: nothing shows that they are the same.
"""

from collections import Counter
from collections.abc import Mapping, Sequence


def renamed_members(
    removed: Sequence[tuple[str, str]], added: Sequence[tuple[str, str]]
) -> Mapping[str, str]:
    """Return the new names of removed members by their old ones.

    A member is a name, and what else it says, as one string that is empty if it says nothing.
    """
    found = dict(_in_another_case(removed, added))
    taken = {*found.values()}
    old = [one for one in removed if one[1] and one[0] not in found]
    new = [one for one in added if one[1] and one[0] not in taken]
    old_counts = Counter(content for _, content in old)
    new_counts = Counter(content for _, content in new)
    new_by_content = {content: name for name, content in new}
    for name, content in old:
        if old_counts[content] == new_counts[content] == 1:
            found[name] = new_by_content[content]
    return found


def _in_another_case(
    removed: Sequence[tuple[str, str]], added: Sequence[tuple[str, str]]
) -> Mapping[str, str]:
    by_case = {name.casefold(): name for name, _ in added}
    pairs = ((name, by_case.get(name.casefold())) for name, _ in removed)
    return {old: new for old, new in pairs if new is not None}
