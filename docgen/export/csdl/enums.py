"""Enum types: an `EnumType` in, its element out.

In CSDL all members of an enum type have a value or none has, and all members of flags have one
(CSDL 4.0, 10.2.2). Where a page gives some values only, the others are the next free numbers,
powers of two for flags. An enum type without members is a string.
"""

from collections.abc import Iterator, Sequence
from itertools import count, repeat

from docgen.export.csdl.content import is_simple_identifier
from docgen.export.csdl.xml import (
    XmlElement,
    deprecated,
    description_element,
    element,
    unsaid,
)
from docgen.schema.model import EnumType, Member
from docgen.schema.names import short_name

_LARGEST_INT32 = 2**31 - 1
_LARGEST_INT64 = 2**63 - 1
_MOST_FLAGS = 63


def sayable_members(one: EnumType) -> tuple[Member, ...]:
    """Return the members that CSDL has a name for."""
    return tuple(member for member in one.members if is_simple_identifier(member.name))


def enum_element(one: EnumType) -> XmlElement:
    """Return the element of an enum type."""
    members = sayable_members(one)
    about = (
        *description_element(one.description),
        *unsaid(tuple(_notes(one))),
        *deprecated(one.deprecated),
    )
    name = short_name(one.name)
    if not members:
        string = {"Name": name, "UnderlyingType": "Edm.String"}
        return element("TypeDefinition", string, *about)
    values = _values(one, members)
    attributes = {
        "Name": name,
        "UnderlyingType": _underlying(values),
        "IsFlags": "true" if _can_be_flags(one, members) else None,
    }
    texts = map(str, values) if values else repeat(None)
    return element(
        "EnumType",
        attributes,
        *about,
        *(_member(*pair) for pair in zip(members, texts, strict=False)),
    )


def _values(one: EnumType, members: Sequence[Member]) -> list[int]:
    """Return the value of each member; nothing if no value must be written."""
    given = [_possible(member.value) for member in members]
    is_flags = _can_be_flags(one, members)
    if not is_flags and all(value is None for value in given):
        return []
    numbers = (1 << bit for bit in range(_MOST_FLAGS)) if is_flags else count()
    used = frozenset(given)
    free = (number for number in numbers if number not in used)
    return [next(free) if value is None else value for value in given]


def _can_be_flags(one: EnumType, members: Sequence[Member]) -> bool:
    is_negative = any(
        member.value is not None and member.value < 0 for member in members
    )
    return one.flags and not is_negative and len(members) <= _MOST_FLAGS


def _possible(value: int | None) -> int | None:
    is_possible = value is not None and abs(value) <= _LARGEST_INT64
    return value if is_possible else None


def _underlying(values: Sequence[int]) -> str | None:
    is_small = all(abs(value) <= _LARGEST_INT32 for value in values)
    return None if is_small else "Edm.Int64"


def _member(member: Member, value: str | None) -> XmlElement:
    about = description_element(member.description)
    return element("Member", {"Name": member.name, "Value": value}, *about)


def _notes(one: EnumType) -> Iterator[str]:
    """Describe in words what the element cannot express."""
    members = sayable_members(one)
    for member in one.members:
        if not is_simple_identifier(member.name):
            about = f": {member.description}" if member.description else "."
            yield f"Has `{member.name}` too{about}"
    if one.flags and not _can_be_flags(one, members):
        yield "A value may name several members."
