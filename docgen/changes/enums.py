"""Changes of an enum type and its members."""

from collections.abc import Iterable, Iterator, Mapping

from docgen.changes.model import Change
from docgen.changes.pairs import renamed_members
from docgen.changes.rules import Rules, change, of_old, type_change
from docgen.diagnostics import quote
from docgen.schema.model import EnumType, Member


def enum_changes(old: EnumType, new: EnumType) -> Iterator[Change]:
    """Yield the changes of an enum type and of its members."""
    if old.open != new.open:
        message = "is open" if new.open else "is no longer open"
        yield type_change(Rules.ENUM_OPENNESS, message, old, new)
    if old.flags != new.flags:
        message = "has flags" if new.flags else "has no flags any more"
        yield type_change(Rules.ENUM_FLAGS, message, old, new)
    if bool(old.deprecated) != bool(new.deprecated):
        message = "is deprecated" if new.deprecated else "is no longer deprecated"
        yield type_change(Rules.ENUM_DEPRECATED, message, old, new)
    if old.description != new.description:
        yield type_change(Rules.ENUM_DESCRIPTION, "changed the description", old, new)
    yield from _members(old, new)


def _members(old: EnumType, new: EnumType) -> Iterator[Change]:
    before = {one.name: one for one in old.members}
    after = {one.name: one for one in new.members}
    removed = [one for name, one in before.items() if name not in after]
    added = [one for name, one in after.items() if name not in before]
    names = renamed_members(_described(removed), _described(added))
    for one in removed:
        renamed = after.get(names.get(one.name, ""))
        if renamed:
            message = f"renamed the member {quote(one.name)} to {quote(renamed.name)}"
            found = _of(Rules.MEMBER_RENAMED, message, new, one, renamed)
        else:
            message = f"removed the member {quote(one.name)}"
            found = _of(Rules.MEMBER_REMOVED, message, new, one, None)
        yield from of_old([found], f"{old.name}.{one.name}")
    is_open = old.open or new.open
    rule = Rules.OPEN_MEMBER_ADDED if is_open else Rules.MEMBER_ADDED
    for one in added:
        if one.name not in names.values():
            yield _of(rule, f"added the member {quote(one.name)}", new, None, one)
    for one, other in _pairs(before, after, names):
        yield from of_old(_facts(one, other, new), f"{old.name}.{one.name}")


def _described(members: Iterable[Member]) -> list[tuple[str, str]]:
    return [(one.name, one.description or "") for one in members]


def _pairs(
    before: Mapping[str, Member], after: Mapping[str, Member], names: Mapping[str, str]
) -> Iterator[tuple[Member, Member]]:
    for name, one in before.items():
        other = after.get(names.get(name, name))
        if other is not None:
            yield one, other


def _facts(old: Member, new: Member, owner: EnumType) -> Iterator[Change]:
    if old.value != new.value:
        before, after = (
            "none" if one.value is None else one.value for one in (old, new)
        )
        message = f"changed the number of {quote(new.name)} from {before} to {after}"
        yield _of(Rules.MEMBER_NUMBER, message, owner, old, new)
    if old.description != new.description:
        message = f"changed the description of {quote(new.name)}"
        yield _of(Rules.MEMBER_DESCRIPTION, message, owner, old, new)


def _of(
    rule: Rules, message: str, owner: EnumType, old: Member | None, new: Member | None
) -> Change:
    member = new or old
    return change(
        rule,
        message,
        owner.name,
        member.name if member else None,
        old=old.source if old else None,
        new=new.source if new else None,
    )
